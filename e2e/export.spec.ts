/** What is exported can be read by others, and the JSON brings the same library back through the window. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { bridgeText, bridgeTitle, statements } from './marking.ts'
import { ExportPage } from './pages/export-page.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

test('every format saves; the JSON imports back', async ({ counterpoint }) => {
  const { page, home, run } = counterpoint
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.mark(statements[0]!.words, statements[0]!)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const saved = new Map<string, string>()
  for (const format of ['Markdown', 'HTML', 'CSV', 'Web Annotation', 'JSON']) {
    await dialog.getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { name: format, exact: true }).click()
    const { bytes } = await counterpoint.saved(() => dialog.getByRole('button', { name: 'Save file' }).click())
    saved.set(format, bytes.toString())
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Export', exact: true }).click()
  }
  for (const [format, content] of saved) expect([format, content.includes('The bridge is safe for lorries,')]).toEqual([format, true])

  const html = join(home, 'export.html')
  writeFileSync(html, saved.get('HTML')!)
  const shown = await page.context().newPage()
  await shown.setContent(saved.get('HTML')!)
  await expect(shown.getByRole('heading', { level: 1 })).toContainText(bridgeTitle)
  await expect(shown.locator('script')).toHaveCount(0)
  await shown.close()

  const json = join(home, 'export.json')
  writeFileSync(json, saved.get('JSON')!)
  const elsewhere = join(home, 'elsewhere')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('textbox', { name: 'Folder of a library' }).fill(elsewhere)
  await page.getByRole('button', { name: 'Open library' }).click()
  await expect(page.getByText(elsewhere).first()).toBeVisible()
  const library = await new LibraryPage(page).open()
  const add = await library.openAddDialog()
  await add.locator('input[type=file]').setInputFiles(json)
  await expect(page.getByRole('heading', { level: 1, name: bridgeTitle })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Statement: Port authority/ })).toHaveCount(1)
  expect((await run(['export', '--format', 'json', '--library', elsewhere])).stdout).toBe(saved.get('JSON')!)
})

test('before saving, the dialog says what is left out: of an article’s JSON nothing, of its Markdown a draft too', async ({ counterpoint }) => {
  const { page, run } = counterpoint
  await new LibraryPage(page).addText(bridgeText)
  await new ReaderPage(page).open()
  const [article] = await ask(page, 'articles.list', {})
  const { body } = await ask(page, 'articles.get', { id: article!.id })
  await ask(page, 'drafts.save', { articleId: article!.id, base: 1, document: body })
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const exporting = new ExportPage(page)
  const left = exporting.dialog.getByRole('list', { name: 'Not included' })
  await exporting.choose('Markdown')
  await expect(left).toContainText('1 draft')
  await exporting.choose('JSON')
  await expect(left).toHaveCount(0)
  expect((await run(['export', '--format', 'markdown'])).stderr).toContain('Not included: 1 draft\n')
})
