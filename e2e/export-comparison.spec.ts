/** Every export of a comparison is saved from the dialog; the evidence page holds without script and network, on screen and on paper. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { extractRawText } from 'mammoth'
import { comparisons, fillLibrary } from '../scripts/office-library.mjs'
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { ExportPage } from './pages/export-page.ts'

const [four, everyone] = comparisons

async function open(page: Page, title: string): Promise<ExportPage> {
  await fillLibrary((name, input) => ask(page, name, input))
  const { id } = (await ask(page, 'comparisons.list', {})).find((one) => one.title === title)!
  return new ExportPage(page).openForComparison(id)
}

test('every format saves, after the dialog has said what is left out and what the comparison lacks', async ({ counterpoint }) => {
  const { page } = counterpoint
  const exporting = await open(page, four!.title)
  const { dialog } = exporting
  await expect(dialog.getByRole('radio', { name: 'This comparison' })).toBeChecked()
  await expect(dialog).toContainText('Balance')
  await exporting.choose('CSV, matrix')
  const left = dialog.getByRole('list', { name: 'Not included' }).getByRole('listitem')
  await expect(left.filter({ hasText: /^\d+ notes$/ })).toBeVisible()
  await exporting.choose('Evidence page')
  await expect(left.filter({ hasText: /notes/ })).toHaveCount(0)
  await page.keyboard.press('Escape')

  const saved = new Map<string, Buffer>()
  for (const format of ['Evidence page', 'Word', 'OpenDocument', 'Markdown', 'CSV, statements', 'CSV, matrix']) {
    await page.keyboard.press('Control+Shift+E')
    await exporting.choose(format)
    const { fileName, bytes } = await exporting.save(counterpoint)
    saved.set(fileName, bytes)
  }
  const name = 'Winter ferry four parties'
  expect([...saved.keys()]).toEqual([`${name} evidence.html`, `${name}.docx`, `${name}.odt`, `${name}.md`, `${name} statements.csv`, `${name} matrix.csv`])
  const text = (ending: string): string => saved.get(`${name}${ending}`)!.toString('utf8')
  const { value: word } = await extractRawText({ buffer: saved.get(`${name}.docx`)! })
  for (const words of four!.words) expect([words, word.includes(words), text(' evidence.html').includes(words)]).toEqual([words, true, true])
  expect(saved.get(`${name}.odt`)!.subarray(30, 38).toString('latin1')).toBe('mimetype')
  const matrix: string[][] = parse(text(' matrix.csv'), { bom: true })
  expect(matrix.map((row) => row.length)).toEqual(Array.from({ length: four!.rows + 1 }, () => four!.columns + 1))
  expect(text('.md')).toContain('| Issue | Brannock Lines |')
})

/** A page of its own that runs no script and reaches nothing; gives what it asked for. */
async function openShutOff(browser: Browser, file: string, colorScheme: 'light' | 'dark', javaScriptEnabled = false): Promise<{ page: Page; asked: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ colorScheme, javaScriptEnabled, offline: true })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(file).href)
  return { page, asked, close: () => context.close() }
}

test('the evidence page leads from a cell to its passage and back, with JavaScript off and no network', async ({ counterpoint, browser }) => {
  const { page: app, home } = counterpoint
  const exporting = await open(app, everyone!.title)
  await exporting.choose('Evidence page')
  const file = join(home, 'evidence.html')
  writeFileSync(file, (await exporting.save(counterpoint)).bytes)

  const { page, asked, close } = await openShutOff(browser, file, 'light')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the matrix' })).toBeFocused()
  const cell = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Ending the crossing puts lives at risk' }) }).getByRole('cell').nth(1)
  const quote = cell.getByRole('link').first()
  const words = (await quote.textContent())!
  await quote.press('Enter')
  const statement = page.locator('.statement:target')
  await expect(statement).toBeInViewport()
  await expect(statement.getByRole('blockquote')).toHaveText(words)
  await statement.getByRole('link', { name: /¶/ }).press('Enter')
  const passage = page.locator('mark:target')
  await expect(passage).toBeInViewport()
  await expect(passage).toHaveText(words)
  await passage.locator('xpath=following-sibling::sup[1]').getByRole('link').press('Enter')
  await expect(statement).toBeInViewport()
  await statement.getByRole('link', { name: /^Back to the matrix/ }).press('Enter')
  await expect(page.locator('td:target')).toBeInViewport()
  await expect(page.locator('td:target')).toContainText(words)
  expect(asked).toHaveLength(1)

  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  await close()
})

test('a matrix of twelve columns fits its paper', async ({ counterpoint, browser }) => {
  const { page: app, home } = counterpoint
  const exporting = await open(app, everyone!.title)
  await exporting.choose('Evidence page')
  const file = join(home, 'evidence.html')
  writeFileSync(file, (await exporting.save(counterpoint)).bytes)
  const { page, close } = await openShutOff(browser, file, 'light', true)
  // A4 landscape without its margins: 277 mm at 96 pixels an inch.
  await page.setViewportSize({ width: 1047, height: 718 })
  await page.emulateMedia({ media: 'print' })
  const matrix = page.getByRole('table').first()
  await expect(matrix.getByRole('columnheader')).toHaveCount(everyone!.columns + 1)
  const spilling = await matrix.evaluate((table) => [...table.querySelectorAll('th, td')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length)
  expect([spilling, (await matrix.boundingBox())!.width <= 1047]).toEqual([0, true])
  await close()
})
