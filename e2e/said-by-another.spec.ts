/** A newer version has another speaker say the same words: nothing is put in another's mouth before the reader has decided. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { bridgeFile, markBridge, bridgeTitle } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

const safe = '“The bridge is safe for lorries,”'

test('words that another says now wait; until then they are shown and exported at their place, as a question', async ({ counterpoint }) => {
  const { page, home, run } = counterpoint
  const id = await markBridge(page, [0])
  const library = await new LibraryPage(page).open()
  await library.openArticle(bridgeTitle)
  const newer = join(home, 'newer.txt')
  writeFileSync(newer, readFileSync(bridgeFile, 'utf8')
    .replace('The port authority of Vellen closed', 'Vellen woke to closed roads.\n\nThe port authority of Vellen closed')
    .replace('said the port authority’s director, Tomas Brandt', 'said the harbour master, Jonas Leht'))
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import newer version…' }).click()
  await page.getByRole('dialog', { name: 'Import a newer version' }).getByLabel('File with the newer version').setInputFiles(newer)
  await expect(page.getByRole('complementary', { name: 'Your highlights' })).toContainText('Said by another? Waits for you')
  await page.getByRole('button', { name: 'Use this version' }).click()
  await expect(page.getByRole('heading', { name: 'Highlights that need you: 1 of 1' })).toBeVisible()

  await library.open()
  await expect(library.articles.getByRole('link', { name: '1 waits for you' })).toBeVisible()
  await library.openArticle(bridgeTitle)
  const reader = await new ReaderPage(page).open()
  const entry = page.getByRole('button', { name: /^Statement, said by another\?: Port authority asserts/ })
  await expect(entry).toContainText('said by another?')
  expect(await page.evaluate(() => [...CSS.highlights.get('waits') ?? []].map(String))).toEqual([safe])
  await entry.click()
  await expect(reader.inspector.locator('blockquote')).toHaveText(safe)
  await expect(reader.inspector).toContainText('said by another? These words still stand')
  await expect(reader.inspector).toContainText('¶ 3')

  const { text } = await ask(page, 'articles.get', { id })
  const rows = (await run(['export', '--format', 'csv'])).stdout.split('\r\n')
  expect(rows[1]).toContain(`,3,${text.indexOf(safe)},${text.indexOf(safe) + safe.length},said-by-another,said by another?,`)
  expect((await run(['verify'])).status).toBe(0)
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Statements' }).click()
  await expect(page.getByRole('gridcell', { name: `said by another? ${safe}` })).toBeVisible()
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByRole('grid', { name: 'Positions' }).getByRole('gridcell', { name: safe })).toContainText('said by another?')
})
