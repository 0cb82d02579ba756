/** One text open in two windows: what was typed in either is lost in none. */
import type { Page } from '@playwright/test'
import { ask } from './ask.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { bridgeText } from './marking.ts'
import { NotePage } from './pages/note-page.ts'
import { RevisePage } from './pages/revise-page.ts'
import { goTo } from './go-to.ts'

test.beforeEach(({ face }) => {
  test.skip(face !== 'browser', 'a second tab, which a window has not')
})

const bar = (page: Page) => page.getByRole('region', { name: 'Changed in another window' })
const choose = (page: Page, name: string): Promise<void> => bar(page).getByRole('button', { name }).click()

/** The same screen in two tabs. */
async function twoWindows(page: Page, screen: 'article' | 'edit'): Promise<{ articleId: string; other: Page }> {
  const { id: articleId } = await ask(page, 'articles.import', { kind: 'text', text: bridgeText })
  const other = await page.context().newPage()
  await goTo(page, `#/${screen}?articleId=${articleId}`)
  await other.goto(`${new URL(page.url()).origin}/#/${screen}?articleId=${articleId}`)
  return { articleId, other }
}

async function twoNotes(page: Page) {
  const { articleId, other } = await twoWindows(page, 'article')
  const [here, there] = [page, other].map((one) => new NotePage(one, one.getByRole('complementary', { name: 'Inspector' })))
  const write = async (note: NotePage, words: string): Promise<void> => {
    await note.text.click()
    await note.text.press('Control+End')
    await note.type(words)
  }
  const stored = async (): Promise<string | undefined> => (await ask(page, 'notes.get', { type: 'article', id: articleId }))?.text
  await expect(here!.text).toBeVisible()
  await expect(there!.text).toBeVisible()
  return { here: here!, there: there!, other, write, stored }
}

test('a note that another window changed is not overwritten: both texts stand on the screen, and one, the other or both are kept', async ({ counterpoint: { page } }) => {
  const { here, there, other, write, stored } = await twoNotes(page)
  await write(there, 'Theirs.')
  await there.saved()
  await expect(here.text).toHaveText('Theirs.')

  await here.text.click()
  await write(there, ' More of theirs.')
  await expect.poll(stored).toBe('Theirs. More of theirs.')
  await write(here, ' Mine.')
  await expect(bar(page).getByRole('status')).toContainText('This note was changed in another window.')
  await expect(bar(page).getByRole('group', { name: 'The other text' })).toHaveText('Theirs. More of theirs.')
  await expect(here.text).toHaveText('Theirs. Mine.')
  await write(here, ' More of mine.')
  await expect(here.text).toHaveText('Theirs. Mine. More of mine.')
  expect(await stored()).toBe('Theirs. More of theirs.')
  await expectAccessible(page)
  await choose(page, 'Keep both')
  await expect(bar(page)).toBeHidden()
  await expect.poll(stored).toBe('Theirs. Mine. More of mine.\nWritten in another window\nTheirs. More of theirs.')

  // The other tab still has its own in hand.
  await write(there, ' Again.')
  await choose(other, 'Keep mine')
  await expect(bar(other)).toBeHidden()
  await expect.poll(stored).toBe('Theirs. More of theirs. Again.')
  await write(here, ' Once more.')
  await choose(page, 'Use the other')
  await expect(here.text).toHaveText('Theirs. More of theirs. Again.')
  await expect.poll(stored).toBe('Theirs. More of theirs. Again.')
  await here.tool('Undo typing').click()
  await expect(here.text).toContainText('Once more.')
  await expect.poll(stored).toContain('Once more.')
})

test('a window that is left without a choice keeps both texts of the note', async ({ counterpoint: { page } }) => {
  const { here, there, write, stored } = await twoNotes(page)
  await here.text.click()
  await write(there, 'Theirs.')
  await expect.poll(stored).toBe('Theirs.')
  await write(here, 'Mine.')
  await expect(bar(page)).toBeVisible()
  await goTo(page, '#/library')
  await expect(page.getByText('The text was changed in another window. Both are kept, yours first.').first()).toBeVisible()
  await expect.poll(stored).toBe('Mine.\nWritten in another window\nTheirs.')
})

test('an article’s draft in two windows: who has typed nothing sees the other’s, and of two texts neither is lost', async ({ counterpoint }) => {
  const { page } = counterpoint
  const calls = counterpoint.calls!
  const { articleId, other } = await twoWindows(page, 'edit')
  const [here, there] = [new RevisePage(page), new RevisePage(other)]
  const draft = async (): Promise<string> => JSON.stringify(await ask(page, 'drafts.get', { articleId }))
  await there.replace('eastern lane', 'northern lane')
  await expect(here.text).toContainText('northern lane')

  // Typed before the other's has come.
  await calls.hold('drafts.get')
  await there.replace('northern lane', 'southern lane')
  await expect.poll(calls.held).toBeGreaterThan(0)
  const before = await calls.held()
  await here.select('Tomas Brandt')
  await page.keyboard.type('Thomas Brandt')
  await expect.poll(calls.held).toBeGreaterThan(before)
  await calls.letGo('all')
  await expect(bar(page).getByRole('status')).toContainText('The draft of this article was changed in another window.')
  await expect(bar(page).getByRole('region')).toContainText('southern lane')
  await expect(here.text).toContainText('Thomas Brandt')
  expect(await draft()).not.toContain('Thomas Brandt')
  await expectAccessible(page)
  await choose(page, 'Keep mine')
  await expect(bar(page)).toBeHidden()
  await expect.poll(draft).toContain('Thomas Brandt')
  await expect(there.text).toContainText('Thomas Brandt')
})
