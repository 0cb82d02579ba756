/** A document to blocks: only what the list here names comes through; of all else, the words. */
import type { Block, BlockType, Inline } from '../../shared/body.ts'
import { cleanText, oneLine, tidyInlines } from '../../shared/clean-text.ts'
import { safeLink, webAddress } from './safe-link.ts'

const blockTags = new Set(('address article aside body caption center dd details dialog div dl dt fieldset figcaption figure footer form header ' +
  'hgroup html legend main menu nav p search section summary tbody tfoot thead').split(' '))
/** Those that `element` below takes one by one. */
const otherBlocks = new Set('h1 h2 h3 h4 h5 h6 blockquote ul ol li pre listing xmp plaintext table tr td th hr'.split(' '))
const unread = new Set(['script', 'style', 'template', 'noscript', 'noembed', 'noframes', 'iframe', 'object', 'svg', 'math', 'head', 'title', 'button', 'input', 'select', 'textarea', 'audio', 'video', 'canvas'])

type Marks = Omit<Inline, 'text'>
type Place = Pick<Block, 'type' | 'ordered' | 'depth'>

/** `base` is the page's own address: what relative links are relative to. */
export function blocksOfDocument(root: Element, base: string): Block[] {
  return new HtmlBlocks(base).read(root)
}

class HtmlBlocks {
  private readonly blocks: Block[] = []
  private readonly base: string
  private open: Inline[] = []
  private place: Place = { type: 'paragraph' }
  /** The item whose later paragraphs go on in the same block, after a line break, and all that it holds so far. */
  private item: { block: Block; inlines: Inline[] } | undefined

  constructor(base: string) {
    this.base = base
  }

  read(root: Element): Block[] {
    this.children(root, {})
    this.endItem()
    return this.blocks
  }

  private children(parent: Node, marks: Marks): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === 3) this.open.push({ ...marks, text: (child.nodeValue ?? '').replace(/\s+/g, ' ') })
      else if (child.nodeType === 1) this.element(child as Element, marks)
    }
  }

  private element(element: Element, marks: Marks): void {
    const tag = element.localName
    if (unread.has(tag)) return
    if (/^h[1-6]$/.test(tag)) return this.within(element, marks, { type: `heading-${Math.min(Number(tag[1]), 3)}` as BlockType })
    if (blockTags.has(tag)) return this.within(element, marks)
    switch (tag) {
      case 'blockquote': return this.within(element, marks, { type: 'quote' })
      case 'ul': case 'ol': return this.list(element, marks)
      case 'li': return this.listItem(element, marks)
      case 'pre': case 'listing': case 'xmp': case 'plaintext': return this.code(element)
      case 'table': return this.table(element, marks)
      case 'hr': this.close(); this.blocks.push({ type: 'rule', inlines: [] }); return
      case 'br': this.open.push({ ...marks, text: '\n' }); return
      case 'img': return this.image(element, marks)
      case 'del': return isCorrected(element) ? undefined : this.children(element, marks)
      case 'q': this.open.push({ ...marks, text: '“' }); this.children(element, marks); this.open.push({ ...marks, text: '”' }); return
      default: return this.children(element, this.marksOf(tag, element, marks))
    }
  }

  private marksOf(tag: string, element: Element, marks: Marks): Marks {
    switch (tag) {
      case 'b': case 'strong': return { ...marks, bold: true }
      case 'i': case 'em': case 'cite': case 'dfn': case 'var': return { ...marks, italic: true }
      case 'code': case 'kbd': case 'samp': case 'tt': return { ...marks, code: true }
      case 'a': {
        const href = element.getAttribute('href') ?? ''
        const link = href.startsWith('#') ? undefined : safeLink(href, this.base)
        return link ? { ...marks, link } : marks
      }
      default: return marks
    }
  }

  /** A block of its own; a heading or a plain block inside a quote or an item stays that. */
  private within(element: Element, marks: Marks, place?: Place): void {
    this.close()
    const outer = this.place
    if (place && outer.type !== 'list-item' && !(outer.type === 'quote' && place.type !== 'quote')) this.place = place
    this.children(element, marks)
    this.close()
    this.place = outer
  }

  private list(element: Element, marks: Marks): void {
    this.endItem()
    const outer = this.place
    const depth = outer.type === 'list-item' ? (outer.depth ?? 0) + 1 : 0
    this.place = { type: 'list-item', ordered: element.localName === 'ol', depth }
    this.children(element, marks)
    this.endItem()
    this.place = outer
  }

  private listItem(element: Element, marks: Marks): void {
    this.endItem()
    const outer = this.place
    if (outer.type !== 'list-item') this.place = { type: 'list-item', ordered: false, depth: 0 }
    this.children(element, marks)
    this.endItem()
    this.place = outer
  }

  private code(element: Element): void {
    this.close()
    for (const br of element.querySelectorAll('br')) br.replaceWith('\n')
    const text = cleanText(element.textContent ?? '').replace(/^\n/, '').trimEnd()
    if (text.trim()) this.blocks.push({ type: 'code', inlines: [{ text }] })
  }

  /** One paragraph a row, its cells parted by " | ". A table that lays out a page is read as its blocks. */
  private table(table: Element, marks: Marks): void {
    this.close()
    if (isLayout(table)) {
      for (const cell of ownElements(table, ['caption', 'td', 'th'])) this.within(cell, marks)
      return
    }
    const caption = ownElements(table, ['caption'])[0]
    if (caption) this.within(caption, marks)
    for (const row of ownElements(table, ['tr'])) {
      const cells = elementChildren(row).map((cell) => this.cell(cell, marks))
      if (!cells.some((cell) => cell.length > 0)) continue
      this.open = cells.flatMap((cell, index) => index > 0 ? [{ text: ' | ' }, ...cell] : cell)
      this.close()
    }
  }

  private cell(cell: Element, marks: Marks): Inline[] {
    const reader = new HtmlBlocks(this.base)
    reader.children(cell, marks)
    reader.endItem()
    return reader.blocks.flatMap((block, index) => index > 0 ? [{ text: ' ' }, ...block.inlines] : block.inlines)
  }

  /** An image stands on its own between paragraphs; in a sentence it is its words. One inside a heading, an item or a quote is left out. */
  private image(element: Element, marks: Marks): void {
    const words = wordsOfImage(element)
    if (this.isInSentence(element, words)) {
      this.open.push({ ...marks, text: words })
      return
    }
    const alt = tidyInlines([{ text: words }])
    const address = webAddress(element.getAttribute('src') ?? '', this.base)
    const sized = Math.min(Number(element.getAttribute('width') || 100), Number(element.getAttribute('height') || 100))
    if (this.place.type !== 'paragraph' || (alt.length === 0 && (!address || sized < 8))) return
    this.close()
    this.blocks.push({ type: 'image', inlines: alt, ...(address ? { address } : {}) })
  }

  /** Words before and after it, or words before it and a sign for its own: a formula, a smiling face. */
  private isInSentence(element: Element, words: string): boolean {
    if (!this.open.some(({ text }) => text.trim() !== '')) return false
    return (words !== '' && !/[\p{L}\p{N}]/u.test(words)) || isFollowedByWords(element)
  }

  private close(): void {
    const inlines = tidyInlines(this.open)
    this.open = []
    if (inlines.length === 0) return
    if (this.item) {
      this.item.inlines.push({ text: '\n' })
      for (const inline of inlines) this.item.inlines.push(inline)
      return
    }
    const block: Block = { ...this.place, inlines }
    this.blocks.push(block)
    if (block.type === 'list-item') this.item = { block, inlines: [...inlines] }
  }

  /** What an item holds is put together once, when no more can come. */
  private endItem(): void {
    this.close()
    if (this.item) this.item.block.inlines = tidyInlines(this.item.inlines)
    this.item = undefined
  }
}

