import { expect, type Locator, type Page } from '@playwright/test'

export class ComparePage {
  readonly page: Page
  readonly grid: Locator
  readonly title: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: 'Positions' })
    this.title = page.getByRole('button', { name: /^Comparison: / })
  }

  async open(): Promise<this> {
    await this.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Compare' }).click()
    await expect(this.grid).toBeVisible()
    return this
  }

  /** The cell where the issue's row meets the speaker's column. */
  async cell(issue: string, speaker: string): Promise<Locator> {
    const column = await this.head('columnheader', speaker).getAttribute('data-column')
    const row = await this.head('rowheader', issue).getAttribute('data-row')
    return this.grid.locator(`[role=gridcell][data-row="${row}"][data-column="${column}"]`)
  }

  head(role: 'columnheader' | 'rowheader', name: string): Locator {
    return this.grid.getByRole(role).filter({ hasText: name })
  }

  /** The names of the columns, as they stand. */
  columns(): Promise<string[]> {
    return this.grid.getByRole('columnheader').locator('b').allInnerTexts()
  }

  /** One entry of a head's menu, by keys. */
  async chooseAtHead(role: 'columnheader' | 'rowheader', name: string, entry: string): Promise<void> {
    await this.head(role, name).focus()
    await this.page.keyboard.press('Enter')
    await this.page.getByRole('menuitem', { name: entry }).press('Enter')
  }

  /** Opens a cell by keys; gives the dialog that shows it. */
  async openCell(issue: string, speaker: string): Promise<Locator> {
    await (await this.cell(issue, speaker)).focus()
    await this.page.keyboard.press('Enter')
    const dialog = this.page.getByRole('dialog', { name: speaker })
    await expect(dialog).toBeVisible()
    return dialog
  }

  async chooseInMenu(entry: string): Promise<void> {
    await this.title.click()
    await this.page.getByRole('menuitem', { name: entry }).click()
  }
}
