import { blockStarts } from '../../shared/anchor/canonical-text.ts'
import { blockText, fromLexical, type LexicalDocument } from '../../shared/body.ts'

/** A heading of the article: 1 to 3, and where it starts in the canonical text (UTF-16 code units). */
export interface OutlineEntry { level: number; words: string; start: number }

export function outlineOf(body: LexicalDocument): OutlineEntry[] {
  const blocks = fromLexical(body)
  const starts = blockStarts(blocks)
  return blocks.flatMap((block, index) => {
    const words = blockText(block).trim()
    const level = /^heading-(\d)$/.exec(block.type)?.[1]
    return level && words ? [{ level: Number(level), words, start: starts[index]! }] : []
  })
}

/** The entry that a place lies under; -1 before the first. */
export function currentEntry(entries: OutlineEntry[], offset: number): number {
  return entries.findLastIndex((entry) => entry.start <= offset)
}
