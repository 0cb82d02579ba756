/** Statements as a table: thirty that lack everything done without the mouse, several changed at once, sorted, grouped, and found again as it was left. */
import type { Page } from '@playwright/test'
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { StatementsPage } from './pages/statements-page.ts'
import { bringIn, type Ask } from './prepared-library.ts'

const sentences = Array.from({ length: 30 }, (_, at) => `Sentence number ${String(at + 1).padStart(2, '0')} says that the bridge stays closed.`)

/** An article with thirty statements that have neither speaker nor issue nor stance, and two of each name. */
const thirtyStatements = (page: Page) => bringIn(page, 'thirty statements', makeThirtyStatements)

async function makeThirtyStatements(ask: Ask) {
  const { id } = await ask('articles.import', { kind: 'text', text: `Thirty sentences\n\n${sentences.join('\n\n')}` })
  await ask('articles.update', { id, publisher: 'Harbour Wire' })
  const { text } = await ask('articles.get', { id })
  for (const sentence of sentences) {
    const start = text.indexOf(sentence)
    await ask('statements.create', { on: { articleId: id, ranges: [{ start, end: start + sentence.length }] } })
  }
  const speakers = [await ask('speakers.create', { name: 'Norvik' }), await ask('speakers.create', { name: 'Lea Aro' })]
  const issues = [await ask('issues.create', { proposition: 'The bridge is safe' }), await ask('issues.create', { proposition: 'A barge caused the crack' })]
  return { speakers, issues, statements: await ask('statements.list', {}) }
}

test('thirty statements get speaker, issue and stance without the mouse', async ({ counterpoint: { page } }) => {
  // Thirty rounds of keys, each waiting for what it shows.
  test.slow()
  const { speakers, issues } = await thirtyStatements(page)
  const table = await new StatementsPage(page).open()
  await expect(table.without('any of them', 30)).toBeVisible()
  await table.cell(sentences[0]!, 'stance').focus()

  await page.keyboard.press('Shift+A')
  for (const at of sentences.keys()) {
    await expect(table.panel.locator('mark')).toHaveText(sentences[at]!)
    await expect(table.field('Speaker')).toBeFocused()
    await page.keyboard.type(at % 2 ? 'lea' : 'norv')
    await page.keyboard.press('Enter')
    await expect(table.field('Issue')).toBeFocused()
    await page.keyboard.type(at % 3 ? 'safe' : 'barge')
    await page.keyboard.press('Enter')
    await page.keyboard.press(String(at % 5 + 1))
    await page.keyboard.press('Enter')
  }
  await expect(page.locator('#announcements')).toContainText('No more statements without a speaker, issue or stance.')
  await expect(table.without('any of them', 0)).toBeDisabled()
  await expect(table.grid.locator(':focus')).toHaveCount(1)

  const done = await ask(page, 'statements.list', {})
  const stances = ['asserts', 'leans', 'unclear', 'doubts', 'denies']
  expect(done.map(({ speakerId, issueId, stance }) => ({ speakerId, issueId, stance }))).toEqual(sentences.map((_, at) => ({
    speakerId: speakers[at % 2]!.id, issueId: issues[at % 3 ? 0 : 1]!.id, stance: stances[at % 5],
  })))
})