/** Of the table itself and not of tables in it, in the order of the page. */
function ownElements(table: Element, names: string[]): Element[] {
  return elementChildren(table).flatMap((child) => {
    if (names.includes(child.localName)) return [child]
    return child.localName === 'table' ? [] : ownElements(child, names)
  })
}

const inLayout = new Set(['table', 'h1', 'h2', 'h3', 'ul', 'ol', 'blockquote', 'pre'])

/** Whether a table lays out a page: what it holds is more than cells of words. */
function isLayout(element: Element): boolean {
  return elementChildren(element).some((child, index, all) => {
    const twoInARow = (child.localName === 'p' || child.localName === 'div') && all[index + 1]?.localName === child.localName
    return twoInARow || inLayout.has(child.localName) || isLayout(child)
  })
}

/** What an image says; the name of its file says nothing. */
function wordsOfImage(element: Element): string {
  const alt = oneLine(element.getAttribute('alt') ?? '')
  return /^[\w%()+-]+\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)$/i.test(alt) || /^(?:IMG|DSC)[_-]?\d+$/i.test(alt) ? '' : alt
}

/** In the same line, out of the elements of a line that end with it. */
function isFollowedByWords(element: Element): boolean {
  for (let at: Node | null = element; at && !isBlock(at); at = at.parentNode) {
    let next = at.nextSibling
    while (next && next.nodeType !== 1 && (next.nodeValue ?? '').trim() === '') next = next.nextSibling
    if (next) return next.nodeType === 3 || (!isBlock(next) && !['br', 'img'].includes((next as Element).localName) && (next.textContent ?? '').trim() !== '')
  }
  return false
}

function isBlock(node: Node): boolean {
  const { localName } = node as Element
  return blockTags.has(localName) || otherBlocks.has(localName)
}

/** Words struck out in favour of those that follow. */
function isCorrected(element: Element): boolean {
  let next = element.nextSibling
  while (next?.nodeType === 3 && (next.nodeValue ?? '').trim() === '') next = next.nextSibling
  return next?.nodeType === 1 && (next as Element).localName === 'ins'
}

function elementChildren(element: Element): Element[] {
  return [...element.childNodes].filter((child): child is Element => child.nodeType === 1)
}
