/** Whether words are a speaker's own: guessed from the marks around them, named as a guess from the selection to every export, and set by hand. */
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { extractRawText } from 'mammoth'
import { comparisonFormats, exportFormats } from '../src/shared/export.ts'
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { goTo } from './go-to.ts'
import { ComparePage } from './pages/compare-page.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'
import { StatementsPage } from './pages/statements-page.ts'

const article = 'The ferry\n\nThe ministry rejected the charge as “patently false” on Monday.\n\n“It sailed late every day,” the islanders said.\n\nLe maire a dit : «\u00A0Nous le nions\u00A0», puis il est parti.\n'

test('what is selected is guessed to be quoted, partly quoted or paraphrased', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(article)
  const reader = await new ReaderPage(page).open()
  const wording = reader.inspector.getByRole('radiogroup', { name: 'Wording' })
  for (const [words, name] of [['sailed late every', 'Direct quote'], ['the charge as “patently', 'Partly quoted'], ['the islanders said', 'Paraphrase'], ['Nous le nions', 'Direct quote']] as const) {
    await reader.select(words)
    await page.keyboard.press('s')
    await expect(reader.inspector.locator('blockquote')).toHaveText(words)
    await expect(wording.getByRole('radio', { name })).toBeChecked()
    await expect(reader.inspector).toContainText('Guessed. It is right')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
})

test('a partly quoted statement is one on every screen and in every export, a guess until it is confirmed', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(article)
  const reader = await new ReaderPage(page).open()
  await reader.mark('rejected the charge as “patently false”', { speaker: 'The ministry', issue: 'It sailed late', stance: 'Denies' })
  const { hash } = new URL(page.url())
  await expectEverywhere(page, 'Partly quoted (guessed)', /Partly quoted \(guessed\)/)

  const toStatement = async (): Promise<void> => {
    await goTo(page, hash)
    await page.getByRole('button', { name: /^Statement: The ministry/ }).click()
  }
  await toStatement()
  await reader.inspector.getByRole('button', { name: 'It is right' }).click()
  await expect(reader.inspector).not.toContainText('Guessed. It is right')
  await expect(reader.inspector.getByRole('radio', { name: 'Partly quoted' })).toBeFocused()
  await expectEverywhere(page, 'Partly quoted', /Partly quoted(?! \(guessed\))/)
  await toStatement()
  await page.keyboard.press('Control+z')
  await expect(reader.inspector).toContainText('Guessed. It is right')
})

async function expectEverywhere(page: Page, wording: string, exactly: RegExp): Promise<void> {
  const compare = await new ComparePage(page).open()
  await expect(await compare.cell('It sailed late', 'The ministry')).toContainText(exactly)
  const cell = await compare.openCell('It sailed late', 'The ministry')
  await expect(cell).toContainText(exactly)
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Timeline' }).click()
  await page.getByRole('radio', { name: 'List' }).click()
  await expect(page.getByRole('list', { name: 'Timeline as a list' })).toContainText(exactly)
  // Wide enough for the column.
  await page.setViewportSize({ width: 1600, height: 900 })
  const table = await new StatementsPage(page).open()
  await expect(table.cell('rejected the charge', 'wording')).toHaveText(wording)
  for (const [format, content] of await exportsOf(page)) expect(content, format).toMatch(exactly)
  const { statements } = JSON.parse((await ask(page, 'exports.render', { format: 'json' })).content) as { statements: unknown[] }
  expect(statements).toMatchObject([{ wording: 'partly', wordingGuessed: wording.endsWith('(guessed)') }])
}

/** Each format's words, as those who open the file read them. */
async function exportsOf(page: Page): Promise<[string, string][]> {
  const plain = exportFormats.filter((format) => format !== 'json')
  const library = await Promise.all(plain.map(async (format): Promise<[string, string]> => [format, (await ask(page, 'exports.render', { format })).content]))
  const comparison = await Promise.all(comparisonFormats.map(async (format): Promise<[string, string]> => {
    const { content, encoding } = await ask(page, 'exports.renderComparison', { format, comparisonId: null })
    if (encoding === 'utf8') return [format, content]
    const bytes = Buffer.from(content, 'base64')
    return [format, format === 'docx' ? (await extractRawText({ buffer: bytes })).value : strFromU8(unzipSync(new Uint8Array(bytes))['content.xml']!)]
  }))
  return [...library, ...comparison].map(([format, content]) => [format, content.replaceAll('\\', '')])
}
