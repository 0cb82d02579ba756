/**
 * An article's content. It is stored as one Lexical document; `Block` is the same content
 * in the form that reading, importing and exporting want. Only what is listed here can exist.
 */
import { MOST_INDENT } from './document.ts'

export const blockTypes = ['paragraph', 'heading-1', 'heading-2', 'heading-3', 'quote', 'list-item', 'code', 'rule', 'image'] as const
export type BlockType = (typeof blockTypes)[number]

/** A run of text with one set of marks. A line break within a block is '\n'. */
export interface Inline {
  text: string
  bold?: boolean
  italic?: boolean
  code?: boolean
  /** An http, https or mailto address. */
  link?: string
}

export interface Block {
  type: BlockType
  /** An image's inlines are its alternative text; a rule has none. */
  inlines: Inline[]
  /** List items: numbered or bulleted, and how deep (0 is the outermost). */
  ordered?: boolean
  /** Items of a check list: whether it is ticked. */
  checked?: boolean
  depth?: number
  /** Images: where the image was. It is never fetched. */
  address?: string
}

/** A Lexical node as `EditorState.toJSON()` writes it. */
export interface LexicalNode {
  type: string
  version?: number
  children?: LexicalNode[]
  [key: string]: unknown
}
/** A serialized Lexical document: an article's body, or a note. */
export interface LexicalDocument {
  root: LexicalNode
}

const BOLD = 1
const ITALIC = 2
const CODE = 16

/** The text of one block, '\n' for its line breaks. */
export function blockText(block: Block): string {
  return block.inlines.map((inline) => inline.text).join('')
}

export function toLexical(blocks: Block[]): LexicalDocument {
  const children: LexicalNode[] = []
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index]!
    if (block.type !== 'list-item') {
      children.push(blockNode(block))
      index += 1
      continue
    }
    let end = index
    while (blocks[end]?.type === 'list-item' && sameList(blocks[end]!, block)) end += 1
    children.push(listNode(blocks.slice(index, end)))
    index = end
  }
  return { root: element('root', children) }
}

/** Items that belong in one list: all numbered, all with a box to tick, or all neither. */
export function sameList(a: Block, b: Block): boolean {
  return Boolean(a.ordered) === Boolean(b.ordered) && (a.checked === undefined) === (b.checked === undefined)
}

/** Every list item keeps its depth as Lexical's `indent`; lists are not nested in the stored document. */
function listNode(items: Block[]): LexicalNode {
  const ordered = Boolean(items[0]!.ordered)
  const children = items.map((item, index) => element('listitem', inlineNodes(item.inlines), { value: index + 1, indent: Math.min(item.depth ?? 0, MOST_INDENT), ...(item.checked === undefined ? {} : { checked: item.checked }) }))
  const listType = ordered ? 'number' : items[0]!.checked === undefined ? 'bullet' : 'check'
  return element('list', children, { listType, tag: ordered ? 'ol' : 'ul', start: 1 })
}

function blockNode(block: Block): LexicalNode {
  const children = inlineNodes(block.inlines)
  switch (block.type) {
    case 'heading-1': return element('heading', children, { tag: 'h1' })
    case 'heading-2': return element('heading', children, { tag: 'h2' })
    case 'heading-3': return element('heading', children, { tag: 'h3' })
    case 'rule': return { type: 'horizontalrule', version: 1 }
    case 'image': return { type: 'image', version: 1, alt: blockText(block), address: block.address ?? '' }
    case 'quote': case 'code': case 'paragraph': return element(block.type, children)
    case 'list-item': throw new Error('a list item belongs in a list')
  }
}

function inlineNodes(inlines: Inline[]): LexicalNode[] {
  return inlines.flatMap((inline) => {
    const format = (inline.bold ? BOLD : 0) | (inline.italic ? ITALIC : 0) | (inline.code ? CODE : 0)
    const nodes = inline.text.split('\n').flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'linebreak', version: 1 }] : []),
      ...(line ? [{ type: 'text', version: 1, text: line, format, detail: 0, mode: 'normal', style: '' }] : []),
    ])
    return inline.link ? [element('link', nodes, { url: inline.link, rel: 'noreferrer', target: null, title: null })] : nodes
  })
}

