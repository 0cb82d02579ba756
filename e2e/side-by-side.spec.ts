/** Words against words: what differs, where it stands in its source, and how it leaves the app. */
import { ask } from './ask.ts'
import { expect, test, type Counterpoint } from './fixtures.ts'
import { goTo } from './go-to.ts'
import { barge, inspection, markBridge, statements } from './marking.ts'
import { ComparePage } from './pages/compare-page.ts'
import { ReaderPage } from './pages/reader-page.ts'
import { SideBySidePage } from './pages/side-by-side-page.ts'

test.setTimeout(120_000)

/** The likely inspection (Lea Aro), the one not needed (Port authority), the one welcome (Norvik); and who did it (Lea Aro, Norvik). */
const places = [8, 10, 11, 7, 5]
const marked = places.map((at) => statements[at]!)

async function openTwo({ page }: Counterpoint): Promise<SideBySidePage> {
  await markBridge(page, places)
  const compare = await new ComparePage(page).open()
  for (const speaker of ['Lea Aro', 'Port authority']) {
    await (await compare.cell(inspection, speaker)).focus()
    await page.keyboard.press('x')
  }
  await page.getByRole('button', { name: 'Compare side by side' }).click()
  return new SideBySidePage(page).open()
}

test('what changes meaning is set apart, the baseline is chosen by letter, the source opens in place', async ({ counterpoint }) => {
  const sides = await openTwo(counterpoint)
  const { page } = counterpoint
  await expect(page.getByRole('heading', { level: 1, name: inspection })).toBeVisible()
  await expect(sides.cells('Words').nth(1)).toHaveText('2 words added, 7 left out')
  await expect(sides.cells('Meaning').nth(1)).toContainText('negation “not” added')
  await expect(sides.cells('Meaning').nth(1)).toContainText('modal or hedge “likely” left out')
  await expect(sides.table.locator('ins.changes-meaning')).toHaveText('not')

  await page.keyboard.press('b')
  await expect(page.getByRole('button', { name: 'Baseline B' })).toHaveAttribute('aria-pressed', 'true')
  await expect(sides.cells('Meaning').first()).toContainText('negation “not” left out')
  await page.keyboard.press('w')
  await expect(sides.table.locator('ins, del')).toHaveCount(0)
  await page.keyboard.press('w')

  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: 'In the source' })).toHaveAttribute('aria-expanded', 'true')
  await expect(sides.cells('Source').first().locator('mark')).toHaveText(marked[0]!.words)
  await sides.cells('Source').first().getByRole('link', { name: 'Open A in its article' }).press('Enter')
  await expect((await new ReaderPage(page).open()).inspector).toContainText(marked[0]!.words)
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Baseline B' })).toHaveAttribute('aria-pressed', 'true')
  await expect(sides.cells('Source').first().locator('mark')).toHaveText(marked[0]!.words)
})

test('columns come, go and change places; the next issue has the same speakers', async ({ counterpoint }) => {
  const sides = await openTwo(counterpoint)
  const { page } = counterpoint
  await page.getByRole('button', { name: 'Add statement' }).click()
  await page.getByRole('dialog', { name: 'Add a statement' }).getByRole('button', { name: /Norvik/ }).click()
  await expect.poll(() => sides.speakers()).toEqual(['Lea Aro', 'Port authority', 'Norvik'])
  await page.keyboard.press('Escape')
  await sides.head('Norvik').getByRole('button', { name: 'Baseline C' }).focus()
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await expect.poll(() => sides.speakers()).toEqual(['Lea Aro', 'Norvik', 'Port authority'])
  await sides.choose('C', 'Remove')
  await expect.poll(() => sides.speakers()).toEqual(['Lea Aro', 'Norvik'])

  await expect(page.getByText('Issue 1 of 2')).toBeVisible()
  await page.keyboard.press(']')
  await expect(page.getByRole('heading', { level: 1, name: barge })).toBeVisible()
  await expect.poll(() => sides.speakers()).toEqual(['Lea Aro', 'Norvik'])
  await page.keyboard.press('[')
  await expect(page.getByRole('heading', { level: 1, name: inspection })).toBeVisible()

  await sides.choose('B', 'Remove')
  await expect.poll(() => sides.speakers()).toEqual(['Lea Aro'])
  await expect(page.getByText('Add a statement to see which words differ.')).toBeVisible()
})

test('leaves as Markdown and as HTML, with its sources', async ({ counterpoint, face, context }) => {
  if (face === 'browser') await context.grantPermissions(['clipboard-write'])
  const sides = await openTwo(counterpoint)
  const { 'text/plain': markdown } = await sides.copied('Markdown')
  expect(markdown).toContain(`## ${inspection}`)
  for (const { words } of marked.slice(0, 2)) expect(markdown).toContain(`> ${words}`)
  expect(markdown).toContain('against A: 2 words added, 7 left out; 1 negation, 1 modal or hedge')
  await expect(sides.page.getByText('Copied as Markdown').first()).toBeVisible()
  const html = await sides.copied('HTML')
  expect(Object.keys(html).toSorted()).toEqual(['text/html', 'text/plain'])
  for (const { words } of marked.slice(0, 2)) expect(html['text/plain']).toContain(`<p>${words}</p></blockquote>`)
})

test('dark, and in a narrow window', async ({ counterpoint }) => {
  const sides = await openTwo(counterpoint)
  const { page } = counterpoint
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 640, height: 800 })
  await expect(sides.head('Port authority')).toBeInViewport()
})

test('“cannot” stays one word where only “not” is added, and “Her” after a cut is no name', async ({ counterpoint: { page } }) => {
  const { id: articleId } = await ask(page, 'articles.import', { kind: 'text', text: 'The road\n\nThe mayor said that “they can go there”.\n\nThe union said that “they cannot go there”, and “Her word is no help”.' })
  const { text } = await ask(page, 'articles.get', { id: articleId })
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const ids: string[] = []
  for (const ranges of [[at('they can go there')], [at('they cannot go there'), at('Her word is no help')]]) ids.push((await ask(page, 'statements.create', { on: { articleId, ranges } })).id)
  await goTo(page, `#/side-by-side?statementIds=${ids.join(',')}`)
  const sides = await new SideBySidePage(page).open()
  const not = sides.table.locator('ins.changes-meaning').first()
  await expect(not).toHaveText('not')
  await expect(not).toHaveCSS('padding-inline-start', '0px')
  await expect(not).toHaveCSS('padding-inline-end', '3px')
  await expect(sides.cells('Meaning').nth(1)).toContainText('negation “not” added')
  await expect(sides.cells('Meaning').nth(1)).not.toContainText('name')
})
