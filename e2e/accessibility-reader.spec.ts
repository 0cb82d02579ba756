/** The reader as axe finds it in light, dark and sepia: the text, what is marked in it, its inspector, popups and menus; and two articles beside each other. */
import type { Page } from '@playwright/test'
import { ask } from './ask.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { fourArticles, markFourArticles } from './four-articles.ts'
import { goTo } from './go-to.ts'
import { bridgeText, markBridge } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

async function openArticle(page: Page, id: string): Promise<ReaderPage> {
  await goTo(page, `#/article?articleId=${id}`)
  return new ReaderPage(page).open()
}

test('with words that another may say now', async ({ counterpoint: { page } }) => {
  const id = await markBridge(page, [0, 5])
  await ask(page, 'drafts.import', { articleId: id, source: { kind: 'text', text: bridgeText.replace('said the port authority’s director, Tomas Brandt', 'said the harbour master, Jonas Leht') } })
  await ask(page, 'articles.revise', { id })
  const reader = await openArticle(page, id)
  await page.getByRole('button', { name: /^Statement, said by another\?/ }).click()
  await expect(reader.inspector).toContainText('who says them may have changed')
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  for (const place of ['#/library', '#/statements', '#/compare']) {
    await goTo(page, place)
    await expect(page.getByText('said by another?').first()).toBeVisible()
    await expectAccessible(page)
  }
})

test('plain, found in, with an outline, and set in another look', async ({ counterpoint: { page } }) => {
  const blocks = ['# The tunnel report', '## What was found', 'Water stood in the eastern tube. > It was *not* `pumped`.', '> A quoted line.', '- one\n- two', '### Who pays', 'The city and the builder each name the other.']
  const { id } = await ask(page, 'articles.import', { kind: 'file', name: 'report.md', base64: Buffer.from(blocks.join('\n\n')).toString('base64') })
  await openArticle(page, id)
  await expectAccessible(page, ['light', 'dark', 'sepia'])

  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find in article' }).fill('THE')
  await expect(page.getByText(/^1 of \d/)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Outline' }).click()
  await expect(page.getByRole('menu', { name: 'Outline' }).getByRole('menuitem')).toHaveText(['What was found', 'Who pays'])
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Edit text' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Text and theme' }).click()
  const looks = page.getByRole('dialog', { name: 'Text and theme' })
  await looks.getByRole('radio', { name: /^For dyslexia/ }).click()
  await expect(page.getByRole('region', { name: 'Article', exact: true })).toHaveCSS('font-family', /OpenDyslexic/)
  await looks.getByRole('button', { name: 'Looser lines' }).click()
  await looks.getByRole('button', { name: 'Narrower text' }).click()
  await expectAccessible(page, ['light', 'dark', 'sepia'])
})

test('right to left, and in Japanese', async ({ counterpoint: { page } }) => {
  for (const text of ['الجسر مغلق\n\nقال الوزير إن الجسر سيفتح يوم الاثنين.\n\nHarbour Gazette reported it first.\n', '橋の閉鎖\n\n港湾局は月曜日、東側の車線を閉鎖すると発表した。\n']) {
    const { id } = await ask(page, 'articles.import', { kind: 'text', text })
    await openArticle(page, id)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.split('\n')[0]!)
    await expectAccessible(page)
  }
})

test('a selection, a statement of three parts with everything set, and its pickers', async ({ counterpoint: { page } }) => {
  const id = await markBridge(page, [0, 2])
  const reader = await openArticle(page, id)
  await reader.select('closed the eastern lane')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Statement: Dockers’ union/ }).click()
  await expect(page.getByRole('slider', { name: 'End of the passage' })).toBeVisible()
  await reader.addToChosen('an independent inspection was likely')
  await reader.addToChosen('it would welcome one')
  await expect(reader.inspector.getByRole('button', { name: 'Take out “it would welcome one”' })).toBeVisible()
  await reader.writeNote('Says so only in writing.')
  await expectAccessible(page, ['light', 'dark', 'sepia'])

  const relay = reader.inspector.getByRole('combobox', { name: 'Reported by' })
  await relay.fill('Vellen Courier')
  await expect(page.getByRole('option', { name: 'Add “Vellen Courier”' })).toBeVisible()
  await relay.press('Enter')
  await expect(relay).toHaveValue('Vellen Courier')
  await relay.press('Escape')
  await expectAccessible(page)

  const speaker = reader.inspector.getByRole('combobox', { name: 'Speaker' })
  await speaker.fill('the authority')
  await page.getByRole('option', { name: '“the authority” is another name of…' }).click()
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'In this article only' })).toBeChecked()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.setViewportSize({ width: 720, height: 480 })
  await expect(reader.article).toBeVisible()
  await expectAccessible(page, ['light'])
})

test('five highlights over the same words', async ({ counterpoint: { page } }) => {
  const id = await markBridge(page)
  const { text } = await ask(page, 'articles.get', { id })
  const issue = await ask(page, 'issues.create', { proposition: 'The lane is closed' })
  const passages = ['closed the eastern lane of the harbour bridge on Monday after divers', 'the eastern lane of the harbour bridge on Monday', 'lane of the harbour bridge on Monday after', 'the harbour bridge on Monday', 'harbour bridge']
  for (const words of passages) {
    const speaker = await ask(page, 'speakers.create', { name: `Speaker of ${words}` })
    const start = text.indexOf(words)
    await ask(page, 'statements.create', { on: { articleId: id, ranges: [{ start, end: start + words.length }] }, speakerId: speaker.id, issueId: issue.id, stance: 'asserts' })
  }
  await openArticle(page, id)
  await expect(page.getByRole('button', { name: /^Statement: / })).toHaveCount(5)
  await page.getByRole('button', { name: 'Statement: Speaker of harbour bridge asserts' }).click()
  await expect(page.getByRole('complementary', { name: 'Inspector' }).locator('blockquote')).toHaveText('harbour bridge')
  await expectAccessible(page, ['light', 'dark', 'sepia'])
})

test('two articles beside each other, chosen in, gone through, and what only one has', async ({ counterpoint: { page } }) => {
  const [courier, post] = fourArticles
  const ids = await markFourArticles(page)
  await new LibraryPage(page).open()
  await page.getByRole('button', { name: `More for ${courier!.title}` }).click()
  await page.getByRole('menuitem', { name: 'Open beside…' }).click()
  await page.getByRole('dialog', { name: 'Open beside' }).getByRole('combobox', { name: 'Article beside' }).fill('Forty-one')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Open beside' })).toBeHidden()

  const address = `#/split?leftId=${ids.get(courier!.title)}&rightId=`
  await page.goto(`${page.url().split('#')[0]}${address}${ids.get(post!.title)}`)
  const left = page.getByRole('region', { name: /^Left: / })
  await expect(page.getByText('5 shared issues')).toBeVisible()
  await expect(left.getByRole('button', { name: /^Statement: / })).toHaveCount(courier!.statements.length)
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await left.getByRole('button', { name: /The sirens sounded in time, and people/ }).click()
  await expect(left.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Only in one' }).click()
  await expect(page.getByRole('region', { name: `Only in “${post!.title}”` }).getByRole('button')).toHaveCount(1)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 720, height: 480 })
  await expectAccessible(page, ['light'])

  await goTo(page, `${address}${ids.get(courier!.title)}`)
  await expect(page.getByRole('alert')).toContainText('These are the same article twice')
  await expectAccessible(page)
})
