import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'

export class ComparePage {
  readonly page: Page
  readonly grid: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: 'Positions' })
  }

  async open(): Promise<this> {
    await this.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Compare' }).click()
    await expect(this.grid).toBeVisible()
    await expectAccessible(this.page)
    return this
  }

  /** The cell where the issue's row meets the speaker's column. */
  async cell(issue: string, speaker: string): Promise<Locator> {
    const heads = await this.grid.getByRole('columnheader').allInnerTexts()
    const column = heads.findIndex((head) => head.includes(speaker))
    expect(column, `a column for ${speaker}`).toBeGreaterThan(0)
    const row = this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: issue }) })
    return row.getByRole('gridcell').nth(column - 1)
  }
}
