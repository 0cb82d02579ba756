/** Reading and marking without a mouse; finding; what the device keeps. */
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { goTo } from './go-to.ts'
import { bridgeText, bridgeTitle } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

test('a passage is selected, marked and described with keys alone', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.article.focus()
  for (let word = 0; word < 6; word += 1) await page.keyboard.press('Control+Shift+ArrowRight')
  await expect(reader.toolbar).toBeVisible()
  await page.keyboard.press('s')
  const speaker = reader.inspector.getByRole('combobox', { name: 'Speaker' })
  await expect(speaker).toBeFocused()
  await page.keyboard.type('Port authority')
  await expect(page.getByRole('option', { name: 'Add “Port authority”' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(speaker).toHaveValue('Port authority')
  await expect(page.getByRole('button', { name: /^Statement: Port authority/ })).toHaveCount(1)
})

test('overlapping highlights are each reached by clicking again', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.highlight('closed the eastern lane of the harbour bridge on Monday')
  await reader.highlight('harbour bridge on Monday after divers')
  const point = await reader.article.evaluate((region) => {
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue!.indexOf('bridge on Monday')
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at + 2)
      range.setEnd(node, at + 3)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }
    throw new Error('The words are not there.')
  })
  const chosen = async (): Promise<string> => (await reader.inspector.innerText()).includes('after divers') ? 'second' : 'first'
  await page.mouse.click(point.x, point.y)
  const before = await chosen()
  await page.mouse.click(point.x, point.y)
  await expect.poll(chosen).not.toBe(before)
})

test('find in the article counts and steps', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  await new ReaderPage(page).open()
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find in article' }).fill('PILLAR')
  await expect(page.getByText('1 of 3')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('searchbox', { name: 'Find in article' })).toBeHidden()
})

test('search finds articles, highlights and notes as one types', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.highlight('closed the eastern lane of the harbour bridge')
  await reader.writeNote('Ask about the zeppelin')
  const search = page.getByRole('searchbox', { name: 'Search', exact: true })
  await search.fill('zepp')
  await expect(page.getByRole('option').or(page.getByRole('link')).filter({ hasText: 'zeppelin' }).first()).toBeVisible()
  await search.fill('eastern lane')
  await expect(page.getByText('Highlights', { exact: true })).toBeVisible()
  await search.fill('nowhere to be found')
  await expect(page.getByText(/Nothing found for/)).toBeVisible()
})

test('theme and text size stay after a restart', async ({ counterpoint }) => {
  const { page } = counterpoint
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Sepia' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
  await page.getByRole('button', { name: 'Larger text' }).click()
  await expect.poll(() => page.locator('html').evaluate((root) => root.style.getPropertyValue('--reading-size'))).toBe('20px')
  const again = await counterpoint.restart()
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'sepia')
  await expect.poll(() => again.locator('html').evaluate((root) => root.style.getPropertyValue('--reading-size'))).toBe('20px')
})

test('lines of the article hold 62 to 72 characters', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  const widths = await reader.article.evaluate((region) => {
    const lengths: number[] = []
    for (const paragraph of region.querySelectorAll('p')) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      const lines = new Map<number, number>()
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement!.closest('[aria-hidden=true], [data-not-text]')) continue
        for (let index = 0; index < node.nodeValue!.length; index += 1) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + 1)
          const top = Math.round(range.getBoundingClientRect().top)
          lines.set(top, (lines.get(top) ?? 0) + 1)
        }
      }
      lengths.push(...[...lines.values()].slice(0, -1))
    }
    return lengths.sort((a, b) => a - b)
  })
  const median = widths[Math.floor(widths.length / 2)]!
  expect(median).toBeGreaterThanOrEqual(62)
  expect(median).toBeLessThanOrEqual(72)
  await expect(page.getByRole('heading', { level: 1, name: bridgeTitle })).toHaveCSS('font-family', /Source Serif 4/)
})

test('read is what was scrolled past, not what only stood in view; at the end it is all', async ({ counterpoint: { page, calls } }) => {
  test.skip(!calls, 'the calls of the page are listened to')
  const paragraphs = Array.from({ length: 40 }, (_none, index) => `Paragraph ${index + 1}. ${'The lane was closed again. '.repeat(12)}`)
  const { id } = await ask(page, 'articles.import', { kind: 'text', text: `A long story\n\n${paragraphs.join('\n\n')}\n` })
  const readTo = async (): Promise<number> => (await ask(page, 'articles.get', { id })).readTo
  const before = await calls!.answered('articles.setReadingPlace')
  await goTo(page, `#/article?articleId=${id}`)
  await new ReaderPage(page).open()
  await expect.poll(() => calls!.answered('articles.setReadingPlace')).toBeGreaterThan(before)
  expect(await readTo()).toBe(0)
  await page.mouse.move(500, 500)
  await page.mouse.wheel(0, 600)
  await expect.poll(readTo).toBeGreaterThan(0)
  expect(await readTo()).toBeLessThan(0.2)
  await page.mouse.wheel(0, 100_000)
  await expect.poll(readTo).toBe(1)
})
