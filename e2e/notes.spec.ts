/** Notes: Markdown as one types, links and backlinks, quotations, pasting, and nothing lost. */
import type { Page } from '@playwright/test'
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { bridgeText, bridgeTitle, safe } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { NotePage } from './pages/note-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

const quote = '“The bridge is safe for lorries,”'

async function aReader(page: Page): Promise<{ reader: ReaderPage; note: NotePage }> {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  return { reader, note: new NotePage(page, reader.inspector) }
}

test('Markdown makes headings, lists, check lists, quotes, code and marks, and the toolbar the same', async ({ counterpoint: { page, run } }) => {
  const { note } = await aReader(page)
  await expect(note.text).toBeVisible()
  await expect(note.within.getByText('Write a note…')).toBeVisible()
  await note.text.click()
  await note.type('# One', '## Two', '### Three', '- bullet', 'second', '', '')
  await note.type('1. first', 'then', '', '')
  await note.type('[ ] open', 'ticked', '', '')
  await note.type('> quoted', '', '')
  await note.type('Some **bold**, *slanted* and `code` here')
  for (const level of [1, 2, 3]) await expect(note.text.getByRole('heading', { level })).toHaveCount(1)
  await expect(note.text.locator('ul:not(.rich-check) > li')).toHaveText(['bullet', 'second'])
  await expect(note.text.locator('ol > li')).toHaveText(['first', 'then'])
  await expect(note.text.getByRole('checkbox')).toHaveText(['open', 'ticked'])
  await expect(note.text.locator('.rich-b')).toHaveText('bold')
  await expect(note.text.locator('.rich-i')).toHaveText('slanted')
  await expect(note.text.locator('code')).toHaveText('code')
  const ticked = note.text.getByRole('checkbox').nth(1)
  await ticked.click({ position: { x: 6, y: 10 } })
  await expect(ticked).toBeChecked()
  await note.text.press('Control+End')
  await note.type('', '``` ')
  await note.type('let x')
  await expect(note.text.locator('code.rich-code-block')).toContainText('let x')
  await expect(note.tool('Redo typing')).toBeDisabled()
  await note.tool('Undo typing').click()
  await note.tool('Redo typing').click()
  await expect(note.text.locator('code.rich-code-block')).toContainText('let x')
  await note.saved()

  // The toolbar by keys: Tab leads to its first control, the arrows along it.
  await note.tool('Kind of block').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Heading 2' }).click()
  await expect(note.text.getByRole('heading', { level: 2 })).toHaveCount(2)
  await expect(async () => expect((await run(['export', '--format', 'markdown'])).stdout).toContain('- [ ] open\n- [x] ticked')).toPass()
})

test('[[ links to a speaker, shows its present name, and its backlink leads back', async ({ counterpoint: { page } }) => {
  const { reader, note } = await aReader(page)
  await reader.mark(quote, { speaker: 'Port authority', issue: safe, stance: 'Asserts' })
  await note.text.click()
  await note.type('Says ')
  await note.linkTo('port auth', /^Port authority$/)
  await note.type('and ')
  await page.keyboard.type('[[nothing of that name')
  await expect(page.getByText('Nothing is called “nothing of that name”.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Nothing is called')).toHaveCount(0)
  for (let letter = 0; letter < '[[nothing of that name'.length; letter += 1) await page.keyboard.press('Backspace')
  await note.type('[[')
  await expect(note.options).toHaveCount(4)
  await page.keyboard.press('ArrowDown')
  await expect(note.options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await note.saved()

  await note.links.click()
  const names = page.getByRole('region', { name: 'Details' })
  const title = names.getByRole('textbox', { name: 'Name', exact: true })
  await expect(title).toHaveValue('Port authority')
  const speakerNote = new NotePage(page, names)
  await expect(speakerNote.backlinks).toContainText(['Says Port authority and'])
  await title.fill('Harbour board')
  await title.press('Enter')
  await speakerNote.text.click()
  await speakerNote.type('Has a new director')
  await speakerNote.saved()
  await speakerNote.backlinks.click()
  await expect(reader.inspector).toContainText(quote)
  await expect(note.links).toHaveText('Harbour board')

  const search = new LibraryPage(page).search
  await search.fill('new director')
  await page.getByRole('listbox', { name: 'Search results' }).getByRole('option', { name: /Harbour board/ }).click()
  await expect(title).toHaveValue('Harbour board')
  await names.getByRole('button', { name: 'Delete…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^Delete/ }).click()
  await page.goBack()
  await page.getByRole('link', { name: 'Library' }).first().click()
  await new LibraryPage(page).openArticle(bridgeTitle)
  await page.getByRole('button', { name: /^Statement: / }).click()
  await expect(note.text.locator('s')).toHaveText('Port authority')
  await expect(note.text).toContainText('not in the library any more')
})

test('a quotation stays exact, can’t be broken, and goes as a whole', async ({ counterpoint: { page, run } }) => {
  const { reader, note } = await aReader(page)
  await reader.highlight(quote)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Highlight: / }).dragTo(note.text)
  await expect(note.quotations).toHaveCount(1)
  await expect(note.quotations.locator('blockquote')).toHaveText(quote)
  await expect(note.quotations).toContainText(`${bridgeTitle}, 12 March 2024, ¶ 2`)
  await note.quotations.locator('blockquote').click()
  await page.keyboard.type('broken?')
  await expect(note.quotations.locator('blockquote')).toHaveText(quote)
  await page.keyboard.press('Backspace')
  await expect(note.quotations).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(note.quotations.locator('blockquote')).toHaveText(quote)

  await note.text.press('Control+End')
  await note.tool('Insert quote').click()
  await expect(note.options).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(note.quotations).toHaveCount(2)
  await note.type('after it')
  await note.saved()
  await expect(async () => expect((await run(['export', '--format', 'markdown'])).stdout).toContain(`> ${quote}\n\n— `)).toPass()
  await note.quotations.first().getByRole('button', { name: 'Open the quotation’s source' }).click()
  await expect(reader.inspector.locator('.inspector-quote')).toHaveText(quote)
  await expect(note.backlinks).toHaveCount(1)
})

test('an article’s note is in its details too, where Escape closes the list before the dialog', async ({ counterpoint: { page } }) => {
  const { note } = await aReader(page)
  await note.text.click()
  await note.type('A long note. '.repeat(60), 'Its end')
  await note.saved()
  await page.getByRole('toolbar', { name: 'Article tools' }).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: /details/i }).click()
  const dialog = page.getByRole('dialog', { name: 'Article details' })
  const inDialog = new NotePage(page, dialog)
  await expect(inDialog.text).toContainText('Its end')
  await inDialog.text.press('Control+End')
  await inDialog.type(' [[bridge')
  await expect(inDialog.options.first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(inDialog.options).toHaveCount(0)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(note.text).toContainText('Its end [[bridge')
})

