import { expect, type Locator, type Page } from '@playwright/test'

/** Editing an article, reviewing a newer version, and the queue of highlights that wait. */
export class RevisePage {
  readonly page: Page
  readonly text: Locator
  readonly status: Locator
  readonly queue: Locator

  constructor(page: Page) {
    this.page = page
    this.text = page.getByRole('textbox', { name: 'Article text' })
    this.status = page.getByRole('main').getByRole('status')
    this.queue = page.getByRole('group', { name: /^(Said by another\?|Reworded|Lost) highlight$/ })
  }

  async edit(): Promise<this> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click()
    await this.page.getByRole('menuitem', { name: 'Edit text' }).click()
    await expect(this.text).toBeVisible()
    return this
  }

  /** Selects the words in the editor and types others over them. */
  async replace(words: string, by: string): Promise<void> {
    await this.text.evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const start = node.data.indexOf(wanted)
        if (start < 0) continue
        const selection = window.getSelection()!
        ;(root as HTMLElement).focus()
        selection.setBaseAndExtent(node, start, node, start + wanted.length)
        return
      }
      throw new Error(`The editor does not hold “${wanted}”.`)
    }, words)
    await this.page.keyboard.type(by)
    await expect(this.text).toContainText(by)
    await expect(this.page.getByText('Draft kept')).toBeVisible()
  }

  async done(): Promise<void> {
    await this.page.getByRole('button', { name: 'Done' }).click()
    await expect(this.page.getByRole('region', { name: 'Article', exact: true })).toBeVisible()
  }
}
