/** Each bad input gives one clear sentence and leaves the library as it was. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test, type Counterpoint } from './fixtures.ts'
import { bridgeFile, bridgeTitle } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

const NOBODY = 65534

async function expectRefused({ run }: Counterpoint, words: string[], sentence: RegExp, options?: Parameters<Counterpoint['run']>[1]): Promise<void> {
  const before = (await run(['articles', '--json'])).stdout
  const refused = await run(words, options)
  expect(refused.stderr.trim()).toMatch(sentence)
  expect(refused.stderr.trim().split('\n')).toHaveLength(1)
  expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 1, stdout: '' })
  expect((await run(['articles', '--json'])).stdout).toBe(before)
}

test('files that can’t be imported', async ({ counterpoint }) => {
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(counterpoint.home, name), content)
    return join(counterpoint.home, name)
  }
  await counterpoint.run(['import', bridgeFile])
  await expectRefused(counterpoint, ['import', file('empty.txt', '')], /empty\.txt.* is empty/)
  await expectRefused(counterpoint, ['import', file('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 255, 0, 7]))], /picture\.txt.*not a text file/)
  await expectRefused(counterpoint, ['import', file('large.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'a '))], /large\.txt.* 20 MB/)
  await expectRefused(counterpoint, ['import', file('deep.html', '<div>'.repeat(5000))], /deep\.html.* nested too deeply/)
  await expectRefused(counterpoint, ['import', counterpoint.home], /is a folder/)
  await expectRefused(counterpoint, ['import', join(counterpoint.home, 'absent.txt')], /absent\.txt.*is not there/)
})

test('one bad file among good ones: the good ones are imported', async ({ counterpoint: { run, home } }) => {
  const { status, stdout, stderr } = await run(['import', join(home, 'absent.txt'), bridgeFile])
  expect(status).toBe(1)
  expect(stdout).toContain(bridgeTitle)
  expect(stderr).toContain('absent.txt')
})

test('wrong usage is status 2', async ({ counterpoint: { run } }) => {
  for (const words of [[], ['nonsense'], ['export'], ['export', '--format', 'pdf'], ['import'], ['articles', '--nonsense']]) {
    const { status, stdout, stderr } = await run(words)
    expect([words, status, stdout]).toEqual([words, 2, ''])
    expect(stderr).not.toBe('')
  }
})

test('a file and a folder that an unprivileged user may not use', async ({ counterpoint: { run, home } }) => {
  test.skip(process.getuid?.() !== 0, 'only root can start a process under another user id')
  chmodSync(home, 0o755)
  test.skip((await run(['--help'], { uid: NOBODY })).status !== 0, 'another user may not run programs in this folder')
  const secret = join(home, 'secret.txt')
  copyFileSync(bridgeFile, secret)
  chmodSync(secret, 0o600)
  const open = join(home, 'open')
  mkdirSync(open)
  chmodSync(open, 0o777)
  const unreadable = await run(['import', secret, '--library', join(open, 'library')], { uid: NOBODY })
  expect(unreadable).toMatchObject({ status: 1, stdout: '' })
  expect(unreadable.stderr.trim()).toMatch(/secret\.txt.*can't be read: you have no permission/)

  const locked = join(home, 'locked')
  expect((await run(['import', bridgeFile, '--library', locked])).status).toBe(0)
  chmodSync(locked, 0o555)
  chmodSync(join(locked, 'library.db'), 0o444)
  const asNobody = { uid: NOBODY }
  const read = await run(['articles', '--library', locked], asNobody)
  expect(read).toMatchObject({ status: 0, stderr: '' })
  expect(read.stdout).toContain(bridgeTitle)
  expect((await run(['verify', '--library', locked], asNobody)).status).toBe(0)
  const written = await run(['import', join(import.meta.dirname, 'samples', 'harbour-bridge.md'), '--library', locked], asNobody)
  expect(written).toMatchObject({ status: 1, stdout: '' })
  expect(written.stderr).toMatch(/Nothing was stored, because the file or its folder may not be written/)
  expect((await run(['articles', '--library', locked], asNobody)).stdout).toBe(read.stdout)

  // Where there is no library, none can be made, and none is shown either.
  const empty = join(home, 'empty')
  mkdirSync(empty, { mode: 0o555 })
  const none = await run(['articles', '--library', empty], asNobody)
  expect(none).toMatchObject({ status: 1, stdout: '' })
  expect(none.stderr).toMatch(/may not be written/)
})

test('a port in use', async ({ counterpoint: { run } }) => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { status, stdout, stderr } = await run(['serve', '--port', String(port)])
  server.close()
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain(`Port ${port} is in use`)
})

test('a damaged library: a backup is offered and brings it back', async ({ counterpoint }) => {
  const backups = join(counterpoint.library, 'backups')
  const made = (): string[] => readdirSync(backups).filter((name) => name.endsWith('.db'))
  await expect.poll(() => existsSync(backups) ? made().length : 0).toBe(1)
  const [daily] = made()
  await counterpoint.run(['import', bridgeFile])

  const page = counterpoint.page
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect.poll(() => made().length).toBe(2)
  expect(daily).toContain('daily')
  const file = join(counterpoint.library, 'library.db')
  const restarted = await counterpoint.restartAfter(() => {
    writeFileSync(file, 'broken '.repeat(4000))
    for (const part of ['-wal', '-shm']) writeFileSync(file + part, '')
  })
  await expect(restarted.getByText('is damaged and can’t be opened')).toBeVisible()
  const refused = await counterpoint.run(['articles'])
  expect(refused).toMatchObject({ status: 1, stdout: '' })
  expect(readFileSync(file, 'utf8')).toMatch(/^broken /)
  await restarted.getByRole('button', { name: /^Restore/ }).first().click()
  await restarted.getByRole('dialog').getByRole('button', { name: /^Restore/ }).click()
  await expect(restarted.getByRole('list', { name: 'Articles' }).getByRole('link', { name: bridgeTitle })).toBeVisible()
})

test('a hostile page imports cleanly and runs nothing', async ({ counterpoint: { page, home, run } }) => {
  const odd = join(home, '<img src=x onerror=alert(1)> $(touch x) ‮.html')
  copyFileSync(join(import.meta.dirname, 'samples', 'hostile.html'), odd)
  expect((await run(['import', odd])).status).toBe(0)
  await new LibraryPage(page).open()
  await new LibraryPage(page).openArticle(/Ferry timetable/)
  const reader = await new ReaderPage(page).open()
  await expect(reader.article).toContainText('It has always left at eight')
  await expect(reader.article.locator('img, iframe, svg, script, [onclick], [href^="javascript:"]')).toHaveCount(0)
  await reader.article.getByText('The ferry will leave at nine').click()
  expect(await page.evaluate(() => (window as { hostile?: string }).hostile)).toBeUndefined()
})

test('the dialog says what is wrong and keeps what was typed', async ({ counterpoint: { page } }) => {
  const library = new LibraryPage(page)
  const dialog = await library.openAddDialog()
  await page.getByLabel('Choose files').or(dialog.locator('input[type=file]')).first().setInputFiles([
    { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
    { name: 'binary.txt', mimeType: 'text/plain', buffer: Buffer.from([0, 1, 2, 0, 255, 254, 0, 9, 0, 0]) },
  ])
  await expect(dialog.getByRole('alert')).toContainText('nothing.txt')
  await expect(dialog.getByRole('alert')).toContainText('binary.txt')
})

test('importing the same again says so and opens it', async ({ counterpoint: { page, run } }) => {
  await run(['import', bridgeFile])
  const again = await run(['import', bridgeFile])
  expect(again.status).toBe(0)
  expect(again.stderr).toMatch(/already/)
  const library = await new LibraryPage(page).open()
  const dialog = await library.openAddDialog()
  await dialog.locator('input[type=file]').setInputFiles(bridgeFile)
  await expect(page.getByText(/is in the library already/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: bridgeTitle })).toBeVisible()
})
