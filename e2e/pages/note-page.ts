import { expect, type Locator, type Page } from '@playwright/test'

/** A note's editor, in whatever it is shown. */
export class NotePage {
  readonly page: Page
  readonly within: Locator
  readonly text: Locator
  readonly links: Locator
  readonly quotations: Locator
  readonly options: Locator
  readonly backlinks: Locator

  constructor(page: Page, within: Locator) {
    this.page = page
    this.within = within
    this.text = within.getByRole('textbox', { name: /^Note/ })
    this.links = this.text.getByRole('link')
    this.quotations = this.text.getByRole('figure', { name: 'Quotation' })
    this.options = page.getByRole('listbox', { name: /^(Link to|Insert quote)$/ }).getByRole('option')
    this.backlinks = within.getByRole('region', { name: 'Linked from' }).getByRole('link')
  }

  tool(name: string): Locator {
    return this.within.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name })
  }

  async type(...lines: string[]): Promise<void> {
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.page.keyboard.press('Enter')
      await this.page.keyboard.type(line)
    }
  }

  async linkTo(words: string, option: RegExp): Promise<void> {
    await this.page.keyboard.type(`[[${words}`)
    await expect(this.options.first()).toHaveAccessibleName(option)
    await expect(this.options.first()).toHaveAttribute('aria-selected', 'true')
    await this.page.keyboard.press('Enter')
    await expect(this.options).toHaveCount(0)
  }

  /** As a program that holds this HTML would paste it. */
  async paste(html: string, plain: string): Promise<void> {
    await this.text.evaluate((field, [richly, plainly]) => {
      const data = new DataTransfer()
      data.setData('text/html', richly!)
      data.setData('text/plain', plainly!)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, [html, plain])
  }

  async saved(): Promise<void> {
    await expect(this.within.getByText(/^Saved/)).toBeVisible()
  }
}
