/** Notes, and speakers and issues, as axe finds them in light and dark. */
import { ask } from './ask.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { goTo } from './go-to.ts'
import { barge, markBridge } from './marking.ts'
import { NamesPage } from './pages/names-page.ts'
import { NotePage } from './pages/note-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

test('a note with everything in it, its menus, and where it links to', async ({ counterpoint: { page } }) => {
  const id = await markBridge(page, [0])
  await goTo(page, `#/article?articleId=${id}`)
  const reader = await new ReaderPage(page).open()
  const note = new NotePage(page, reader.inspector)
  await page.getByRole('button', { name: /^Statement: / }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Statement: / }).dragTo(note.text)
  await expect(note.quotations).toHaveCount(1)
  await note.text.press('Control+End')
  await note.type('', '# One', '- bullet', '', '')
  await note.type('[ ] open', '', '')
  await note.type('> quoted', '', '')
  await note.type('Some **bold**, *slanted* and `code` of ')
  await note.linkTo('port auth', /^Port authority$/)
  await note.tool('Insert quote').click()
  await expect(note.options).toHaveCount(1)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await note.text.press('Control+End')
  await note.type('', '``` ')
  await note.type('let x')
  await note.saved()
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await note.tool('Kind of block').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Heading 2' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await note.text.press('Control+End')
  await note.type('', '', '', '[[bridge')
  await expect(note.options.first()).toBeVisible()
  await expectAccessible(page)
})

test('speakers and issues, merged, split off, deleted, and read of in a note', async ({ counterpoint: { page } }) => {
  await markBridge(page, [0, 2, 4, 5])
  const names = await new NamesPage(page).open()
  await names.choose('Dockers’ union')
  await expect(names.statements).toHaveCount(2)
  const speaker = (await ask(page, 'speakers.list', {})).find(({ name }) => name === 'Dockers’ union')!
  await ask(page, 'speakers.addAlias', { id: speaker.id, name: 'the dockers', articleId: null })
  await expect(page.getByRole('list', { name: 'Other names' })).toContainText('the dockers')
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await page.getByRole('button', { name: 'Merge into…' }).click()
  const merge = page.getByRole('dialog', { name: 'Merge speaker' })
  await merge.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(merge.getByRole('alert')).toHaveText('Choose the speaker that stays.')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await names.statements.filter({ hasText: 'doubts that a barge was the cause' }).getByRole('checkbox').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Split off as a new speaker…' }).click()
  await expect(page.getByRole('dialog', { name: 'Split off as a new speaker' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Delete…' }).click()
  await page.getByRole('dialog', { name: 'Delete speaker' }).getByRole('radio', { name: /go to another speaker/ }).click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Issues' }).click()
  await names.choose(barge)
  await expectAccessible(page)
})
