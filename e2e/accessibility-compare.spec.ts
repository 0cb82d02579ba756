/** The screens that compare, as axe finds them in light and dark: matrix, cells, side by side, timeline, same words, the statements table. */
import { ask } from './ask.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { air, doctor, markFourArticles, norra, sirens, source, mayor, union } from './four-articles.ts'
import { goTo } from './go-to.ts'
import { inspection, markBridge } from './marking.ts'
import { ComparePage } from './pages/compare-page.ts'
import { SideBySidePage } from './pages/side-by-side-page.ts'
import { StatementsPage } from './pages/statements-page.ts'

test('an empty matrix and an empty table', async ({ counterpoint: { page } }) => {
  for (const address of ['#/compare', '#/statements', '#/timeline']) {
    await goTo(page, address)
    await expect(page.getByRole('main')).not.toBeEmpty()
    await expectAccessible(page)
  }
})

test('the matrix, its cells, heads, filters and menus', async ({ counterpoint: { page } }) => {
  await markFourArticles(page)
  const compare = await new ComparePage(page).open()
  await expect(await compare.cell(sirens, mayor)).toContainText('Contradictory')
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await compare.openCell(source, norra)
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await page.keyboard.press('Escape')
  const empty = await compare.openCell(air, union)
  await expectAccessible(page)
  await page.keyboard.press('Space')
  await empty.getByRole('button', { name: 'Looked in 4 articles, none found' }).press('Enter')
  await expect(page.getByText('1 looked, none found')).toBeVisible()
  await expectAccessible(page)
  await compare.head('columnheader', doctor).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Same words in several sources' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Swap rows and columns' }).click()
  await expect(compare.grid.getByRole('columnheader').filter({ hasText: source })).toBeVisible()
  await expectAccessible(page)
  for (const [filter, shown] of [[/^Dates/, page.getByRole('textbox', { name: 'To' })], [/^Stance/, page.getByRole('checkbox', { name: 'Denies' })]] as const) {
    await page.getByRole('button', { name: filter }).press('Enter')
    await expect(shown).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
  }
  await compare.chooseInMenu('Save as a comparison…')
  await expect(page.getByRole('dialog', { name: 'Save comparison' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More for this comparison' }).click()
  await page.getByRole('menuitem', { name: 'Balance…' }).click()
  await expect(page.getByRole('dialog', { name: 'Balance' })).toContainText('Who has no statement')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 720, height: 480 })
  await expect(compare.grid).toBeVisible()
  await expectAccessible(page, ['light'])
})

test('statements side by side', async ({ counterpoint: { page } }) => {
  await markBridge(page, [8, 10, 11, 7, 5])
  const compare = await new ComparePage(page).open()
  for (const speaker of ['Lea Aro', 'Port authority']) {
    await (await compare.cell(inspection, speaker)).focus()
    await page.keyboard.press('x')
  }
  await expect(page.getByRole('button', { name: 'Compare side by side' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Compare side by side' }).click()
  const sides = await new SideBySidePage(page).open()
  await expect(sides.table.locator('ins.changes-meaning')).toHaveText('not')
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await page.keyboard.press('s')
  await expect(sides.cells('Source').first().locator('mark')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add statement' }).click()
  await expect(page.getByRole('dialog', { name: 'Add a statement' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 720, height: 480 })
  await expectAccessible(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await sides.choose('B', 'Remove')
  await expect(page.getByText('Add a statement to see which words differ.')).toBeVisible()
  await expectAccessible(page)
})

test('the timeline, an event with a bad date, and the list', async ({ counterpoint: { page } }) => {
  await markFourArticles(page)
  await goTo(page, '#/timeline')
  await expect(page.getByRole('grid', { name: 'Timeline' }).getByRole('rowheader').first()).toBeVisible()
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Add event' })
  await dialog.getByRole('textbox', { name: 'What happened' }).fill('The cloud drifts over Lindow')
  await dialog.getByRole('textbox', { name: 'Date' }).fill('3 March')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('write a date as 2017')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'List' }).click()
  await expect(page.getByRole('list', { name: 'Timeline as a list' })).toBeVisible()
  await expectAccessible(page)
})

test('the same words in several sources', async ({ counterpoint: { page } }) => {
  await markFourArticles(page)
  const compare = await new ComparePage(page).open()
  await compare.chooseAtHead('columnheader', doctor, 'Same words in several sources')
  await expect(page.getByRole('region', { name: `${doctor}, full in 2, clipped in 1, altered in 1` }).getByRole('listitem')).toHaveCount(4)
  await expectAccessible(page, ['light', 'dark', 'sepia'])
})

test('the statements table: picked, grouped, filtered to nothing, narrow', async ({ counterpoint: { page } }) => {
  await markFourArticles(page)
  const [first] = await ask(page, 'statements.list', {})
  await ask(page, 'statements.update', { id: first!.id, speakerId: null, stance: null })
  const table = await new StatementsPage(page).open()
  await expect(table.grid.getByRole('row').nth(1)).toBeVisible()
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await table.grid.getByRole('checkbox', { name: 'Pick all' }).check()
  await expect(table.picked).toBeVisible()
  await expectAccessible(page)
  await table.picked.getByRole('button', { name: 'Stance' }).click()
  await expect(page.getByRole('menuitem', { name: 'Doubts' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 720, height: 480 })
  await expect(table.picked).toBeVisible()
  await expectAccessible(page, ['light'])
  await page.setViewportSize({ width: 1440, height: 900 })
  await table.groupBy('Speaker')
  await expectAccessible(page)
  await page.getByRole('searchbox', { name: 'Speaker, issue or source' }).fill('nobody of that name')
  await expect(page.getByText('No statements match these filters.')).toBeVisible()
  await expectAccessible(page)
})
