/** What people expect of a desktop window. On the stand-in: what that can't show is in e2e/stand-in/README.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ask } from './ask.ts'
import { root, type Desktop } from './faces/running-app.ts'
import { expect, test, type Counterpoint } from './fixtures.ts'
import { bridgeFile, bridgeText, bridgeTitle, statements } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { NotePage } from './pages/note-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

test.skip(({ face }) => face !== 'stand-in', 'they ask the stand-in what the program did')

const sample = { name: 'Open the sample' } as const

function desktopOf({ desktop }: Counterpoint): Desktop {
  if (!desktop) throw new Error('This face has no window of its own.')
  return desktop
}

async function kinds(desktop: Desktop): Promise<string[]> {
  return (await desktop.ask('record')).map(({ kind }) => kind)
}

async function givenTo(desktop: Desktop, wanted: string): Promise<unknown[]> {
  return (await desktop.ask('record')).filter(({ kind }) => kind === wanted).map(({ given }) => given)
}

test('at the first start one window is shown, once, with the sample on offer and Counterpoint’s own version', async ({ counterpoint }) => {
  const desktop = desktopOf(counterpoint)
  await expect(counterpoint.page.getByRole('button', sample)).toBeVisible()
  expect(await givenTo(desktop, 'show')).toEqual(['Counterpoint'])
  expect(await desktop.ask('windows')).toEqual([expect.objectContaining({ width: 1440, height: 900, minWidth: 720, minHeight: 480, icon: join(root, 'resources', 'icon.png') })])
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect((await ask(counterpoint.page, 'app.info', {})).version).toBe(version)
})

test('every session is shut off at once when it is made, and no name is looked up', async ({ counterpoint }) => {
  const desktop = desktopOf(counterpoint)
  const record = await desktop.ask('record')
  expect(await givenTo(desktop, 'appendSwitch')).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND', 'before ready'])
  expect(await givenTo(desktop, 'enableSandbox')).toEqual(['before ready'])
  const made = record.flatMap(({ kind, given }, index) => (kind === 'session' ? [{ name: given, index }] : []))
  expect(made.map(({ name }) => name)).toEqual(expect.arrayContaining(['default', 'counterpoint-print']))
  for (const { name, index } of made) {
    const next = record.slice(index + 1, index + 9)
    expect(next.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'hardened'))
    expect(next.map(({ given }) => (given as string[]).slice(0, 2))).toContainEqual([name, 'setSpellCheckerLanguages'])
    expect(next.map(({ given }) => (given as string[]).slice(0, 2))).toContainEqual([name, 'onBeforeRequest'])
  }
  expect(made.at(-1)!.index).toBeLessThan(record.findIndex(({ kind }) => kind === 'show'))
})

test.describe('with a planted request', () => {
  test.use({ planted: ['https://example.org/left'] })

  test('the page can neither leave nor fetch: an outside address is asked about, and opens only when agreed to', async ({ counterpoint }) => {
    const { page } = counterpoint
    const desktop = desktopOf(counterpoint)
    expect(await page.evaluate(() => fetch('https://example.org/').then(() => 'got through', () => 'refused'))).toBe('refused')
    await page.evaluate(() => { window.location.href = 'https://example.org/left' })
    await expect.poll(() => givenTo(desktop, 'messageBox')).toContainEqual(expect.objectContaining({ detail: 'https://example.org/left' }))
    expect(await givenTo(desktop, 'openExternal')).toEqual([])
    await desktop.ask('answerNext', 'messageBox', { response: 0 })
    await page.evaluate(() => window.open('https://example.org/agreed') === null)
    await expect.poll(() => givenTo(desktop, 'openExternal')).toEqual(['https://example.org/agreed'])
    await expect(page.getByRole('button', sample)).toBeVisible()
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' })
      link.click()
    })
    await expect.poll(() => kinds(desktop)).toContain('refused download')
  })
})

test('a second start brings the window to the front and hands over its files, also those that the desktop names by address', async ({ counterpoint }) => {
  const desktop = desktopOf(counterpoint)
  const second = join(counterpoint.home, 'a second é.txt')
  writeFileSync(second, 'A second article\n\nThe council said that nothing had been decided.\n')
  expect(await desktop.startAgain([bridgeFile])).toEqual({ status: 0 })
  await expect(counterpoint.page.getByRole('heading', { level: 1, name: bridgeTitle })).toBeVisible()
  expect(await kinds(desktop)).toContain('focus')
  expect(await desktop.startAgain([new URL(`file://${second}`).href])).toEqual({ status: 0 })
  await expect(counterpoint.page.getByRole('heading', { level: 1, name: 'A second article' })).toBeVisible()
  expect(await desktop.startAgain([join(counterpoint.home, 'absent.txt')])).toEqual({ status: 0 })
  await expect.poll(() => givenTo(desktop, 'messageBox')).toContainEqual(expect.objectContaining({ message: 'A file was not imported', detail: expect.stringContaining('absent.txt') as unknown }))
})

test('another library opens in a window of its own, beside the first', async ({ counterpoint }) => {
  const { page, home } = counterpoint
  await new LibraryPage(page).addText(bridgeText)
  const other = await desktopOf(counterpoint).startAgain(['--library', join(home, 'other')])
  if (!('page' in other)) throw new Error('It ended.')
  await expect(other.page.getByRole('button', sample)).toBeVisible()
  await new LibraryPage(other.page).addText('Only here\n\nThe union said so.')
  await expect(other.page.getByRole('heading', { level: 1, name: 'Only here' })).toBeVisible()
  expect((await ask(page, 'articles.list', {})).map(({ title }) => title)).toEqual([bridgeTitle])
  await other.close()
  await expect(page.getByRole('heading', { level: 1, name: bridgeTitle })).toBeVisible()
})

test('saving asks where; Cancel saves nothing, and “Saved” is said once the file is there', async ({ counterpoint }) => {
  const { page, home } = counterpoint
  const desktop = desktopOf(counterpoint)
  await new LibraryPage(page).addText(bridgeText)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const save = dialog.getByRole('button', { name: 'Save file' })
  await save.click()
  await expect.poll(() => givenTo(desktop, 'saveDialog')).toHaveLength(1)
  const [offer] = await givenTo(desktop, 'saveDialog') as { title: string; defaultPath: string; filters: { extensions: string[] }[] }[]
  expect(offer).toMatchObject({ title: `Save ${basename(offer!.defaultPath)}`, filters: [{ extensions: ['md'] }, { extensions: ['*'] }] })
  await expect(dialog).toBeVisible()
  await expect(page.getByText(/^Saved/)).toHaveCount(0)

  await desktop.ask('answerNext', 'saveDialog', { canceled: false, filePath: join(home, 'no folder', 'ferry.md') })
  await save.click()
  await expect(page.getByRole('alert').filter({ hasText: /ferry\.md.*can.t be written: its folder is not there/ })).toBeVisible()
  await expect(page.getByText(/^Saved/)).toHaveCount(0)

  const { bytes } = await counterpoint.saved(() => save.click())
  await expect(page.getByText('Saved saved')).toBeVisible()
  expect(bytes.toString()).toContain(bridgeTitle)
  await page.getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(() => givenTo(desktop, 'showItemInFolder')).toEqual([join(home, 'saved')])
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await save.click()
  await expect.poll(async () => dirname((await givenTo(desktop, 'saveDialog') as { defaultPath: string }[]).at(-1)!.defaultPath)).toBe(home)
})

test('what was typed just before the window closed is there at the next start', async ({ counterpoint }) => {
  const { page } = counterpoint
  const desktop = desktopOf(counterpoint)
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.highlight(statements[0]!.words)
  const note = new NotePage(page, reader.inspector)
  await note.text.click()
  await note.type('Ask the harbour master for the log')
  await desktop.ask('closeWindow')
  expect(await desktop.ended()).toBe(0)
  const again = await counterpoint.restart()
  await again.getByRole('button', { name: /^Highlight: / }).click()
  await expect(new NotePage(again, new ReaderPage(again).inspector).text).toHaveText('Ask the harbour master for the log')
})

test('the menu’s Find asks once, in the article that is read, and not behind a dialog', async ({ counterpoint }) => {
  const { page } = counterpoint
  const desktop = desktopOf(counterpoint)
  await new LibraryPage(page).addText(bridgeText)
  await new ReaderPage(page).open()
  const bar = page.getByRole('search', { name: 'Find in article' })
  await desktop.ask('chooseInMenu', 'File', 'Add article…')
  await expect(page.getByRole('dialog', { name: 'Add article' })).toBeVisible()
  await desktop.ask('chooseInMenu', 'Edit', 'Find in article')
  // Commands come in their order: once this one has come, so has the one before.
  const { textSize } = await ask(page, 'settings.get', {})
  await desktop.ask('chooseInMenu', 'View', 'Larger text')
  await expect.poll(async () => (await ask(page, 'settings.get', {})).textSize).toBe(textSize + 1)
  await page.getByRole('dialog', { name: 'Add article' }).getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(bar).toHaveCount(0)
  await desktop.ask('chooseInMenu', 'Edit', 'Find in article')
  await bar.getByRole('searchbox').fill('bridge')
  await desktop.ask('chooseInMenu', 'Edit', 'Find in article')
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe('bridge')
})

test('the menu’s commands reach the page', async ({ counterpoint }) => {
  const { page } = counterpoint
  const desktop = desktopOf(counterpoint)
  await expect(page.getByRole('button', sample)).toBeVisible()
  await desktop.ask('chooseInMenu', 'File', 'Add article…')
  await expect(page.getByRole('dialog', { name: 'Add article' })).toBeVisible()
  await page.keyboard.press('Escape')
  await desktop.ask('chooseInMenu', 'File', 'Settings…')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await desktop.ask('chooseInMenu', 'help', 'About Counterpoint')
  expect(await kinds(desktop)).toContain('showAboutPanel')
})

test('a page that has ended is offered again', async ({ counterpoint }) => {
  const desktop = desktopOf(counterpoint)
  await desktop.ask('answerNext', 'messageBox', { response: 0 })
  await desktop.ask('crashPage')
  await expect.poll(() => givenTo(desktop, 'messageBox')).toContainEqual(expect.objectContaining({ message: 'The window stopped working' }))
  const page = await desktop.page()
  await expect(page.getByRole('button', sample)).toBeVisible()
})

test('the evidence page is saved as a PDF', async ({ counterpoint }) => {
  const { page } = counterpoint
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.mark(statements[0]!.words, statements[0]!)
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: 'The matrix of all statements' }).click()
  await dialog.getByRole('radio', { name: 'Evidence page' }).click()
  const { fileName, bytes } = await counterpoint.saved(() => dialog.getByRole('button', { name: 'Save as PDF', exact: true }).click())
  expect(fileName).toMatch(/\.pdf$/)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test.describe('on macOS', () => {
  test.use({ platform: 'darwin' })

  test('the app stays when its window is closed; a menu command and a file open one', async ({ counterpoint }) => {
    const desktop = desktopOf(counterpoint)
    await expect(counterpoint.page.getByRole('button', sample)).toBeVisible()
    await desktop.ask('closeWindow')
    await expect.poll(() => desktop.ask('windows')).toEqual([])
    await desktop.ask('chooseInMenu', 'File', 'Add article…')
    await expect.poll(() => desktop.ask('windows')).toHaveLength(1)
    const page = await desktop.page()
    await expect(page.getByRole('dialog', { name: 'Add article' })).toBeVisible()
    await desktop.ask('closeWindow')
    await expect.poll(() => desktop.ask('windows')).toEqual([])
    await desktop.ask('openFile', bridgeFile)
    await expect.poll(() => desktop.ask('windows')).toHaveLength(1)
    await expect((await desktop.page()).getByRole('heading', { level: 1, name: bridgeTitle })).toBeVisible()
  })
})
