/**
 * Canonical text: the text of a body's blocks in reading order, joined by one '\n'.
 * All offsets in Counterpoint are UTF-16 code units into it, end exclusive.
 */
import { blockText, type Block } from '../body.ts'

export function canonicalText(blocks: Block[]): string {
  return blocks.map(blockText).join('\n')
}

/** Where each block starts in the canonical text, in UTF-16 code units. */
export function blockStarts(blocks: Block[]): number[] {
  const starts: number[] = []
  let offset = 0
  for (const block of blocks) {
    starts.push(offset)
    offset += blockText(block).length + 1
  }
  return starts
}

/** The number of the paragraph (1 for the first line of the canonical text that is not empty) that holds `offset`. */
export function paragraphNumber(text: string, offset: number): number {
  if (counted.text !== text) counted = { text, starts: linesWithWords(text) }
  let low = 0
  let high = counted.starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (counted.starts[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(1, low)
}

/** The last text asked about: thousands of highlights of one article ask in a row. */
let counted: { text: string; starts: number[] } = { text: '', starts: [] }

/** Where the words of each line begin that has any. */
function linesWithWords(text: string): number[] {
  return [...text.matchAll(/[^\s][^\n]*/g)].map((match) => match.index)
}
