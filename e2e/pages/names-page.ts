import { expect, type Locator, type Page } from '@playwright/test'

/** The screen of speakers and issues. */
export class NamesPage {
  readonly page: Page
  readonly rows: Locator
  readonly title: Locator
  readonly statements: Locator

  constructor(page: Page) {
    this.page = page
    this.rows = page.getByRole('list', { name: /^All (speakers|issues)$/ }).getByRole('listitem')
    this.title = page.getByRole('region', { name: 'Details' }).getByRole('textbox', { name: /^(Name|Proposition)$/ })
    this.statements = page.getByRole('region', { name: 'Statements', exact: true }).getByRole('listitem')
  }

  async open(): Promise<this> {
    await this.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Library' }).click()
    await this.page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Speakers', exact: true }).click()
    await expect(this.rows.first()).toBeVisible()
    return this
  }

  row(name: string): Locator {
    return this.rows.getByRole('link', { name: new RegExp(`^${name}`) })
  }

  async choose(name: string): Promise<void> {
    await this.row(name).click()
    await expect(this.title).toHaveValue(name)
  }

  async pick(box: Locator, name: string): Promise<void> {
    await box.fill(name)
    await this.page.getByRole('option', { name, exact: true }).click()
    await expect(box).toHaveValue(name)
  }
}
