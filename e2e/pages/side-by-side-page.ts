import { expect, type Locator, type Page } from '@playwright/test'

export class SideBySidePage {
  readonly page: Page
  readonly table: Locator

  constructor(page: Page) {
    this.page = page
    this.table = page.getByRole('table', { name: 'Statements side by side' })
  }

  async open(): Promise<this> {
    await expect(this.table).toBeVisible()
    return this
  }

  head(speaker: string): Locator {
    return this.table.getByRole('columnheader').filter({ has: this.page.locator('.sbs-speaker', { hasText: speaker }) })
  }

  /** The speakers, left to right. */
  async speakers(): Promise<string[]> {
    return this.table.locator('.sbs-speaker').allInnerTexts()
  }

  /** The cells of the row with this label, left to right. */
  cells(label: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: label, exact: true }) }).getByRole('cell')
  }

  async choose(letter: string, item: string): Promise<void> {
    await this.table.getByRole('button', { name: `More for ${letter}` }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  /** What is on the clipboard then, by type. It is pasted: no window may read it. */
  async copied(format: 'Markdown' | 'HTML'): Promise<Record<string, string>> {
    await this.page.getByRole('button', { name: 'Copy', exact: true }).click()
    await this.page.getByRole('menuitem', { name: `Copy as ${format}` }).click()
    await expect(this.page.getByText(`Copied as ${format}`).first()).toBeVisible()
    const pasted = this.page.evaluate(() => new Promise<Record<string, string>>((resolve) => {
      document.addEventListener('paste', ({ clipboardData: data }) => resolve(Object.fromEntries(data!.types.map((type) => [type, data!.getData(type)]))), { once: true, capture: true })
    }))
    await this.page.getByRole('searchbox', { name: 'Search' }).press('Control+v')
    return pasted
  }
}
