/** Markdown (CommonMark and GFM) to blocks. HTML inside it is never kept: its tags are dropped, its words stay. */
import type { Definition, ListItem, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { blockText, type Block, type BlockType, type Inline } from '../../shared/body.ts'
import { cleanText, oneLine, tidyInlines } from '../../shared/clean-text.ts'
import { readField, readHeaderLine, type FoundDetails } from './guess.ts'
import { piecesOf, type Piece } from './markdown-pieces.ts'
import { safeLink, webAddress } from './safe-link.ts'
import { withoutTags } from './without-tags.ts'

/** `stated` are the details that the front matter names: they are no guesses. */
export interface ReadMarkdown {
  blocks: Block[]
  found: FoundDetails
  stated: FoundDetails
}

export function readMarkdown(source: string): ReadMarkdown {
  const { stated, body } = takeFrontMatter(cleanText(source))
  const blocks = piecesOf(body).flatMap(blocksOf)
  const found: FoundDetails = {}
  const first = blocks[0]
  if (first?.type === 'heading-1' && blocks.length > 1) {
    found.title = oneLine(blockText(first))
    blocks.shift()
    takeHeaderParagraphs(blocks, found)
  }
  return { blocks, found, stated }
}

function blocksOf({ source, length }: Piece): Block[] {
  const tree = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return new MarkdownBlocks(tree).read(length)
}

/** Bylines and dates that stand as paragraphs of their own below the title. */
function takeHeaderParagraphs(blocks: Block[], found: FoundDetails): void {
  while (blocks.length > 1 && blocks[0]!.type === 'paragraph') {
    const lines = blockText(blocks[0]!).split('\n').map(readHeaderLine)
    if (lines.some((line) => line === undefined)) return
    const read: FoundDetails = Object.assign({}, ...lines)
    if (Object.keys(read).some((key) => Object.hasOwn(found, key))) return
    Object.assign(found, read)
    blocks.shift()
  }
}

/** Front matter of plain "key: value" lines between two lines of ---. */
function takeFrontMatter(source: string): { stated: FoundDetails; body: string } {
  const match = /^\s*---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source)
  if (!match || !match[1]!.split('\n').every((line) => /^(?:[\w-]+\s*:|\s|#|$)/.test(line))) return { stated: {}, body: source }
  const stated: FoundDetails = {}
  for (const line of match[1]!.split('\n')) {
    const field = /^([\w-]+)\s*:\s*(\S.*)$/.exec(line)
    const value = field?.[2]!.replace(/^(["'])(.*)\1\s*$/, '$2').replace(/^\[(.*)\]$/, '$1')
    if (field && value) Object.assign(stated, readField(field[1]!, value))
  }
  return { stated, body: source.slice(match[0].length) }
}

type Marks = Omit<Inline, 'text'>
type Place = Pick<Block, 'type' | 'ordered' | 'depth'>

class MarkdownBlocks {
  private readonly blocks: Block[] = []
  private readonly definitions = new Map<string, Definition>()
  private readonly tree: Root

  constructor(tree: Root) {
    this.tree = tree
    for (const node of tree.children) if (node.type === 'definition') this.definitions.set(node.identifier, node)
  }

  /** What begins before `length`, in UTF-16 code units. */
  read(length: number): Block[] {
    for (const node of this.tree.children) if (node.position!.start.offset! < length) this.block(node, { type: 'paragraph' })
    return this.blocks
  }

  private block(node: RootContent, place: Place): void {
    switch (node.type) {
      case 'paragraph': this.phrasing(node.children, place); break
      case 'heading': this.phrasing(node.children, { type: `heading-${Math.min(node.depth, 3)}` as BlockType }); break
      case 'blockquote': node.children.forEach((child) => this.block(child, { type: 'quote' })); break
      case 'list': node.children.forEach((item) => this.listItem(item, Boolean(node.ordered), place.type === 'list-item' ? (place.depth ?? 0) + 1 : 0)); break
      case 'code': this.blocks.push({ type: 'code', inlines: [{ text: node.value }] }); break
      case 'thematicBreak': this.blocks.push({ type: 'rule', inlines: [] }); break
      case 'table': this.table(node); break
      case 'html': this.push(place, [{ text: withoutTags(node.value) }]); break
      case 'footnoteDefinition':
        this.push({ type: 'paragraph' }, [{ text: `[${node.label ?? node.identifier}] ` }, ...node.children.flatMap((child) => child.type === 'paragraph' ? this.inlines(child.children, {}) : [])])
        break
      default: break
    }
  }

  /** Later paragraphs of an item follow its first after a line break, so that the list stays one list. */
  private listItem(item: ListItem, ordered: boolean, depth: number): void {
    const place: Place = { type: 'list-item', ordered, depth }
    const box = typeof item.checked === 'boolean' ? [{ text: item.checked ? '[x] ' : '[ ] ' }] : []
    const own: Inline[] = [...box]
    const rest: RootContent[] = []
    for (const child of item.children) {
      if (child.type !== 'paragraph' || rest.length > 0) {
        rest.push(child)
        continue
      }
      if (own.length > box.length) own.push({ text: '\n' })
      for (const inline of this.inlines(child.children, {})) own.push(inline)
    }
    this.push(place, own)
    rest.forEach((child) => this.block(child, place))
  }

  private table(table: Table): void {
    for (const row of table.children) {
      const cells = row.children.map((cell) => tidyInlines(this.inlines(cell.children, {})))
      this.push({ type: 'paragraph' }, cells.flatMap((cell, index) => index > 0 ? [{ text: ' | ' }, ...cell] : cell))
    }
  }

  /** An image stands on its own, so it parts the paragraph that holds it. */
  private phrasing(nodes: PhrasingContent[], place: Place): void {
    let start = 0
    nodes.forEach((node, index) => {
      const image = place.type === 'paragraph' ? this.imageOf(node) : undefined
      if (!image) return
      this.push(place, this.inlines(nodes.slice(start, index), {}))
      if (image.inlines.length > 0 || image.address) this.blocks.push(image)
      start = index + 1
    })
    this.push(place, this.inlines(nodes.slice(start), {}))
  }

  private imageOf(node: PhrasingContent): Block | undefined {
    if (node.type === 'link' && node.children.length === 1) return this.imageOf(node.children[0]!)
    if (node.type !== 'image' && node.type !== 'imageReference') return undefined
    const address = webAddress(node.type === 'image' ? node.url : this.definitions.get(node.identifier)?.url ?? '')
    return { type: 'image', inlines: tidyInlines([{ text: oneLine(node.alt ?? '') }]), ...(address ? { address } : {}) }
  }

  private inlines(nodes: Nodes[], marks: Marks): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      switch (node.type) {
        case 'text': return [{ ...marks, text: node.value.replaceAll('\n', ' ') }]
        case 'inlineCode': return [{ ...marks, code: true, text: node.value }]
        case 'break': return [{ ...marks, text: '\n' }]
        case 'html': return /^<br\b/i.test(node.value) ? [{ ...marks, text: '\n' }] : []
        case 'strong': return this.inlines(node.children, { ...marks, bold: true })
        case 'emphasis': return this.inlines(node.children, { ...marks, italic: true })
        case 'link': return this.inlines(node.children, withLink(marks, node.url))
        case 'linkReference': return this.inlines(node.children, withLink(marks, this.definitions.get(node.identifier)?.url ?? ''))
        case 'image': case 'imageReference': return [{ ...marks, text: node.alt ?? '' }]
        case 'footnoteReference': return [{ ...marks, text: `[${node.label ?? node.identifier}]` }]
        default: return 'children' in node ? this.inlines(node.children, marks) : []
      }
    })
  }

  private push(place: Place, inlines: Inline[]): void {
    const tidy = tidyInlines(inlines)
    if (tidy.length > 0) this.blocks.push({ ...place, inlines: tidy })
  }
}

function withLink(marks: Marks, address: string): Marks {
  const link = safeLink(address)
  return link ? { ...marks, link } : marks
}
