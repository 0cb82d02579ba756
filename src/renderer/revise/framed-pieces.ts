/** A passage cut into the pieces that it is shown in. Places are in UTF-16 code units. */
import type { Span } from '../../shared/anchor/selectors.ts'
import { sentencesIn } from '../../shared/sentences.ts'

export interface Piece {
  start: number
  text: string
  /** One of the highlight's own words. */
  isMarked: boolean
  /** Left out of the other text, or added to it. */
  isChanged: boolean
  /** A sentence that is shown for the sense only. */
  isAside: boolean
}

export interface Framed {
  text: string
  /** The sentences that are compared. */
  frame: Span
  marked: Span[]
  changed: Span[]
}

export function framedPieces({ text, frame, marked, changed }: Framed, shown: Span): Piece[] {
  const cuts = [shown.start, shown.end, frame.start, frame.end, ...[...marked, ...changed].flatMap(({ start, end }) => [start, end])]
  const places = [...new Set(cuts)].filter((at) => at >= shown.start && at <= shown.end).sort((a, b) => a - b)
  return places.slice(0, -1).map((start, k) => {
    const isIn = (spans: Span[]): boolean => spans.some((span) => span.start <= start && span.end > start)
    return { start, text: text.slice(start, places[k + 1]), isMarked: isIn(marked), isChanged: isIn(changed), isAside: !isIn([frame]) }
  })
}

/** The frame with the sentence before it and after it, or with its whole paragraphs. `language` is a BCP 47 tag, '' for unknown. */
export function shownAround(text: string, frame: Span, language: string, isWhole: boolean): Span {
  const start = text.lastIndexOf('\n', frame.start - 1) + 1
  const lineEnd = text.indexOf('\n', frame.end)
  const end = lineEnd < 0 ? text.length : lineEnd
  if (isWhole) return { start, end }
  const before = sentencesIn(text.slice(start, frame.start), language).at(-1)
  const after = sentencesIn(text.slice(frame.end, end), language)[0]
  return { start: before ? start + before.start : frame.start, end: after ? frame.end + after.end : frame.end }
}
