/** Where things are in the scrolling pane, in CSS pixels. */
import type { Span } from '../../shared/anchor/selectors.ts'
import { blockIndexAt, offsetAt, rangeAt, type TextMap } from './text-offsets.ts'

export function paneOf(map: TextMap): HTMLElement {
  return map.root.closest<HTMLElement>('.read-pane') ?? map.root
}

/** The rectangles of a span's lines, in the window. Never empty for text that is there. */
export function rectsOf(map: TextMap, span: Span): DOMRect[] {
  const rects = [...rangeAt(map, span).getClientRects()].filter((rect) => rect.width > 0)
  return rects.length > 0 ? rects : [map.blocks[blockIndexAt(map, span.start)]?.getBoundingClientRect() ?? new DOMRect()]
}

/** Brings a span into view: to the middle, to the top, or only as far as it is out of view. */
export function reveal(map: TextMap, span: Span, where: 'middle' | 'top' | 'near'): void {
  const pane = paneOf(map)
  // What comes into view gets its true height and moves the rest, so look again.
  for (let round = 0; round < 3; round += 1) {
    const rect = rectsOf(map, span)[0]!
    const view = pane.getBoundingClientRect()
    const top = rect.top - view.top
    if (where === 'middle') pane.scrollTop += top - view.height / 2 + rect.height / 2
    else if (where === 'top') pane.scrollTop += top
    else if (top < 24) pane.scrollTop += top - 24
    else if (top + rect.height > view.height - 24) pane.scrollTop += top + rect.height - view.height + 24
  }
}

/** The offset of the first or last line in view. */
export function offsetInView(map: TextMap, edge: 'first' | 'last'): number {
  const view = paneOf(map).getBoundingClientRect()
  const y = edge === 'first' ? view.top : view.bottom
  const index = lastBlockFrom(map, y)
  const block = map.blocks[index]
  if (!block) return 0
  const box = block.getBoundingClientRect()
  const rightToLeft = getComputedStyle(map.root).direction === 'rtl'
  // In the text itself, beside the number that hangs before it.
  const x = (edge === 'first') === rightToLeft ? box.right - 60 : box.left + 60
  const caret = document.caretPositionFromPoint(x, edge === 'first' ? Math.max(view.top + 4, box.top + 4) : Math.min(view.bottom - 4, box.bottom - 4))
  const inBlock = caret && block.contains(caret.offsetNode)
  if (inBlock) return offsetAt(map, caret.offsetNode, caret.offset)
  return map.starts[index]! + (edge === 'last' && box.bottom <= view.bottom ? (block.textContent ?? '').length : 0)
}

/** The block at a height: the last one that begins above it. */
function lastBlockFrom(map: TextMap, y: number): number {
  let low = 0
  let high = map.blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (map.blocks[middle]!.getBoundingClientRect().top < y + 1) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
