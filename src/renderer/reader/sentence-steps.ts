/** Where a step by sentence leads in a text. Offsets in UTF-16 code units. Only paragraphs on the way are segmented. */
import { sentencesIn } from '../../shared/sentences.ts'

/** The next (1) or previous (-1) start or end of a sentence; past the last one, the end of the text it lies at. */
export function stepSentence(text: string, offset: number, language: string, by: 1 | -1, edge: 'start' | 'end'): number {
  let start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0
  for (;;) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const borders = sentencesIn(text.slice(start, end), language).map((sentence) => start + sentence[edge])
    const next = by > 0 ? borders.find((border) => border > offset) : borders.findLast((border) => border < offset)
    if (next !== undefined) return next
    if (by > 0 && found < 0) return text.length
    if (by < 0 && start === 0) return 0
    start = by > 0 ? end + 1 : start > 1 ? text.lastIndexOf('\n', start - 2) + 1 : 0
  }
}
