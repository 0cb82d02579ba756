/** Reading comfort: what the reader chooses stays on this device; any script is set as its readers expect. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

const report = ['# The tunnel report', '', '## What was found', '', 'Water stood in the eastern tube.', '', ...Array.from({ length: 40 }, (_line, index) => `Paragraph ${index + 1} of the finding, in words that fill about a line of the page.\n`), '', '### Who pays', '', 'The city and the builder each name the other.', ''].join('\n')
const arabic = 'الجسر مغلق\n\nقال الوزير إن الجسر سيفتح يوم الاثنين. «لن نغلق المسار الشرقي» كما قال في مؤتمر صحفي طويل عقد في العاصمة مساء أمس.\n\nHarbour Gazette reported it first.\n'
const japanese = '橋の閉鎖\n\n港湾局は月曜日、東側の車線を閉鎖すると発表した。「橋脚に亀裂が見つかった」と局長は述べ、安全が最優先だと強調した。\n'

test('font, size, line height and width are chosen in the reader and stay after a restart', async ({ counterpoint }) => {
  const { page } = counterpoint
  await new LibraryPage(page).addText(report)
  const reader = await new ReaderPage(page).open()
  await page.getByRole('button', { name: 'Text and theme' }).click()
  const looks = page.getByRole('dialog', { name: 'Text and theme' })
  await looks.getByRole('radio', { name: /^For dyslexia/ }).click()
  await expect(reader.article).toHaveCSS('font-family', /OpenDyslexic/)
  await looks.getByRole('button', { name: 'Looser lines' }).click()
  await expect(looks.getByRole('group', { name: 'Line height' })).toContainText('1.7')
  await looks.getByRole('button', { name: 'Narrower text' }).click()
  await expect(looks.getByRole('group', { name: 'Text width' })).toContainText('30')
  const again = await counterpoint.restart()
  const article = (await new ReaderPage(again).open()).article
  await expect(article).toHaveCSS('font-family', /OpenDyslexic/)
  await expect(article).toHaveCSS('line-height', `${19 * 1.7}px`)
  expect(await again.evaluate(() => document.fonts.load('19px OpenDyslexic').then((faces) => faces.length))).toBeGreaterThan(0)
})

test('the outline names the headings and leads to them', async ({ counterpoint: { page, home, run } }) => {
  writeFileSync(join(home, 'report.md'), report)
  await run(['import', join(home, 'report.md')])
  await new LibraryPage(page).openArticle('The tunnel report')
  const reader = await new ReaderPage(page).open()
  await page.getByRole('button', { name: 'Outline' }).click()
  const outline = page.getByRole('menu', { name: 'Outline' })
  await expect(outline.getByRole('menuitem')).toHaveText(['What was found', 'Who pays'])
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(reader.article.getByText('The city and the builder each name the other.')).toBeInViewport()
  await page.getByRole('button', { name: 'Outline' }).click()
  await expect(outline.getByRole('menuitem', { name: 'Who pays' })).toHaveAttribute('aria-current', 'location')
})

test('right to left: lines begin on the right, a paragraph of another script on its own side, and a passage can be marked', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(arabic)
  const reader = await new ReaderPage(page).open()
  await expect(reader.article).toHaveCSS('direction', 'rtl')
  const edges = await reader.article.evaluate((region) => [...region.querySelectorAll('p')].map((paragraph) => {
    const range = document.createRange()
    range.selectNodeContents(paragraph)
    const line = range.getClientRects()[0]!
    const box = paragraph.getBoundingClientRect()
    return { left: line.left - box.left, right: box.right - line.right }
  }))
  const first = edges.at(-2)!
  const last = edges.at(-1)!
  expect(first.right).toBeLessThan(60)
  expect(last.left).toBeLessThan(first.left + 60)
  await reader.highlight('لن نغلق المسار الشرقي')
  await expect(page.getByRole('button', { name: /^Highlight: لن نغلق/ })).toBeVisible()
})

test('Chinese, Japanese and Korean keep their own serifs and line rules', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(japanese)
  const reader = await new ReaderPage(page).open()
  await expect(reader.article).toHaveAttribute('lang', /^ja/)
  await expect(reader.article).toHaveCSS('line-break', 'strict')
  await expect(reader.article).toHaveCSS('font-family', /Mincho/)
  await reader.highlight('「橋脚に亀裂が見つかった」')
  await expect(reader.inspector.locator('blockquote')).toHaveText('「橋脚に亀裂が見つかった」')
})
