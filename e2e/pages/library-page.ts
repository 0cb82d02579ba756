import { expect, type Locator, type Page } from '@playwright/test'

export class LibraryPage {
  readonly page: Page
  readonly articles: Locator
  readonly search: Locator

  constructor(page: Page) {
    this.page = page
    this.articles = page.getByRole('list', { name: 'Articles' })
    this.search = page.getByRole('searchbox', { name: 'Search' })
  }

  async open(): Promise<this> {
    await this.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Library' }).click()
    await expect(this.page.getByRole('button', { name: 'Add article' }).first()).toBeVisible()
    return this
  }

  async openAddDialog(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Add article' }).first().click()
    const dialog = this.page.getByRole('dialog', { name: 'Add article', exact: true })
    await expect(dialog).toBeVisible()
    return dialog
  }

  async addText(text: string): Promise<void> {
    const dialog = await this.openAddDialog()
    await dialog.getByRole('textbox', { name: 'Text' }).fill(text)
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  async openArticle(title: string | RegExp): Promise<void> {
    await this.articles.getByRole('link', { name: title }).first().click()
    await expect(this.page.getByRole('region', { name: 'Article', exact: true })).toBeVisible()
  }
}
