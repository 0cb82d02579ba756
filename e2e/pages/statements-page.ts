import { expect, type Locator, type Page } from '@playwright/test'

export class StatementsPage {
  readonly page: Page
  readonly grid: Locator
  /** Beside the table: the current statement. */
  readonly panel: Locator
  /** What can be done with all that is picked. */
  readonly picked: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: 'Statements' })
    this.panel = page.getByRole('region', { name: 'Statement', exact: true })
    this.picked = page.getByRole('region', { name: 'Picked statements' })
  }

  async open(): Promise<this> {
    await this.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Statements' }).click()
    await expect(this.grid).toBeVisible()
    return this
  }

  /** Rows in view, without the heads of columns and groups. */
  row(words: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: words })
  }

  cell(words: string, column: string): Locator {
    return this.row(words).locator(`[data-column="${column}"]`).first()
  }

  head(column: string): Locator {
    return this.grid.getByRole('columnheader', { name: column })
  }

  /** The button "Next without …", by how many lack it. */
  without(what: string, count: number): Locator {
    return this.page.getByRole('button', { name: `Next without ${what}, ${count}` })
  }

  field(name: 'Speaker' | 'Issue'): Locator {
    return this.panel.getByRole('combobox', { name })
  }

  async groupBy(what: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Group by/ }).click()
    await this.page.getByRole('menuitem', { name: what, exact: true }).click()
    await expect(this.page.getByRole('button', { name: `Group by: ${what}` })).toBeVisible()
  }
}
