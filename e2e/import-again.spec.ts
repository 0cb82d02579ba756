/** A library's file, imported, undone and imported again: nothing stays behind in the bin. And one that is large. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { IMPORT_LIMIT } from '../src/shared/article.ts'
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { bridgeText, bridgeTitle, statements } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

test('import, undo, import: articles, tags and collections are as after the first', async ({ counterpoint }) => {
  const { page, home, run } = counterpoint
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.mark(statements[0]!.words, statements[0]!)
  const [article] = await ask(page, 'articles.list', {})
  const tag = await ask(page, 'tags.create', { name: 'bridges' })
  const collection = await ask(page, 'collections.create', { name: 'Coast' })
  await ask(page, 'articles.setTag', { ids: [article!.id], tagId: tag.id, on: true })
  await ask(page, 'articles.setCollection', { ids: [article!.id], collectionId: collection.id, on: true })
  const json = join(home, 'coast.json')
  const original = (await ask(page, 'exports.render', { format: 'json' })).content
  writeFileSync(json, original)

  const elsewhere = join(home, 'elsewhere')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('textbox', { name: 'Folder of a library' }).fill(elsewhere)
  await page.getByRole('button', { name: 'Open library' }).click()
  await expect(page.getByText(elsewhere).first()).toBeVisible()
  const library = await new LibraryPage(page).open()
  const nav = page.getByRole('navigation', { name: 'Library' })
  const bringIn = async (): Promise<void> => {
    const add = await library.openAddDialog()
    await add.locator('input[type=file]').setInputFiles(json)
    await expect(page.getByRole('heading', { level: 1, name: bridgeTitle })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Statement: Port authority/ })).toHaveCount(1)
    await library.open()
    await expect(nav.getByRole('link', { name: /^bridges/ })).toContainText('1')
    await expect(nav.getByRole('link', { name: /^Coast/ })).toContainText('1')
  }

  await bringIn()
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(library.articles.getByRole('link', { name: bridgeTitle })).toHaveCount(0)
  await expect(nav.getByRole('link', { name: /^bridges/ })).toHaveCount(0)
  await nav.getByRole('link', { name: /^Bin/ }).click()
  await expect(page.getByText(bridgeTitle).first()).toBeVisible()
  await bringIn()
  // How far it was read is this window's own.
  const unread = (file: string): unknown => JSON.parse(file, (key, value: unknown) => (key === 'readTo' || key === 'readingPlace' ? 0 : value))
  expect(unread((await run(['export', '--format', 'json', '--library', elsewhere])).stdout)).toEqual(unread(original))
  await nav.getByRole('link', { name: /^Bin/ }).click()
  await expect(page.getByRole('link', { name: bridgeTitle })).toHaveCount(0)
})

test('one text, undone and added again with other ends of lines, is back out of the bin', async ({ counterpoint: { page } }) => {
  const library = await new LibraryPage(page).open()
  await library.addText(bridgeText)
  await library.open()
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(library.articles.getByRole('link', { name: bridgeTitle })).toHaveCount(0)
  const add = await library.openAddDialog()
  await add.locator('input[type=file]').setInputFiles({ name: 'bridge.txt', mimeType: 'text/plain', buffer: Buffer.from(bridgeText.replaceAll('\n', '\r\n')) })
  await expect(page.getByText(`“${bridgeTitle}” was in the bin and is back.`)).toBeVisible()
  await library.open()
  await expect(library.articles.getByRole('link', { name: bridgeTitle })).toHaveCount(1)
})

test('a library of more than 20 MB comes in through the window', async ({ counterpoint }) => {
  const { page, home } = counterpoint
  const { id } = await ask(page, 'articles.import', { kind: 'text', text: bridgeText })
  const [begin, ...rest] = (await ask(page, 'exports.render', { format: 'json' })).content.split('"articles":')
  const json = join(home, 'large.json')
  writeFileSync(json, `${begin}${' '.repeat(IMPORT_LIMIT)}"articles":${rest.join('"articles":')}`)
  await ask(page, 'articles.delete', { ids: [id] })
  const add = await (await new LibraryPage(page).open()).openAddDialog()
  await add.locator('input[type=file]').setInputFiles(json)
  await expect(page.getByRole('heading', { level: 1, name: bridgeTitle })).toBeVisible()
})