function element(type: string, children: LexicalNode[], extra: Record<string, unknown> = {}): LexicalNode {
  return { type, version: 1, direction: null, format: '', indent: 0, ...extra, children }
}

export function fromLexical(document: LexicalDocument): Block[] {
  return (document.root.children ?? []).flatMap((node) => blocksOf(node))
}

function blocksOf(node: LexicalNode): Block[] {
  const inlines = inlinesOf(node.children ?? [])
  switch (node.type) {
    case 'heading': return [{ type: `heading-${headingLevel(node)}`, inlines }]
    case 'horizontalrule': return [{ type: 'rule', inlines: [] }]
    case 'image': return [{ type: 'image', inlines: node.alt ? [{ text: String(node.alt) }] : [], address: String(node.address ?? '') }]
    case 'list': return (node.children ?? []).flatMap((item) => listItemsOf(item, node.listType))
    case 'quotation': return quotationBlocks(String(node.text), String(node.source))
    case 'quote': case 'code': return [{ type: node.type, inlines }]
    default: return [{ type: 'paragraph', inlines }]
  }
}

/** For reading and exporting, a quotation is a quote with its source under it. */
function quotationBlocks(text: string, source: string): Block[] {
  const quote: Block = { type: 'quote', inlines: [{ text }] }
  return source ? [quote, { type: 'paragraph', inlines: [{ text: `— ${source}` }] }] : [quote]
}

function headingLevel(node: LexicalNode): 1 | 2 | 3 {
  return node.tag === 'h1' ? 1 : node.tag === 'h2' ? 2 : 3
}

/** An editor nests a deeper list inside an item that holds nothing else; that item is not one of its own. */
function listItemsOf(item: LexicalNode, listType: unknown): Block[] {
  const children = item.children ?? []
  const nested = children.filter((child) => child.type === 'list').flatMap((child) => blocksOf(child))
  const own = children.filter((child) => child.type !== 'list')
  if (own.length === 0 && nested.length > 0) return nested
  const kind = { ordered: listType === 'number', ...(listType === 'check' ? { checked: item.checked === true } : {}) }
  return [{ type: 'list-item', ...kind, depth: Number(item.indent ?? 0), inlines: inlinesOf(own) }, ...nested]
}

function inlinesOf(nodes: LexicalNode[], link?: string): Inline[] {
  const inlines: Inline[] = []
  const add = (inline: Inline): void => {
    const last = inlines.at(-1)
    if (last && sameMarks(last, inline)) last.text += inline.text
    else inlines.push(inline)
  }
  for (const node of nodes) {
    if (node.type === 'link' || node.type === 'autolink') inlinesOf(node.children ?? [], String(node.url)).forEach(add)
    else if (node.type === 'linebreak') add({ ...emphasisOf(inlines.at(-1)), ...(link ? { link } : {}), text: '\n' })
    else if (node.type === 'tab') add({ text: '\t', ...(link ? { link } : {}) })
    else if (typeof node.text === 'string') add(textInline(node.text, Number(node.format ?? 0), link))
  }
  return inlines
}

/** A line break has no marks of its own; it goes with the emphasis before it, so that a run stays one run. */
function emphasisOf(inline: Inline | undefined): Partial<Inline> {
  const { text: _text, link: _link, ...emphasis } = inline ?? { text: '' }
  return emphasis
}

function textInline(text: string, format: number, link?: string): Inline {
  return {
    text,
    ...(format & BOLD ? { bold: true } : {}),
    ...(format & ITALIC ? { italic: true } : {}),
    ...(format & CODE ? { code: true } : {}),
    ...(link ? { link } : {}),
  }
}

function sameMarks(a: Inline, b: Inline): boolean {
  return Boolean(a.bold) === Boolean(b.bold) && Boolean(a.italic) === Boolean(b.italic) && Boolean(a.code) === Boolean(b.code) && a.link === b.link
}

/** The plain text of a document, one line a block: for search and for formats without marks. */
export function plainText(document: LexicalDocument): string {
  return fromLexical(document).map((block) => tickOf(block) + blockText(block)).join('\n')
}

/** The box before a check list's item, in formats that have none of their own. */
export function tickOf(block: Block): string {
  return block.checked === undefined ? '' : block.checked ? '☑ ' : '☐ '
}

export const emptyDocument: LexicalDocument = toLexical([{ type: 'paragraph', inlines: [] }])
