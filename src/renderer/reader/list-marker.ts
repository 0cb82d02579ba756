import type { Block } from '../../shared/body.ts'

/** How many items the list has so far at one depth. */
export interface ListCount {
  ordered: boolean
  items: number
}

/**
 * "•" or "3.", or nothing before a block that is no list item. `counts` holds one count for each depth and is carried from
 * block to block: a deeper list starts anew below each item, and a numbered one after bullets starts at 1.
 */
export function listMarker(block: Block, counts: ListCount[]): string {
  if (block.type !== 'list-item') {
    counts.length = 0
    return ''
  }
  const depth = block.depth ?? 0
  const ordered = Boolean(block.ordered)
  const before = counts[depth]
  const items = before?.ordered === ordered ? before.items + 1 : 1
  counts.length = Math.min(counts.length, depth + 1)
  counts[depth] = { ordered, items }
  return ordered ? `${items}.` : '•'
}
