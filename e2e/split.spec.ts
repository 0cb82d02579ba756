/** Two articles next to each other: each is read and marked like one alone, and what is chosen in one shows in the other. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { closed, fourArticles, knew, markFourArticles, sirens } from './four-articles.ts'
import { LibraryPage } from './pages/library-page.ts'

const [courier, post] = fourArticles
const side = (page: Page, name: 'Left' | 'Right'): Locator => page.getByRole('region', { name: new RegExp(`^${name}: `) })

/** Selects words in an article with the mouse, as a person does. */
async function select(page: Page, article: Locator, words: string): Promise<void> {
  const place = await article.getByRole('region', { name: 'Article' }).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(wanted)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      node.parentElement!.scrollIntoView({ block: 'center' })
      const rects = [...range.getClientRects()]
      return { from: { x: rects[0]!.left + 1, y: rects[0]!.top + rects[0]!.height / 2 }, to: { x: rects.at(-1)!.right - 1, y: rects.at(-1)!.top + rects.at(-1)!.height / 2 } }
    }
    throw new Error(`no ${wanted}`)
  }, words)
  await page.mouse.move(place.from.x, place.from.y)
  await page.mouse.down()
  await page.mouse.move(place.to.x, place.to.y, { steps: 4 })
  await page.mouse.up()
}

test('opened from the library; both sides are marked, by mouse and by keys, and each hears its own keys', async ({ counterpoint: { page } }) => {
  await markFourArticles(page)
  await new LibraryPage(page).open()
  await page.getByRole('button', { name: `More for ${courier!.title}` }).click()
  await page.getByRole('menuitem', { name: 'Open beside…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Open beside' })
  await dialog.getByRole('combobox', { name: 'Article beside' }).fill('Forty-one')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(side(page, 'Left').getByRole('heading', { level: 1 })).toHaveText(courier!.title)
  await expect(side(page, 'Right').getByRole('heading', { level: 1 })).toHaveText(post!.title)
  await expect(page.getByText('5 shared issues')).toBeVisible()

  const entries = (name: 'Left' | 'Right') => side(page, name).getByRole('button', { name: /^(Statement|Highlight): / })
  await expect(entries('Left')).toHaveCount(courier!.statements.length)
  await expect(entries('Right')).toHaveCount(post!.statements.length)
  await select(page, side(page, 'Left'), 'The fire brigade found no tanker.')
  await page.keyboard.press('h')
  await expect(entries('Left')).toHaveCount(courier!.statements.length + 1)
  await expect(entries('Right')).toHaveCount(post!.statements.length)
  await page.keyboard.press('F6')
  await expect(side(page, 'Right').getByRole('region', { name: 'Article' })).toBeFocused()
  await select(page, side(page, 'Right'), 'The opposition asked for the register of letters.')
  await page.keyboard.press('s')
  await expect(entries('Right')).toHaveCount(post!.statements.length + 1)
  await expect(entries('Left')).toHaveCount(courier!.statements.length + 1)
  await expect(side(page, 'Right').getByRole('complementary', { name: 'Inspector' })).toBeVisible()
})

test('what is chosen in one lights the other; shared issues are gone through; what only one has leads to its passage; both scroll together', async ({ counterpoint: { page } }) => {
  const ids = await markFourArticles(page)
  await page.goto(`${page.url().split('#')[0]}#/split?leftId=${ids.get(courier!.title)}&rightId=${ids.get(post!.title)}`)
  await expect(page.getByText('5 shared issues')).toBeVisible()
  await side(page, 'Left').getByRole('button', { name: /The sirens sounded in time, and people/ }).click()
  await expect(page.getByRole('heading', { level: 2, name: sirens })).toBeVisible()
  const lit = () => page.evaluate(() => [...CSS.highlights].filter(([name]) => name.startsWith('active-')).flatMap(([, ranges]) => [...ranges].map(String)).join(' '))
  await expect.poll(lit).toContain('The sirens sounded in time, and people went indoors')
  await expect.poll(lit).toContain('The sirens did not sound in time')
  await expect.poll(lit).toContain('We saw forty-one patients in one night')

  await page.keyboard.press('Escape')
  await side(page, 'Left').getByRole('region', { name: 'Article' }).focus()
  await page.getByRole('button', { name: 'Next shared issue' }).click()
  await page.keyboard.press('[')
  await page.keyboard.press('[')
  await expect(page.getByRole('heading', { level: 2, name: knew })).toBeVisible()
  await expect(page.getByText('Shared issue 2 of 5', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: `Shared issue 2: ${knew}` })).toHaveAttribute('aria-pressed', 'true')

  await page.getByRole('button', { name: 'Only in one' }).click()
  const only = page.getByRole('region', { name: `Only in “${post!.title}”` })
  await expect(only.getByRole('button')).toHaveText(['Republic of Velmark'])
  await only.getByRole('button', { name: 'Republic of Velmark' }).click()
  await expect.poll(lit).toContain('The Republic did not know of any faulty valve')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Scroll together' }).click()
  const top = () => side(page, 'Right').locator('.read-pane').evaluate((pane) => pane.scrollTop)
  await side(page, 'Left').getByRole('region', { name: 'Article' }).focus()
  await side(page, 'Left').locator('.read-pane').evaluate((pane) => { pane.scrollTop = 0 })
  await expect.poll(top).toBe(0)
  await side(page, 'Left').locator('.read-pane').evaluate((pane) => { pane.scrollTop = pane.scrollHeight })
  await expect.poll(top).toBeGreaterThan(200)

  await page.getByRole('button', { name: 'Compare these two' }).click()
  await expect(page.getByText(closed).or(page.getByText(knew)).first()).toBeVisible()
})

test('the same article twice is refused', async ({ counterpoint: { page } }) => {
  const ids = await markFourArticles(page)
  const id = ids.get(courier!.title)
  await page.goto(`${page.url().split('#')[0]}#/split?leftId=${id}&rightId=${id}`)
  await expect(page.getByRole('alert')).toContainText('These are the same article twice')
})
