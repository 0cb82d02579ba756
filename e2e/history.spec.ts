/** Undo in order, also after a restart; of each window its own acts; and the panel that names the steps and goes back to one. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { bridgeText, bridgeTitle, statements } from './marking.ts'
import { HistoryPage } from './pages/history-page.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

async function addTag(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(tag(page, name)).toBeVisible()
  await expect(page.getByRole('dialog', { name: 'Add tag' })).toHaveCount(0)
}

const tag = (page: Page, name: string) => page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: new RegExp(`^${name}`) })

test('after a restart, undo takes back what was done before it, in order', async ({ counterpoint }) => {
  await new LibraryPage(counterpoint.page).addText(bridgeText)
  const reader = await new ReaderPage(counterpoint.page).open()
  await reader.mark(statements[0]!.words, statements[0]!)
  await reader.highlight(statements[1]!.words)
  await reader.writeNote('A first thought')

  const page = await counterpoint.restart()
  const history = await new HistoryPage(page).open()
  const labels = ['Edit note', 'Highlight', 'Set stance', 'Set issue', 'Add issue', 'Set speaker', 'Add speaker', 'Mark statement', 'Add article']
  await expect(history.steps.locator('.history-label')).toHaveText(labels)
  const marks = page.getByRole('button', { name: /^(Statement|Highlight): / })
  await expect(marks).toHaveCount(2)
  for (const label of labels.slice(0, -1)) {
    await expect(history.undo).toHaveAttribute('title', label)
    await history.undo.click()
    await expect(history.redo).toHaveAttribute('title', label)
  }
  await expect(marks).toHaveCount(0)
  for (const label of labels.slice(0, -1).toReversed()) {
    await expect(history.redo).toHaveAttribute('title', label)
    await history.redo.click()
    await expect(history.undo).toHaveAttribute('title', label)
  }
  await expect(marks).toHaveCount(2)
})

test('two windows each take back their own acts, and neither the other’s', async ({ counterpoint: { page }, face }) => {
  test.skip(face !== 'browser', 'a second tab, which a window has not')
  const other = await page.context().newPage()
  await other.goto(new URL('/', page.url()).href)
  await addTag(page, 'harbours')
  await addTag(other, 'bridges')
  await addTag(page, 'lorries')
  await expect(tag(other, 'lorries')).toBeVisible()
  const [here, there] = [new HistoryPage(page), await new HistoryPage(other).open()]
  await expect(there.steps).toHaveText([/^Add tag.*lorries.*In another window$/, /^Add tag.*bridges.*You are here$/, /^Add tag.*harbours.*In another window$/])

  await there.undo.click()
  await expect(tag(page, 'bridges')).toHaveCount(0)
  await expect(there.undo).toBeDisabled()
  await expect(tag(page, 'harbours')).toBeVisible()
  await expect(tag(page, 'lorries')).toBeVisible()
  await here.undo.click()
  await expect(tag(other, 'lorries')).toHaveCount(0)
  await there.redo.click()
  await expect(tag(page, 'bridges')).toBeVisible()

  // What the other window changed since stays as it is, and undo says why.
  await other.getByRole('button', { name: 'More for harbours' }).click()
  await other.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(tag(page, 'harbours')).toHaveCount(0)
  await here.undo.click()
  await expect(page.getByRole('alert').getByText('“Add tag” can’t be undone, because “Delete tag”, done in another window, changed it since. It stays as it is.')).toBeVisible()
  await expect(tag(page, 'bridges')).toBeVisible()
  await other.close()
})

test('a tab that was copied from this one has a history of its own, and each keeps its own through a reload', async ({ counterpoint: { page }, face }) => {
  test.skip(face !== 'browser', 'a second tab, which a window has not')
  const [copy] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void window.open('/'))])
  await addTag(page, 'harbours')
  await addTag(copy, 'bridges')
  await expect(tag(page, 'bridges')).toBeVisible()
  for (const tab of [page, copy]) {
    await tab.reload()
    await expect(tag(tab, 'bridges')).toBeVisible()
  }
  const [here, there] = [new HistoryPage(page), await new HistoryPage(copy).open()]
  await expect(there.steps).toHaveText([/^Add tag.*bridges.*You are here$/, /^Add tag.*harbours.*In another window$/])
  await here.undo.click()
  await expect(tag(copy, 'harbours')).toHaveCount(0)
  await expect(here.undo).toBeDisabled()
  await expect(tag(page, 'bridges')).toBeVisible()
  await copy.close()
})

test('the panel names each step and goes back to one, and what the command line did in between stays', async ({ counterpoint }) => {
  const { page } = counterpoint
  const library = new LibraryPage(page)
  await addTag(page, 'harbours')
  await addTag(page, 'lorries')
  expect((await counterpoint.run(['import', '-'], { input: bridgeText })).status).toBe(0)
  await expect(library.articles.getByRole('link', { name: bridgeTitle })).toBeVisible()
  await addTag(page, 'bridges')

  const history = await new HistoryPage(page).open()
  await expect(history.panel.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(history.steps).toHaveText([/^Add tag.*bridges.*You are here$/, /^Add article.*Port authority.*On the command line$/, /^Add tag.*lorries$/, /^Add tag.*harbours$/])
  await history.steps.nth(3).click()
  await expect(history.present).toContainText('harbours')
  await expect(page.getByText('Undone: 2 steps.').first()).toBeVisible()
  await expect(history.steps).toHaveText([/bridges.*Undone$/, /On the command line$/, /lorries.*Undone$/, /harbours.*You are here$/])
  await expect(tag(page, 'bridges')).toHaveCount(0)
  await expect(tag(page, 'lorries')).toHaveCount(0)
  await expect(library.articles.getByRole('link', { name: bridgeTitle })).toBeVisible()

  // With keys: up past the command line's step to the newest, and forth again.
  await history.steps.nth(3).focus()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp')
  await expect(history.steps.nth(0)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(history.present).toContainText('bridges')
  await expect(tag(page, 'lorries')).toBeVisible()
  await history.panel.getByRole('button', { name: 'Before all of these' }).click()
  await expect(tag(page, 'harbours')).toHaveCount(0)
  await expect(library.articles.getByRole('link', { name: bridgeTitle })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(history.panel).toHaveCount(0)
})

test('the settings and the end of the history say how far back the work can be undone', async ({ counterpoint: { page } }) => {
  const kept = 'Steps that can be undone, also after a restart: the last 10,000, or those of the last 90 days, whichever are more.'
  await addTag(page, 'harbours')
  await addTag(page, 'bridges')
  const history = await new HistoryPage(page).open()
  await expect(history.panel.getByText(kept)).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('region', { name: 'History' })
  await expect(settings.getByText(kept)).toBeVisible()
  await expect(settings).toContainText(/Kept now2 steps, \d+ byte/)
})
