/** Articles change: edited here, or imported again. Highlights follow, or wait for the reader. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { goTo } from './go-to.ts'
import { bridgeFile, bridgeText, bridgeTitle } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'
import { RevisePage } from './pages/revise-page.ts'

const safe = '“The bridge is safe for lorries,”'
const denies = 'denies any part in it'
const nobody = '“Nobody who drives over it believes that,”'
const sound = 'The western lane appeared sound'

test('a typo is mended and the highlights follow; a changed word makes one wait; undo takes the edit back', async ({ counterpoint }) => {
  const { page, run } = counterpoint
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.mark(safe, { speaker: 'Port authority', issue: 'The bridge is safe for lorries', stance: 'Asserts' })
  await reader.highlight(denies)
  const revise = await new RevisePage(page).edit()
  await expect(revise.status).toContainText('2 highlights stay.')
  await revise.replace('closed the eastern lane', 'has closed the eastern lane')
  await expect(revise.status).toContainText('2 highlights stay.')
  await revise.replace('any part in it', 'every part in it')
  await expect(revise.status).toContainText('1 highlight stays, 1 is reworded.')
  await expect(page.getByRole('complementary', { name: 'Highlights that change' })).toContainText(denies)

  await page.reload()
  await expect(revise.text).toContainText('has closed the eastern lane')
  await revise.done()
  await expect(reader.article).toContainText('has closed the eastern lane')
  await page.getByRole('button', { name: /^Statement: Port authority asserts/ }).click()
  await expect(reader.inspector.locator('blockquote')).toHaveText(safe)
  await expect(page.getByText('1 highlight needs you')).toBeVisible()
  expect((await run(['verify'])).status).toBe(0)

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(reader.article).not.toContainText('has closed')
  await expect(page.getByText('1 highlight needs you')).toBeHidden()
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await expect(reader.article).toContainText('has closed')
})

test('Ctrl Enter finishes the edit and does nothing to the text, whatever is selected', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  const revise = await new RevisePage(page).edit()
  await revise.replace('closed the eastern lane', 'closed the northern lane')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(reader.article).toContainText('closed the northern lane')
  await revise.edit()
  await revise.select(nobody)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(reader.article).toBeVisible()
  const { id: articleId } = (await ask(page, 'articles.list', {}))[0]!
  const { text } = await ask(page, 'articles.get', { id: articleId })
  const first = await ask(page, 'revisions.get', { articleId, number: 1 })
  expect(text).toBe(first.text.replace('closed the eastern lane', 'closed the northern lane'))
})

test('an edit can be left: its draft waits, or is discarded', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  const revise = await new RevisePage(page).edit()
  await revise.replace('eastern lane', 'northern lane')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Keep the draft' }).click()
  await expect(reader.article).toContainText('eastern lane')
  await page.getByRole('link', { name: 'Go on editing' }).click()
  await expect(revise.text).toContainText('northern lane')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard the draft' }).click()
  await expect(reader.article).toContainText('eastern lane')
  await expect(page.getByRole('link', { name: 'Go on editing' })).toBeHidden()
})

test('a draft that is discarded while it is still being stored stays away', async ({ counterpoint: { page, calls } }) => {
  test.skip(!calls, 'the calls of the page are held on their way')
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  const revise = await new RevisePage(page).edit()
  await calls!.hold('drafts.save')
  await revise.select('eastern lane')
  await page.keyboard.type('n')
  await expect.poll(() => calls!.held()).toBe(1)
  // Stored by leaving the page for a moment, behind the one that is under way.
  await page.keyboard.type('orthern lane')
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard the draft' }).click()
  await calls!.letGo('all')
  await expect(reader.article).toContainText('eastern lane')
  await page.reload()
  await expect(reader.article).toContainText('eastern lane')
  await expect(page.getByRole('link', { name: 'Go on editing' })).toBeHidden()
})

test('a newer version is reviewed, and the queue it makes is cleared: accepted, kept, placed again', async ({ counterpoint }) => {
  const { page, run, home } = counterpoint
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  for (const words of [safe, denies, nobody, sound]) await reader.highlight(words)
  const newer = join(home, 'newer.txt')
  writeFileSync(newer, readFileSync(bridgeFile, 'utf8')
    .replace('The bridge is safe for lorries', 'The bridge is not safe for lorries')
    .replace(denies, 'denies some part in it')
    .replace(nobody, 'Few believe that,'))

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import newer version…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a newer version' })
  await dialog.getByLabel('File with the newer version').setInputFiles(newer)
  await expect(page.getByRole('heading', { name: `A newer version of “${bridgeTitle}”` })).toBeVisible()
  await expect(page.getByText('3 paragraphs differ.')).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Your highlights' })).toContainText('1 highlight stays, 2 are reworded, 1 is lost.')
  await page.getByRole('button', { name: 'Use this version' }).click()

  const { queue } = new RevisePage(page)
  await expect(page.getByRole('heading', { name: 'Highlights that need you: 1 of 3' })).toBeVisible()
  await expect(queue.getByRole('row', { name: 'Negation' })).toContainText('not')
  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { name: 'Highlights that need you: 1 of 2' })).toBeVisible()
  await expect(queue.getByRole('region', { name: 'Old wording' })).toContainText(denies)
  await page.keyboard.press('a')
  await expect(page.getByRole('heading', { name: 'Highlights that need you: 1 of 1' })).toBeVisible()
  await expect(queue).toContainText('Lost')
  await page.keyboard.press('p')
  const text = page.getByRole('textbox', { name: 'Article text' })
  await expect(text).toBeFocused()
  await text.evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const start = node.data.indexOf('Few believe that,')
      if (start >= 0) window.getSelection()!.setBaseAndExtent(node, start, node, start + 'Few believe that,'.length)
    }
  })
  await page.getByRole('button', { name: 'Place here' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible()

  const listed = await run(['verify', '--json'])
  expect(listed.status).toBe(0)
  await page.getByRole('button', { name: 'Back to the article' }).first().click()
  await expect(page.getByRole('button', { name: /^Highlight: Few believe that/ })).toHaveCount(1)
  await expect(page.getByRole('button', { name: /^Highlight: denies some part/ })).toHaveCount(1)

  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  for (const act of ['Place highlight', 'Accept new wording', 'Keep old wording', 'Import newer version']) {
    await expect(undo).toHaveAttribute('title', act)
    await undo.click()
  }
  await expect(reader.article).toContainText(safe)
  await expect(page.getByRole('button', { name: /^Highlight: / })).toHaveCount(4)
})

test('a newer version that was edited here is not discarded by one click', async ({ counterpoint: { page } }) => {
  const { id: articleId } = await ask(page, 'articles.import', { kind: 'text', text: bridgeText })
  await ask(page, 'drafts.import', { articleId, source: { kind: 'text', text: `${bridgeText}\n\nThe lane was opened again.` } })
  await goTo(page, `#/edit?articleId=${articleId}`)
  const revise = new RevisePage(page)
  await revise.replace('opened again', 'closed again')
  await goTo(page, `#/newer?articleId=${articleId}`)
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Discard what you have edited?' })
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('The lane was closed again.')).toBeVisible()
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await dialog.getByRole('button', { name: 'Discard the newer version' }).click()
  await new ReaderPage(page).open()
  expect(await ask(page, 'drafts.get', { articleId })).toBeNull()
})

test('what another window does to a draft or to the text is seen here, and an edit goes on from it', async ({ face, counterpoint }) => {
  test.skip(face !== 'browser', 'a second tab, which a window has not')
  const { page } = counterpoint
  const { id: articleId } = await ask(page, 'articles.import', { kind: 'text', text: bridgeText })
  await goTo(page, `#/article?articleId=${articleId}`)
  const there = await page.context().newPage()
  await there.goto(`${new URL(page.url()).origin}/#/newer?articleId=${articleId}`)
  await ask(page, 'drafts.import', { articleId, source: { kind: 'text', text: `${bridgeText}\n\nThe lane was opened again.` } })
  await expect(there.getByText('The lane was opened again.')).toBeVisible()
  await ask(page, 'drafts.discard', { articleId })
  await expect(there.getByText('No newer version of this article waits.')).toBeVisible()

  await new ReaderPage(page).open()
  const revise = await new RevisePage(page).edit()
  await there.goto(`${new URL(page.url()).origin}/#/edit?articleId=${articleId}`)
  const theirs = new RevisePage(there)
  await theirs.replace('eastern lane', 'northern lane')
  await theirs.done()
  await expect(revise.text).toContainText('northern lane')
  await revise.replace('Tomas Brandt', 'Thomas Brandt')
  await revise.done()
  const { text, revision } = await ask(page, 'articles.get', { id: articleId })
  expect(text).toContain('northern lane')
  expect(text).toContain('Thomas Brandt')
  expect(revision).toBe(3)
})

test('revisions are opened and compared; a kept wording is shown with its revision', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.mark(denies, { speaker: 'Norvik', issue: 'The barge caused the crack', stance: 'Denies' })
  const revise = await new RevisePage(page).edit()
  await revise.replace('any part in it', 'no part in it')
  await revise.done()
  await page.getByRole('link', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Keep the old wording' }).click()
  await page.getByRole('button', { name: 'Back to the article' }).first().click()
  await page.getByRole('complementary', { name: 'Inspector' }).getByText('Norvik').first().click()
  await expect(reader.inspector.getByText('Wording of revision 1')).toBeVisible()
  await reader.inspector.getByRole('link', { name: 'Compare' }).first().click()
  await expect(page.getByText('1 paragraph differs.')).toBeVisible()
  await page.getByRole('link', { name: /^Revision 1/ }).click()
  await expect(page.getByRole('region', { name: 'Revision 1' })).toContainText('any part in it')
})
