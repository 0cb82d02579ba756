import { expect, type Locator, type Page } from '@playwright/test'

export interface Marking { speaker: string; issue: string; stance: string; wording?: 'Direct quote' | 'Partly quoted' | 'Paraphrase'; note?: string }

export class ReaderPage {
  readonly page: Page
  readonly article: Locator
  readonly inspector: Locator
  readonly toolbar: Locator

  constructor(page: Page) {
    this.page = page
    this.article = page.getByRole('region', { name: 'Article', exact: true })
    this.inspector = page.getByRole('complementary', { name: 'Inspector' })
    this.toolbar = page.getByRole('toolbar', { name: 'Selection' })
  }

  async open(): Promise<this> {
    await expect(this.article).toBeVisible()
    return this
  }

  /** Where in the window the words stand first. They may run over several nodes and lines. */
  private async endsOf(words: string): Promise<{ from: { x: number; y: number }; to: { x: number; y: number } }> {
    return this.article.evaluate(async (region, wanted) => {
      const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT)
      const places: { node: Text; start: number }[] = []
      let text = ''
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        places.push({ node: node as Text, start: text.length })
        text += node.nodeValue
      }
      const at = (offset: number): [Text, number] => {
        const place = places.findLast((one) => one.start <= offset)!
        return [place.node, offset - place.start]
      }
      const start = text.indexOf(wanted)
      if (start < 0) throw new Error(`The article does not hold “${wanted}”.`)
      const range = document.createRange()
      range.setStart(...at(start))
      range.setEnd(...at(start + wanted.length - 1))
      range.startContainer.parentElement!.scrollIntoView({ block: 'center' })
      await new Promise(requestAnimationFrame)
      const last = document.createRange()
      last.setStart(...at(start + wanted.length - 1))
      last.setEnd(last.startContainer, last.startOffset + 1)
      const from = range.getClientRects()[0]!
      const to = [...last.getClientRects()].at(-1)!
      const [startEdge, endEdge] = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(wanted) ? [from.right - 0.5, to.left + 0.5] : [from.left + 0.5, to.right - 0.5]
      return { from: { x: startEdge, y: from.top + from.height / 2 }, to: { x: endEdge, y: to.top + to.height / 2 } }
    }, words)
  }

  /** The middle of the words, once they are in view. */
  async pointOf(words: string): Promise<{ x: number; y: number }> {
    const { from, to } = await this.endsOf(words)
    return { x: (from.x + to.x) / 2, y: from.y }
  }

  /** Drags the mouse over the words. */
  private async pull(words: string): Promise<void> {
    const ends = await this.endsOf(words)
    await this.page.mouse.move(ends.from.x, ends.from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(ends.to.x, ends.to.y, { steps: 4 })
    await this.page.mouse.up()
  }

  async select(words: string): Promise<void> {
    await this.pull(words)
    await expect(this.toolbar).toBeVisible()
  }

  /** Drags with Ctrl: the words become one more part of what is selected. */
  async selectMore(words: string): Promise<void> {
    await this.page.keyboard.down('Control')
    await this.pull(words)
    await this.page.keyboard.up('Control')
    await expect(this.toolbar).toBeVisible()
  }

  /** Drags with Ctrl: the words become one more part of the chosen highlight. */
  async addToChosen(words: string): Promise<void> {
    await this.page.keyboard.down('Control')
    await this.pull(words)
    await this.page.keyboard.up('Control')
    await expect(this.inspector.locator('blockquote')).toContainText(words)
  }

  async highlight(words: string): Promise<void> {
    await this.select(words)
    await this.toolbar.getByRole('button', { name: 'Highlight', exact: true }).click()
    await expect(this.inspector).toContainText(words)
  }

  /** Marks a statement and fills in the inspector. */
  async mark(words: string, marking: Marking): Promise<void> {
    await this.select(words)
    await this.toolbar.getByRole('button', { name: 'Statement', exact: true }).click()
    // These words and no more: another passage may hold them too.
    await expect(this.inspector.locator('blockquote')).toHaveText(words)
    await this.fill(marking)
  }

  async fill({ speaker, issue, stance, wording, note }: Marking): Promise<void> {
    await this.pick('Speaker', speaker)
    await this.pick('Issue', issue)
    const stanceRadio = this.inspector.getByRole('radiogroup', { name: 'Stance' }).getByRole('radio', { name: stance })
    await stanceRadio.click()
    await expect(stanceRadio).toBeChecked()
    if (wording) {
      const wordingRadio = this.inspector.getByRole('radiogroup', { name: 'Wording' }).getByRole('radio', { name: wording })
      await wordingRadio.click()
      await expect(wordingRadio).toBeChecked()
    }
    if (note) await this.writeNote(note)
  }

  async pick(name: 'Speaker' | 'Issue', value: string): Promise<void> {
    const box = this.inspector.getByRole('combobox', { name })
    await box.fill(value)
    const known = this.page.getByRole('option', { name: value, exact: true })
    const added = this.page.getByRole('option', { name: `Add “${value}”` })
    await expect(known.or(added)).toHaveCount(1)
    await box.press('Enter')
    await expect(box).toHaveValue(value)
  }

  async writeNote(text: string): Promise<void> {
    const note = this.inspector.getByRole('textbox', { name: 'Note' })
    await note.click()
    await this.page.keyboard.type(text)
    await expect(this.inspector.getByText(/^Saved/)).toBeVisible()
  }
}
