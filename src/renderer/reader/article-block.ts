import { blockText, type Block, type Inline } from '../../shared/body.ts'

export interface PlacedBlock {
  block: Block
  /** Where its text starts in the canonical text, in UTF-16 code units. */
  start: number
  /** The paragraph's number, null for a block without words. */
  number: number | null
  marker: string
}

/** About how many characters fit in a line: only for guessing the height of what is not in view. */
const LINE = 68

const elements = {
  paragraph: 'p', 'heading-1': 'h2', 'heading-2': 'h3', 'heading-3': 'h4', quote: 'blockquote', code: 'pre', image: 'p', 'list-item': 'div', rule: 'div',
} as const

/** A block's element. Plain DOM: a long article has thousands, and none of them ever changes. */
export function blockElement({ block, start, number, marker }: PlacedBlock): HTMLElement {
  const element = document.createElement(elements[block.type])
  element.className = `block block-${block.type}`
  element.style.setProperty('--lines', String(linesOf(blockText(block))))
  if (block.depth) element.style.setProperty('--depth', String(block.depth))
  element.dataset.start = String(start)
  element.dataset.number = String(number ?? '')
  if (marker) {
    element.dataset.marker = marker
    element.role = 'listitem'
  }
  if (block.type === 'rule') element.role = 'separator'
  if (block.type === 'image') element.dataset.address = block.address ?? ''
  element.append(...block.inlines.filter((inline) => inline.text !== '').map(inlineNode))
  return element
}

function linesOf(text: string): number {
  if (!text.includes('\n')) return Math.max(1, Math.ceil(text.length / LINE))
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0)
}

function inlineNode(inline: Inline): Node {
  let shown: Node = document.createTextNode(inline.text)
  if (inline.code) shown = around('code', shown)
  if (inline.italic) shown = around('em', shown)
  if (inline.bold) shown = around('strong', shown)
  if (!inline.link) return shown
  const link = around('a', shown)
  link.href = inline.link
  link.target = '_blank'
  link.rel = 'noreferrer'
  return link
}

function around<N extends 'code' | 'em' | 'strong' | 'a'>(name: N, node: Node): HTMLElementTagNameMap[N] {
  const element = document.createElement(name)
  element.append(node)
  return element
}
