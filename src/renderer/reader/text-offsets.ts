/**
 * Between places in the page and places in the canonical text.
 * Each block's element carries where its text starts (`data-start`, UTF-16 code units), and its text nodes
 * hold exactly the block's text; blocks are joined by one '\n' that stands in no node.
 */
import type { Span } from '../../shared/anchor/selectors.ts'

export interface TextMap {
  root: HTMLElement
  blocks: HTMLElement[]
  starts: number[]
}

export function textMapOf(root: HTMLElement): TextMap {
  const blocks = [...root.querySelectorAll<HTMLElement>('[data-start]')]
  return { root, blocks, starts: blocks.map((block) => Number(block.dataset.start)) }
}

/** The offset of a place in the page. A place between blocks is the end of the block before it. */
export function offsetAt(map: TextMap, node: Node, nodeOffset: number): number {
  const range = map.root.ownerDocument.createRange()
  const block = blockAround(map, node)
  if (block) {
    range.setStart(block, 0)
    range.setEnd(node, nodeOffset)
    return Number(block.dataset.start) + range.toString().length
  }
  range.setStart(node, nodeOffset)
  const before = countWhere(map.blocks, (one) => range.comparePoint(one, 0) <= 0)
  const last = map.blocks[before - 1]
  return last ? map.starts[before - 1]! + (last.textContent ?? '').length : 0
}

/** The span of a range, whichever of its ends lie outside the text. */
export function spanOf(map: TextMap, range: Range): Span {
  return {
    start: offsetAt(map, range.startContainer, range.startOffset),
    end: offsetAt(map, range.endContainer, range.endOffset),
  }
}

export function rangeAt(map: TextMap, span: Span): Range {
  const range = map.root.ownerDocument.createRange()
  const start = pointAt(map, span.start, 'after')
  const end = pointAt(map, span.end, 'before')
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

/** Where an offset is in the page; between two nodes, `lean` says which of them. */
export function pointAt(map: TextMap, offset: number, lean: 'before' | 'after'): { node: Node; offset: number } {
  const block = map.blocks[blockIndexAt(map, offset)]
  if (!block) return { node: map.root, offset: 0 }
  let left = offset - Number(block.dataset.start)
  const walker = block.ownerDocument.createTreeWalker(block, 4 /* NodeFilter.SHOW_TEXT */)
  let last: Text | null = null
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left < node.length || (lean === 'before' && left === node.length)) return { node, offset: left }
    left -= node.length
    last = node
  }
  return last ? { node: last, offset: last.length } : { node: block, offset: 0 }
}

/** The block that holds the offset: the last one that starts at or before it. */
export function blockIndexAt(map: TextMap, offset: number): number {
  return Math.max(0, countWhere(map.starts, (start) => start <= offset) - 1)
}

/** The span without white space at its ends; null if nothing is left. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = end - (words.length - words.trimEnd().length)
  return from < to ? { start: from, end: to } : null
}

function blockAround(map: TextMap, node: Node): HTMLElement | null {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement
  const block = element?.closest<HTMLElement>('[data-start]') ?? null
  return block && map.root.contains(block) ? block : null
}

/** How many items from the first on pass; all that pass stand before all that do not. */
function countWhere<T>(items: T[], passes: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(items[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
