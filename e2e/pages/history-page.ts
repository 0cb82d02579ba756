import { expect, type Locator, type Page } from '@playwright/test'

/** The panel that lists every step of the work, newest first. */
export class HistoryPage {
  readonly page: Page
  readonly panel: Locator
  readonly undo: Locator
  readonly redo: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('complementary', { name: 'History' })
    this.undo = page.getByRole('button', { name: 'Undo', exact: true })
    this.redo = page.getByRole('button', { name: 'Redo', exact: true })
  }

  async open(): Promise<this> {
    await this.page.keyboard.press('Control+Shift+H')
    await expect(this.panel).toBeVisible()
    return this
  }

  get steps(): Locator {
    return this.panel.getByRole('listitem').getByRole('button')
  }

  get present(): Locator {
    return this.panel.locator('[aria-current="step"]')
  }
}
