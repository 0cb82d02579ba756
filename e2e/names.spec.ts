/** Speakers and issues: merged, split off, deleted with a place for their statements, known by other names, in the reader's own order. */
import type { Locator, Page } from '@playwright/test'
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { goTo } from './go-to.ts'
import { barge, bridgeTitle, markBridge, safe, statements } from './marking.ts'
import { ComparePage } from './pages/compare-page.ts'
import { LibraryPage } from './pages/library-page.ts'
import { NamesPage } from './pages/names-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

/** The bridge article with these of its statements marked, the last of them chosen. */
async function marked(page: Page, places: number[]): Promise<ReaderPage> {
  const articleId = await markBridge(page, places)
  const { words, speaker } = statements[places.at(-1)!]!
  const { id: highlightId } = (await ask(page, 'highlights.list', { articleId })).find(({ quote }) => quote === words)!
  await goTo(page, `#/article?articleId=${articleId}&highlightId=${highlightId}`)
  const reader = await new ReaderPage(page).open()
  await expect(reader.inspector.getByRole('combobox', { name: 'Speaker' })).toHaveValue(speaker)
  return reader
}

test('two speakers are merged, and undo gives both back', async ({ counterpoint: { page } }) => {
  await marked(page, [0, 2, 4])
  const names = await new NamesPage(page).open()
  await names.choose('Dockers’ union')
  await expect(names.statements).toHaveCount(2)
  await page.getByRole('button', { name: 'Merge into…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge speaker' })
  await expect(dialog).toContainText('2 statements')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Choose the speaker that stays.')
  await names.pick(dialog.getByRole('combobox', { name: 'Merge into' }), 'Port authority')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(names.rows).toHaveText([/Port authority.*3/])
  await expect(names.title).toHaveValue('Port authority')
  await expect(page.getByRole('list', { name: 'Other names' })).toContainText('Dockers’ union everywhere')

  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(names.rows).toHaveText([/Port authority.*1/, /Dockers’ union.*2/])
  await page.keyboard.press('Control+Shift+z')
  await expect(names.rows).toHaveText([/Port authority.*3/])
  await page.keyboard.press('Control+z')
  await expect(names.rows).toHaveText([/Port authority.*1/, /Dockers’ union.*2/])
})

test('statements are split off, and a deleted speaker’s go where they are sent', async ({ counterpoint: { page } }) => {
  await marked(page, [2, 4, 5])
  const names = await new NamesPage(page).open()
  await names.choose('Dockers’ union')
  await names.statements.filter({ hasText: 'doubts that a barge was the cause' }).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Split off as a new speaker…' }).click()
  const split = page.getByRole('dialog', { name: 'Split off as a new speaker' })
  await split.getByRole('textbox', { name: 'Name' }).fill('norvik')
  await split.getByRole('button', { name: 'Split off' }).click()
  await expect(split.getByRole('alert')).toContainText('There is a speaker “Norvik” already.')
  await split.getByRole('textbox', { name: 'Name' }).fill('Crane drivers')
  await split.getByRole('button', { name: 'Split off' }).click()
  await expect(names.title).toHaveValue('Crane drivers')
  await expect(names.statements).toHaveCount(1)

  await page.getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete speaker' })
  await dialog.getByRole('radio', { name: 'Its statement goes to another speaker' }).click()
  await names.pick(dialog.getByRole('combobox', { name: 'New speaker' }), 'Norvik')
  await dialog.getByRole('button', { name: 'Delete speaker' }).click()
  await expect(names.rows).toHaveText([/Dockers’ union.*1/, /Norvik.*2/])
  await page.keyboard.press('Control+z')
  await expect(names.rows).toHaveText([/Dockers’ union.*1/, /Norvik.*1/, /Crane drivers.*1/])
  await page.keyboard.press('Control+z')
  await expect(names.rows).toHaveText([/Dockers’ union.*2/, /Norvik.*1/])

  await page.getByRole('radio', { name: 'Issues' }).click()
  await names.choose(barge)
  await page.getByRole('button', { name: 'Delete…' }).click()
  const issue = page.getByRole('dialog', { name: 'Delete issue' })
  await issue.getByRole('button', { name: 'Delete issue' }).click()
  await expect(names.rows).toHaveText([new RegExp(safe)])
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(names.rows).toHaveCount(2)
})

