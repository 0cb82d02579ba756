/** The export dialog, and the pages that leave the app, as axe finds them in light and dark. */
import type { Browser } from '@playwright/test'
import { comparisons, fillLibrary } from '../scripts/office-library.mjs'
import { ask } from './ask.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { goTo } from './go-to.ts'
import { markBridge } from './marking.ts'
import { ExportPage } from './pages/export-page.ts'

/** axe is a script of the test, not of the page. */
async function expectPageAccessible(browser: Browser, html: string): Promise<void> {
  const context = await browser.newContext({ offline: true })
  const page = await context.newPage()
  await page.setContent(html)
  await expectAccessible(page)
  await context.close()
}

test('an article’s export', async ({ counterpoint, browser }) => {
  const { page } = counterpoint
  const id = await markBridge(page, [0, 2, 4, 8])
  await goTo(page, `#/article?articleId=${id}`)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('button', { name: 'Save file' })).toBeEnabled()
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  for (const format of ['CSV', 'JSON']) {
    await dialog.getByRole('radio', { name: format, exact: true }).click()
    await expect(dialog.getByRole('button', { name: 'Save file' })).toBeEnabled()
    await expectAccessible(page)
  }
  await expectPageAccessible(browser, (await ask(page, 'exports.render', { format: 'html', articleId: id })).content)
})

test('a comparison’s export, and an evidence page of twelve columns', async ({ counterpoint: { page }, browser }) => {
  await fillLibrary((name, input) => ask(page, name, input))
  const { id } = (await ask(page, 'comparisons.list', {})).find(({ title }) => title === comparisons[1]!.title)!
  const exporting = await new ExportPage(page).openForComparison(id)
  for (const format of ['CSV, matrix', 'Word', 'Evidence page']) {
    await exporting.choose(format)
    await expectAccessible(page)
  }
  await expectPageAccessible(browser, (await ask(page, 'exports.renderComparison', { format: 'evidence', comparisonId: id })).content)
})
