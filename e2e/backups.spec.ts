/** Backups: what keeps one from being made, the second place, and what comes back from there. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { bridgeFile, bridgeTitle } from './marking.ts'

test('a backup that can’t be made keeps nobody out: it is said, and made once it can be', async ({ counterpoint }) => {
  const backups = join(counterpoint.library, 'backups')
  const elsewhere = join(counterpoint.home, 'elsewhere')
  await expect.poll(() => existsSync(backups)).toBe(true)
  const page = await counterpoint.restartAfter(() => {
    renameSync(backups, elsewhere)
    writeFileSync(backups, '')
  })
  const said = page.getByText('The backup could not be made: “backups” in the library’s folder is a file and not a folder.')
  await expect(said).toBeVisible()
  const { status, stderr } = await counterpoint.run(['import', bridgeFile])
  expect({ status, said: stderr.includes('The backup could not be made') }).toEqual({ status: 0, said: true })
  await expect(page.getByRole('list', { name: 'Articles' }).getByRole('link', { name: bridgeTitle })).toBeVisible()

  rmSync(backups)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(said).toHaveCount(0)
  expect(readdirSync(backups).filter((name) => name.endsWith('.db'))).toHaveLength(1)
})

test('backups are copied to a second place, and come back from there when those of the library are gone', async ({ counterpoint: { page, library, home, run } }) => {
  await run(['import', bridgeFile])
  const second = join(home, 'another drive')
  await page.getByRole('button', { name: 'Settings' }).click()
  const field = page.getByRole('textbox', { name: 'Second place for backups' })
  const choose = page.getByRole('button', { name: 'Copy there too' })
  await field.fill(second)
  await choose.click()
  const notifications = page.getByRole('region', { name: 'Notifications' })
  await expect(notifications.getByText(`${second} can’t be the second place for backups: there is no such folder.`)).toBeVisible()
  mkdirSync(second)
  await choose.click()
  await expect(page.getByRole('button', { name: 'Stop copying there' })).toBeVisible()
  await page.getByRole('button', { name: 'Back up now' }).click()
  const asked = page.getByRole('list', { name: 'Backups' }).getByRole('listitem').filter({ hasText: 'Made when you asked' })
  await expect(asked).toContainText('also in the second place')

  rmSync(join(library, 'backups'), { recursive: true })
  await page.reload()
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(asked).toContainText(', in the second place')
  await asked.getByRole('button', { name: /^Restore/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(notifications.getByText('Backup restored')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Backups' }).getByRole('listitem').filter({ hasText: 'before another backup was restored' })).toHaveCount(1)
  expect((await run(['articles'])).stdout).toContain(bridgeTitle)

  rmSync(second, { recursive: true })
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(`The second place for backups, ${second}, is not there. Connect the drive, or choose another place in Settings.`)).toBeVisible()
  await page.getByRole('button', { name: 'Stop copying there' }).click()
  await expect(field).toBeVisible()
})
