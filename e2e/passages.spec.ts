/** Passages of several parts, moving their ends, and many over the same words. */
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { goTo } from './go-to.ts'
import { bridgeText, markBridge } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

test('an interrupted quote is one statement, with […] between its parts, everywhere', async ({ counterpoint: { page, run } }) => {
  await new LibraryPage(page).addText('The ferry\n\n"We," the captain said, "never sailed late," and he repeated, "not once."\n')
  const reader = await new ReaderPage(page).open()
  await reader.mark('"We,"', { speaker: 'The captain', issue: 'The ferry sailed late', stance: 'Denies', wording: 'Direct quote' })
  await reader.addToChosen('"never sailed late,"')
  const quote = reader.inspector.locator('blockquote')
  await expect(quote).toHaveText('"We," […] "never sailed late,"')
  await reader.select('"not once."')
  await reader.toolbar.getByRole('button', { name: 'Add to the chosen highlight' }).click()
  await expect(quote).toHaveText('"We," […] "never sailed late," […] "not once."')
  await expect(page.getByRole('button', { name: /^Statement: The captain denies, "We," \[…\] "never/ })).toHaveCount(1)

  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByRole('gridcell', { name: /We/ })).toContainText('"We," […] "never sailed late," […] "not once."')
  const csv = await run(['export', '--format', 'csv'])
  expect(csv.stdout).toContain('""We,"" […] ""never sailed late,"" […] ""not once.""')
  await page.goBack()
  await reader.open()
  await page.getByRole('button', { name: /^Statement: The captain/ }).click()
  await reader.inspector.getByRole('button', { name: 'Take out “"not once."”' }).click()
  await expect(quote).toHaveText('"We," […] "never sailed late,"')
  await page.keyboard.press('Control+z')
  await expect(quote).toHaveText('"We," […] "never sailed late," […] "not once."')
})

test('Ctrl adds to what is selected, never to another speaker’s highlight, and no part is dropped', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText('The ferry\n\n"It was late," the islanders said. "We," the captain said, "never sailed late," and he repeated, "not once."\n')
  const reader = await new ReaderPage(page).open()
  await reader.mark('"It was late,"', { speaker: 'Islanders', issue: 'The ferry sailed late', stance: 'Asserts' })
  await reader.select('"We,"')
  await reader.selectMore('"never sailed late,"')
  await reader.selectMore('"not once."')
  const quote = reader.inspector.locator('blockquote')
  await expect(quote).toHaveText('"It was late,"')
  await reader.toolbar.getByRole('button', { name: 'Statement', exact: true }).click()
  await expect(quote).toHaveText('"We," […] "never sailed late," […] "not once."')
  await reader.pick('Speaker', 'The captain')
  await expect(page.getByRole('button', { name: /^Statement: Islanders/ })).toHaveAccessibleName(/"It was late,"$/)

  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await reader.selectMore('the islanders said')
  await reader.selectMore('the captain said')
  await page.keyboard.press('h')
  await expect(quote).toHaveText('the islanders said […] the captain said')
  await reader.select('he repeated')
  await reader.selectMore('never sailed late')
  await page.keyboard.press('Escape')
  await expect(reader.toolbar).toBeHidden()
  await expect(quote).toHaveText('the islanders said […] the captain said')
})

test('either end of a passage is moved by keys and by the mouse', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.highlight('eastern lane of the harbour')
  const quote = reader.inspector.locator('blockquote')
  const end = page.getByRole('slider', { name: 'End of the passage' })
  await end.focus()
  await page.keyboard.press('Control+ArrowRight')
  await expect(quote).toHaveText('eastern lane of the harbour bridge')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(quote).toHaveText('eastern lane of the harbour brid')
  const start = page.getByRole('slider', { name: 'Start of the passage' })
  await start.focus()
  await page.keyboard.press('Control+ArrowLeft')
  await expect(quote).toHaveText('the eastern lane of the harbour brid')
  const box = (await end.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x - 60, box.y + box.height / 2, { steps: 5 })
  await page.mouse.up()
  await expect(quote).toHaveText(/^the eastern lane of the [harbou ]*$/)
})

test('five highlights over the same words are each reached by click, by key and from the margin', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  const passages = [
    'closed the eastern lane of the harbour bridge on Monday after divers',
    'the eastern lane of the harbour bridge on Monday',
    'lane of the harbour bridge on Monday after',
    'the harbour bridge on Monday',
    'harbour bridge',
  ]
  const names = ['Port authority', 'Dockers’ union', 'Norvik', 'Lea Aro', 'The mayor']
  for (const [index, words] of passages.entries()) await reader.mark(words, { speaker: names[index]!, issue: 'The lane is closed', stance: 'Asserts' })
  const quote = reader.inspector.locator('blockquote')

  const found = new Set<string>()
  const point = await reader.pointOf('harbour')
  await page.keyboard.press('Escape')
  for (let click = 0; click < passages.length; click += 1) {
    const before = found.size
    await page.mouse.click(point.x, point.y)
    await expect.poll(async () => found.add((await quote.textContent()) ?? '').size).toBe(before + 1)
  }
  expect([...found].toSorted()).toEqual(passages.toSorted())

  await page.keyboard.press('Escape')
  for (const words of passages) {
    await page.keyboard.press('j')
    await expect(quote).toHaveText(words)
  }
  for (const [index, words] of passages.entries()) {
    await page.getByRole('button', { name: `Statement: ${names[index]} asserts` }).click()
    await expect(quote).toHaveText(words)
  }
})

test('every step of a key that is held moves the end, also while main answers to earlier ones', async ({ counterpoint: { page, calls } }) => {
  test.skip(!calls, 'the calls of the page are held on their way')
  await new LibraryPage(page).addText('Counted\n\nOne two three four five six.\n')
  const reader = await new ReaderPage(page).open()
  await reader.highlight('One')
  const quote = reader.inspector.locator('blockquote')
  await calls!.hold('highlights.setRanges')
  await reader.article.focus()
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(page.getByRole('slider', { name: 'End of the passage' })).toHaveAttribute('aria-valuetext', /three$/)
  // The first is stored, and the highlights are read again; the second is still on its way.
  const before = await calls!.answered('highlights.list')
  await calls!.letGo('first')
  await expect.poll(() => calls!.answered('highlights.list')).toBeGreaterThan(before)
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await calls!.letGo('all')
  await expect(quote).toHaveText('One two three four')
  const [{ id: articleId } = { id: '' }] = await ask(page, 'articles.list', {})
  await expect.poll(async () => (await ask(page, 'highlights.list', { articleId }))[0]!.quote).toBe('One two three four')
})

test('the second of two letters leads to a screen and does nothing else, whatever is selected', async ({ counterpoint: { page } }) => {
  await goTo(page, `#/article?articleId=${await markBridge(page)}`)
  const reader = await new ReaderPage(page).open()
  for (const [key, address] of [['s', '#/statements'], ['n', '#/names'], ['c', '#/compare']] as const) {
    await reader.select('doubts that a barge was the cause')
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(page).toHaveURL(new RegExp(address))
    await page.goBack()
    await reader.open()
  }
  expect(await ask(page, 'highlights.list', { articleId: (await ask(page, 'articles.list', {}))[0]!.id })).toEqual([])
  await reader.select('doubts that a barge was the cause')
  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: /^Statement: / })).toHaveCount(1)
})
