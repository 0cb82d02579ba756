import { expect, type Locator, type Page } from '@playwright/test'
import type { SavedFile } from '../faces/running-app.ts'
import type { Counterpoint } from '../fixtures.ts'

/** The dialog "Export". */
export class ExportPage {
  readonly page: Page
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Export' })
  }

  /** From the comparison's own menu. */
  async openForComparison(id: string): Promise<this> {
    await this.page.evaluate((to) => { window.location.hash = to }, `#/compare?comparisonId=${id}`)
    await expect(this.page.getByRole('grid', { name: 'Positions' })).toBeVisible()
    await this.page.keyboard.press('Control+Shift+E')
    await expect(this.dialog).toBeVisible()
    return this
  }

  async choose(format: string): Promise<void> {
    await this.dialog.getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { name: format, exact: true }).click()
    await expect(this.dialog.getByRole('button', { name: 'Save file' })).toBeEnabled()
  }

  /** Saves; the dialog closes by that. */
  async save({ saved }: Pick<Counterpoint, 'saved'>): Promise<SavedFile> {
    const file = await saved(() => this.dialog.getByRole('button', { name: 'Save file' }).click())
    await expect(this.dialog).toBeHidden()
    return file
  }
}
