/** From an empty library to an exported comparison, as a person does it, and everything is there after a restart. */
import { expect, test } from './fixtures.ts'
import { barge, bridgeText, bridgeTitle, inspection, markBridge, safe, statements } from './marking.ts'
import { ComparePage } from './pages/compare-page.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

test('import an article, mark its statements, compare them, export the notes', async ({ counterpoint }) => {
  test.setTimeout(180_000)
  let { page } = counterpoint
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  await new LibraryPage(page).addText(bridgeText)

  const reader = await new ReaderPage(page).open()
  await expect(page.getByRole('heading', { level: 1, name: bridgeTitle })).toBeVisible()
  await expect(reader.article).toContainText('Who is to blame')
  for (const { words, ...marking } of statements) await reader.mark(words, marking)
  await reader.writeNote('Says so only in writing.')

  const compare = await new ComparePage(page).open()
  await expect(compare.grid.getByRole('rowheader')).toHaveCount(3)
  for (const speaker of ['Port authority', 'Dockers’ union', 'Norvik', 'Lea Aro']) await expect(compare.grid.getByRole('columnheader', { name: speaker })).toBeVisible()
  await expect(await compare.cell(barge, 'Norvik')).toContainText('Denies')
  await expect(await compare.cell(barge, 'Norvik')).toContainText('“Our hull shows no mark that fits,”')
  await expect(await compare.cell(safe, 'Norvik')).toContainText('No statement yet')
  await expect(await compare.cell(inspection, 'Lea Aro')).toContainText('Leans towards')

  await (await compare.cell(safe, 'Dockers’ union')).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('dialog', { name: 'Dockers’ union' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Dockers’ union' })).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('link', { name: /^Open ¶/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await reader.open()
  await expect(reader.inspector).toContainText('“Nobody who drives over it believes that,”')

  page = await counterpoint.restart()
  await expect(page.getByRole('heading', { level: 1, name: bridgeTitle })).toBeVisible()
  await page.getByRole('link', { name: 'Statements', exact: true }).click()
  await expect(page.getByText('“Our hull shows no mark that fits,”').first()).toBeVisible()

  await page.getByRole('button', { name: 'Export' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: 'CSV' }).click()
  const csv = (await counterpoint.saved(() => dialog.getByRole('button', { name: 'Save file' }).click())).bytes.toString()
  for (const { words } of statements) expect(csv).toContain(words)
})

test('two statements side by side, with the differences marked', async ({ counterpoint: { page } }) => {
  await markBridge(page, [0, 9])
  const compare = await new ComparePage(page).open()
  for (const speaker of ['Port authority', 'Lea Aro']) {
    await (await compare.cell(safe, speaker)).focus()
    await page.keyboard.press('x')
  }
  await page.getByRole('button', { name: 'Compare side by side' }).click()
  await expect(page.getByText('“The bridge is safe for lorries,”').first()).toBeVisible()
  await expect(page.locator('ins').first()).toBeVisible()
  await expect(page.locator('del').first()).toBeVisible()
})
