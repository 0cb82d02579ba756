/** The smallest window, 720 by 480: whatever a screen or a dialog is for can be reached there. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { bridgeText, statements } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

/** In view as a whole, and nothing makes the window scroll sideways. */
async function expectInView(page: Page, ...controls: Locator[]): Promise<void> {
  for (const control of controls) await expect(control).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(720)
}

test('every screen is usable in the smallest window', async ({ counterpoint: { page } }) => {
  await page.setViewportSize({ width: 720, height: 480 })
  const button = (name: string | RegExp, within: Page | Locator = page): Locator => within.getByRole('button', { name, exact: true })
  const go = (address: string): Promise<void> => page.evaluate((to) => { window.location.hash = to }, address)
  await expectInView(page, button('Open the sample'))
  await button('Add article').first().click()
  const adding = page.getByRole('dialog', { name: 'Add article' })
  await expectInView(page, adding.getByRole('textbox'), button('Choose files…', adding), button('Add', adding))
  await page.keyboard.press('Escape')

  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  for (const one of [statements[0]!, statements[2]!]) {
    await reader.mark(one.words, one)
    // The inspector lies over the text here, and scrolls: its last fields were set, its first ones are reached again.
    await reader.inspector.getByRole('combobox', { name: 'Speaker' }).scrollIntoViewIfNeeded()
    await expectInView(page, reader.inspector.getByRole('combobox', { name: 'Speaker' }), button('Close inspector'))
    await button('Close inspector').click()
  }
  await expectInView(page, button('Text and theme'), button('Show inspector'), button('Export'))

  await go('#/library')
  await expectInView(page, page.getByRole('textbox', { name: 'Filter' }), button('Settings'))

  await go('#/statements')
  await expect(page.getByRole('row', { name: /The bridge is safe/ }).first()).toBeVisible()
  await button('Filters').click()
  await expectInView(page, page.getByRole('combobox').last(), page.getByText('2 statements from 1 article'))

  await go('#/compare')
  const cells = page.getByRole('grid', { name: 'Positions' }).getByRole('gridcell')
  await cells.first().focus()
  for (const key of ['x', 'ArrowRight', 'x']) await page.keyboard.press(key)
  await expectInView(page, cells.first(), button('Clear'), button('Compare side by side'))
  await page.keyboard.press('Control+Shift+E')
  const exporting = page.getByRole('dialog', { name: 'Export' })
  await expectInView(page, exporting.getByRole('textbox', { name: 'File name' }), button('Save file', exporting), button('Cancel', exporting))
  await expect(button('Save file', exporting)).toBeEnabled()
  await button(/^Print/, exporting).scrollIntoViewIfNeeded()
  await expectInView(page, button(/^Print/, exporting))
  await page.keyboard.press('Escape')

  await button('Compare side by side').click()
  await expectInView(page, button('Copy'), page.getByRole('radio', { name: 'Differences' }))
  await go('#/timeline')
  await expectInView(page, button('Add event'))
  await go('#/settings')
  await expectInView(page, page.getByRole('radio', { name: 'Dark' }))
})