test('the next without a speaker follows by itself, one may be passed over, and a new name is added on the way', async ({ counterpoint: { page } }) => {
  await thirtyStatements(page)
  const table = await new StatementsPage(page).open()
  await table.cell(sentences[0]!, 'stance').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Shift+S')
  await expect(table.panel.locator('mark')).toHaveText(sentences[29]!)
  await expect(page.locator('#announcements')).toContainText('30 left.')
  await page.keyboard.press('Enter')
  await expect(table.panel.locator('mark')).toHaveText(sentences[0]!)
  await expect(page.locator('#announcements')).toContainText('29 left.')
  await page.keyboard.press('Enter')
  await expect(table.panel.locator('mark')).toHaveText(sentences[1]!)
  await page.keyboard.type('Port authority')
  await expect(page.getByRole('option', { name: 'Add “Port authority”' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(table.panel.locator('mark')).toHaveText(sentences[2]!)
  await expect(table.row(sentences[1]!)).toContainText('Port authority')
  await expect(table.without('speaker', 29)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(table.cell(sentences[2]!, 'speaker')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(table.row(sentences[1]!)).toContainText('No speaker yet')
})

test('several picked by key and mouse are changed at once, which undo takes back as one step', async ({ counterpoint: { page } }) => {
  await thirtyStatements(page)
  const table = await new StatementsPage(page).open()
  await table.cell(sentences[0]!, 'speaker').focus()
  await page.keyboard.press('Space')
  for (let row = 0; row < 3; row += 1) await page.keyboard.press('Shift+ArrowDown')
  await expect(table.picked).toContainText('4 picked')
  await table.cell(sentences[6]!, 'quote').click({ modifiers: ['Shift'] })
  await expect(table.picked).toContainText('7 picked')
  await table.row(sentences[2]!).getByRole('checkbox').uncheck()
  await expect(table.picked).toContainText('6 picked')

  await table.picked.getByRole('combobox', { name: 'Speaker of all picked' }).fill('lea')
  await page.getByRole('option', { name: 'Lea Aro' }).click()
  await expect(page.getByText('Speaker set to “Lea Aro” for 6 statements').last()).toBeVisible()
  await expect(table.row('Lea Aro')).toHaveCount(6)
  await table.picked.getByRole('button', { name: 'Stance' }).click()
  await page.getByRole('menuitem', { name: 'Doubts' }).click()
  await expect(table.row('Doubts')).toHaveCount(6)
  await table.picked.getByRole('combobox', { name: 'Tag of all picked' }).fill('Later')
  await page.getByRole('option', { name: 'Add “Later”' }).click()
  await expect(page.getByText('Tag “Later” put on 6 statements').last()).toBeVisible()
  await expect(table.row('Later')).toHaveCount(6)

  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(table.row('Later')).toHaveCount(0)
  await table.cell(sentences[0]!, 'quote').focus()
  // The tag was made, the stance set, the speaker set.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z')
  await expect(table.row('Doubts')).toHaveCount(0)
  await expect(table.row('Lea Aro')).toHaveCount(0)

  await page.keyboard.press('Delete')
  await expect(page.getByText('6 statements deleted').last()).toBeVisible()
  await expect(table.without('speaker', 24)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(table.without('speaker', 30)).toBeVisible()
  await page.keyboard.press('Control+a')
  await expect(table.picked).toContainText('30 picked')
  await page.keyboard.press('Escape')
  await expect(table.picked).toHaveCount(0)
})

test('sorted and grouped, the table is found again as it was left', async ({ counterpoint: { page } }) => {
  const { speakers, statements } = await thirtyStatements(page)
  await ask(page, 'statements.updateMany', { ids: statements.slice(0, 20).map(({ id }) => id), speakerId: speakers[0]!.id, stance: 'denies' })
  await ask(page, 'statements.updateMany', { ids: [statements[29]!.id], speakerId: speakers[1]!.id, stance: 'asserts' })
  const table = await new StatementsPage(page).open()

  await table.head('Stance').getByRole('button').click()
  await expect(table.head('Stance')).toHaveAttribute('aria-sort', 'ascending')
  await expect(table.grid.getByRole('row').nth(1)).toContainText(sentences[29]!)
  await table.head('Quote').getByRole('button').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(table.head('Quote')).toHaveAttribute('aria-sort', 'descending')
  await expect(table.head('Stance')).not.toHaveAttribute('aria-sort')
  await expect(table.grid.getByRole('row').nth(1)).toContainText(sentences[29]!)

  await table.groupBy('Speaker')
  await expect(table.grid.getByRole('button', { name: 'Norvik 20 statements' })).toBeVisible()
  await table.grid.getByRole('button', { name: 'Norvik 20 statements' }).click()
  await expect(table.grid.getByRole('button', { name: 'Norvik 20 statements' })).toHaveAttribute('aria-expanded', 'false')
  await expect(table.row(sentences[10]!)).toHaveCount(0)
  await table.cell(sentences[28]!, 'quote').focus()
  await page.keyboard.press('PageDown')
  await expect(table.cell(sentences[20]!, 'quote')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Article', exact: true })).toBeVisible()

  await page.goBack()
  await expect(table.cell(sentences[20]!, 'quote')).toBeFocused()
  await expect(table.head('Quote')).toHaveAttribute('aria-sort', 'descending')
  await expect(table.grid.getByRole('button', { name: 'Norvik 20 statements' })).toHaveAttribute('aria-expanded', 'false')
})

test('filters leave what matches; two to four go side by side', async ({ counterpoint: { page } }) => {
  const { speakers, statements } = await thirtyStatements(page)
  await ask(page, 'statements.updateMany', { ids: statements.slice(0, 2).map(({ id }) => id), speakerId: speakers[1]!.id })
  const table = await new StatementsPage(page).open()
  await page.getByRole('searchbox', { name: 'Speaker, issue or source' }).fill('aro wire')
  await expect(table.grid).toHaveAttribute('aria-rowcount', '3')
  await page.getByRole('combobox', { name: 'Filter by speaker' }).fill('no speaker')
  await page.getByRole('option', { name: 'No speaker yet' }).click()
  await expect(page.getByText('No statements match these filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await expect(table.grid).toHaveAttribute('aria-rowcount', '31')
  await page.goto(`${page.url().split('#')[0]}#/statements?speakerId=${speakers[1]!.id}`)
  await expect(table.grid).toHaveAttribute('aria-rowcount', '3')

  await table.grid.getByRole('checkbox', { name: 'Pick all' }).check()
  await page.setViewportSize({ width: 640, height: 800 })
  await expect(table.picked).toBeVisible()
  await table.picked.getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL(/side-by-side/)
})
