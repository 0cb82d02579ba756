/** Editing, newer versions, the queue, revisions, and a library that can't be opened, as axe finds them in light and dark. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ask } from './ask.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { markFerry, newerFerryText, useNewer } from './ferry.ts'
import { goTo } from './go-to.ts'
import { bridgeText, bridgeTitle, markBridge } from './marking.ts'
import { ReaderPage } from './pages/reader-page.ts'
import { RevisePage } from './pages/revise-page.ts'

const newerText = bridgeText
  .replace('The bridge is safe for lorries', 'The bridge is not safe for lorries')
  .replace('denies any part in it', 'denies some part in it')
  .replace('“Nobody who drives over it believes that,”', 'Few believe that,')

async function openBridge(page: Page): Promise<string> {
  const id = await markBridge(page, [0, 2, 5, 9])
  await goTo(page, `#/article?articleId=${id}`)
  await new ReaderPage(page).open()
  return id
}

test('an article is edited', async ({ counterpoint: { page } }) => {
  await openBridge(page)
  const revise = await new RevisePage(page).edit()
  await expectAccessible(page)
  await revise.replace('any part in it', 'every part in it')
  await expect(page.getByRole('complementary', { name: 'Highlights that change' })).toContainText('denies any part in it')
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await page.setViewportSize({ width: 720, height: 480 })
  await expectAccessible(page, ['light'])
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Keep the draft' })).toBeVisible()
  await expectAccessible(page)
})

test('a newer version, the queue that it makes, and the revisions', async ({ counterpoint: { page } }) => {
  const id = await openBridge(page)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import newer version…' }).click()
  await expect(page.getByRole('dialog', { name: 'Import a newer version' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('dialog').getByLabel('File with the newer version').setInputFiles({ name: 'newer.txt', mimeType: 'text/plain', buffer: Buffer.from(newerText) })
  await expect(page.getByRole('heading', { name: `A newer version of “${bridgeTitle}”` })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Your highlights' })).toContainText('1 is lost.')
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await page.setViewportSize({ width: 720, height: 480 })
  await expectAccessible(page, ['light'])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Use this version' }).click()
  const { queue } = new RevisePage(page)
  await expect(queue.getByRole('row', { name: 'Negation' })).toContainText('not')
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await page.keyboard.press('p')
  await expect(page.getByRole('textbox', { name: 'Article text' })).toBeFocused()
  await expectAccessible(page)
  const waiting = await ask(page, 'highlights.queue', { articleId: id })
  for (const one of waiting) await ask(page, 'highlights.keepOld', { id: one.id })
  await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible()
  await expectAccessible(page)
  await goTo(page, `#/article?articleId=${id}`)
  await page.getByRole('complementary', { name: 'Inspector' }).getByText('Norvik').first().click()
  await expect(page.getByText('Wording of revision 1')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('link', { name: 'Compare' }).first().click()
  await expect(page.getByText('3 paragraphs differ.')).toBeVisible()
  await expectAccessible(page, ['light', 'dark', 'sepia'])
})

test('a highlight that may be said by another, and the stance that is asked for again', async ({ counterpoint: { page } }) => {
  await markFerry(page, ['vance', 'merrow', 'adair', 'lines', 'coastguard'])
  await ask(page, 'speakers.create', { name: 'Edda Roy' })
  await useNewer(page, newerFerryText)
  const { queue } = new RevisePage(page)
  await expect(queue.getByRole('button', { name: 'Edda Roy' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Highlights that need you' }).getByText('became')).toHaveCount(3)
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await page.setViewportSize({ width: 720, height: 480 })
  await expectAccessible(page, ['light'])
  await page.keyboard.press('s')
  await expect(page.getByRole('combobox', { name: 'Another speaker' })).toBeFocused()
  await expectAccessible(page, ['light'])
  await page.setViewportSize({ width: 1440, height: 900 })
  await queue.getByRole('button', { name: 'Edda Roy' }).click()
  await expect(page.getByRole('heading', { name: 'What is Edda Roy’s stance?' })).toBeVisible()
  await expectAccessible(page)
})

test('a damaged library', async ({ counterpoint }) => {
  const page = await counterpoint.restartAfter(() => {
    const file = join(counterpoint.library, 'library.db')
    writeFileSync(file, 'broken '.repeat(4000))
    for (const part of ['-wal', '-shm']) writeFileSync(file + part, '')
  })
  await expect(page.getByText('is damaged and can’t be opened')).toBeVisible()
  await expectAccessible(page)
})