async function copyIntoNote(page: Page, reader: ReaderPage, note: NotePage, words: string): Promise<void> {
  await reader.select(words)
  await reader.toolbar.getByRole('button', { name: /^Copy/ }).click()
  await expect(page.getByText('Quote copied with its source').first()).toBeVisible()
  await note.text.click()
  await page.keyboard.press('Control+v')
  await expect(note.quotations.locator('blockquote')).toHaveText([words])
}

test('a quote copied with its source is pasted as a quotation, and so is a passage that is dragged in', async ({ counterpoint: { page }, face }) => {
  if (face === 'browser') await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const { reader, note } = await aReader(page)
  await copyIntoNote(page, reader, note, quote)
  await expect(page.getByRole('list', { name: 'Highlights' }).getByRole('listitem')).toHaveCount(1)
  await reader.select('denies any part in it')
  const { x, y } = await reader.pointOf('denies any part in it')
  const field = (await note.text.boundingBox())!
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(field.x + 60, field.y + field.height - 6, { steps: 8 })
  await page.mouse.up()
  await expect(note.quotations.locator('blockquote')).toHaveText([quote, 'denies any part in it'])
  await note.saved()
})

test('a passage is quoted in its own words, also where an older wording of the same place was kept', async ({ counterpoint: { page }, face }) => {
  if (face === 'browser') await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const { reader, note } = await aReader(page)
  await reader.highlight(quote)
  const { id } = (await ask(page, 'articles.list', {}))[0]!
  await ask(page, 'drafts.import', { articleId: id, source: { kind: 'text', text: bridgeText.replace('bridge is safe', 'bridge is shut') } })
  await ask(page, 'articles.revise', { id })
  await ask(page, 'highlights.keepOld', { id: (await ask(page, 'highlights.queue', {}))[0]!.id })
  await expect(reader.article).toContainText('bridge is shut')
  await page.keyboard.press('Escape')
  const now = quote.replace('safe', 'shut')
  await copyIntoNote(page, reader, note, now)
  await note.saved()
})

test('what is pasted from Word or a web page comes in clean', async ({ counterpoint: { page } }) => {
  const { note } = await aReader(page)
  await note.text.click()
  await note.paste(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-unhide:no}</style></head><body lang=EN-GB><!--StartFragment-->
    <h1><span style='font-family:"Calibri Light"'>Findings<o:p></o:p></span></h1>
    <p class=MsoNormal><span style='font-size:11pt;color:#C00000'>It is <b style='mso-bidi-font-weight:normal'>safe</b>, <a href="https://example.org/">they say</a><o:p></o:p></span></p>
    <p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>a point</p>
    <!--EndFragment--></body></html>`, 'Findings')
  await expect(note.text.getByRole('heading', { level: 1 })).toHaveText('Findings')
  await expect(note.text.locator('li')).toHaveText('a point')
  await expect(note.text.locator('.rich-b')).toHaveText('safe')
  await expect(note.links).toHaveAttribute('href', 'https://example.org/')
  expect(await note.text.evaluate((field) => field.querySelectorAll('[style*=color], [style*=font], [class*=Mso]').length)).toBe(0)
  await note.paste('<div style="color:red">Web <span style="font-weight:700">bold</span><script>alert(1)</script><img src="https://tracker.example/x.gif"><a href="javascript:alert(1)">trap</a></div>', 'Web')
  await expect(note.text).toContainText('Web bold')
  await expect(note.text.locator('img, script')).toHaveCount(0)
  await expect(note.links).toHaveCount(1)
  await note.saved()
})

test('text that is said to be saved is there after the process was killed', async ({ counterpoint }) => {
  const { reader } = await aReader(counterpoint.page)
  await reader.highlight(quote)
  await reader.writeNote('Ask for the auditor’s letter: مذكرة')
  const page = await counterpoint.killAndRestart()
  await page.getByRole('button', { name: /^Highlight: / }).click()
  await expect(new ReaderPage(page).inspector.getByRole('textbox', { name: 'Note' })).toHaveText('Ask for the auditor’s letter: مذكرة')
})