test('“the authority” finds its speaker in this article only, and a statement says who relays it', async ({ counterpoint: { page } }) => {
  const reader = await marked(page, [0, 2])
  const speaker = reader.inspector.getByRole('combobox', { name: 'Speaker' })
  await speaker.fill('the authority')
  await page.getByRole('option', { name: '“the authority” is another name of…' }).click()
  const dialog = page.getByRole('dialog', { name: '“the authority” is another name of…' })
  await expect(dialog.getByRole('radio', { name: 'In this article only' })).toBeChecked()
  await new NamesPage(page).pick(dialog.getByRole('combobox', { name: 'Known as' }), 'Port authority')
  await dialog.getByRole('button', { name: 'Add name' }).click()
  await expect(speaker).toHaveValue('Port authority')
  await new NamesPage(page).pick(speaker, 'Dockers’ union')
  await speaker.fill('the authority')
  await expect(page.getByRole('option')).toHaveText(['Port authority “the authority”'])
  await speaker.press('Enter')
  await expect(speaker).toHaveValue('Port authority')

  const relay = reader.inspector.getByRole('combobox', { name: 'Reported by' })
  await relay.fill('Vellen Courier')
  await relay.press('Enter')
  await expect(relay).toHaveValue('Vellen Courier')
  await relay.press('Escape')
  await expect(relay).toHaveValue('Vellen Courier')

  await new LibraryPage(page).open()
  await new LibraryPage(page).addText('Another story\n\nThe authority said nothing. The bridge stays open.')
  await reader.open()
  await reader.select('The bridge stays open')
  await reader.toolbar.getByRole('button', { name: 'Statement', exact: true }).click()
  await speaker.fill('the authority')
  await expect(page.getByRole('option')).toHaveText(['Add “the authority”', '“the authority” is another name of…'])
  await speaker.press('Escape')

  await page.getByRole('link', { name: 'Statements', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: statements[2]!.words })).toContainText('according to Vellen Courier')
  const names = await new NamesPage(page).open()
  await names.choose('Port authority')
  await expect(page.getByRole('list', { name: 'Other names' })).toContainText(`the authority in “${bridgeTitle}”`)
  await names.choose('Vellen Courier')
  await expect(page.getByRole('region', { name: 'Statements that it relays' })).toContainText(statements[2]!.words)
})

test('the reader’s own order, by key and by hand, is the matrix’s too', async ({ counterpoint: { page } }) => {
  await marked(page, [0, 2, 5])
  const names = await new NamesPage(page).open()
  await names.row('Norvik').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(names.rows).toHaveText([/Norvik/, /Port authority/, /Dockers’ union/])
  await expect(names.row('Norvik')).toBeFocused()
  await names.rows.nth(1).dragTo(names.rows.nth(2), { targetPosition: { x: 40, y: 28 } })
  await expect(names.rows).toHaveText([/Norvik/, /Dockers’ union/, /Port authority/])
  const { grid } = await new ComparePage(page).open()
  await expect(grid.getByRole('columnheader')).toHaveText([/Issue/, /Norvik/, /Dockers’ union/, /Port authority/])
  await page.keyboard.press('Control+z')
  await expect(grid.getByRole('columnheader')).toHaveText([/Issue/, /Norvik/, /Port authority/, /Dockers’ union/])
})

test('a speaker speaks for another, and never for itself', async ({ counterpoint: { page } }) => {
  const reader = await marked(page, [0, 2, 5])
  const names = await new NamesPage(page).open()
  const speaksFor = page.getByRole('combobox', { name: 'Speaks for' })
  await names.choose('Norvik')
  await names.pick(speaksFor, 'Port authority')
  await expect(names.row('Norvik')).toContainText('for Port authority')
  await names.choose('Dockers’ union')
  await speaksFor.fill('Norvik')
  await page.getByRole('option', { name: 'Norvik for Port authority' }).click()
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('Norvik speaks for Port authority')
  await names.choose('Port authority')
  await speaksFor.click()
  await expect(page.getByText('Type a name to add it.')).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(0)
  await speaksFor.press('Escape')
  await page.getByRole('link', { name: statements[0]!.words }).click()
  await reader.inspector.getByRole('combobox', { name: 'Speaker' }).fill('Norvik')
  await expect(page.getByRole('option', { name: 'Norvik' })).toContainText('for Port authority')
})

test('a new name and colour are seen at once in a reader that is open elsewhere', async ({ counterpoint: { page }, context, face }) => {
  test.skip(face !== 'browser', 'a second tab, which a window has not')
  await marked(page, [0])
  const other = await context.newPage()
  await other.goto(page.url())
  const entry: Locator = other.getByRole('button', { name: /^Statement: Port authority/ })
  await expect(entry).toHaveClass(/\bsp1\b/)
  const names = await new NamesPage(page).open()
  await page.getByRole('radiogroup', { name: 'Colour' }).getByRole('radio', { name: 'Green' }).click()
  await expect(entry).toHaveClass(/\bsp3\b/)
  await names.title.fill('Harbour board')
  await names.title.press('Enter')
  await expect(other.getByRole('button', { name: /^Statement: Harbour board/ })).toHaveClass(/\bsp3\b/)
})
