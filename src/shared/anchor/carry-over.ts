/**
 * Carrying highlights over from one revision of a text to another.
 * What is accepted (same, moved) holds the exact words, character for character: a restyled quotation mark, dash or space
 * makes a highlight reworded. Whatever could as well be another passage is lost, and offered.
 */
import type { HighlightState } from '../highlight.ts'
import { alignTexts } from './alignment.ts'
import { createFinder } from './occurrences.ts'
import { placeRange, type Placement, type TextPair } from './place-range.ts'
import { describeRange, type Span, type TextRange } from './selectors.ts'

export interface Carried {
  state: HighlightState
  /** Where it lies in the new text; for reworded and lost, the old ranges unchanged. */
  ranges: TextRange[]
  /** Where a reworded or lost highlight may belong in the new text, best first. */
  candidates: TextRange[][]
}

/** How much further apart or nearer the ranges of one highlight may come to lie, in UTF-16 code units. */
const DRIFT = 1000
const worstLast: HighlightState[] = ['same', 'moved', 'reworded', 'lost']

/** Offsets are UTF-16 code units. One carrier serves all highlights of a pair of texts. */
export function createCarrier(before: string, after: string): (ranges: TextRange[]) => Carried {
  let pair: TextPair | null = null
  return (ranges) => {
    if (before === after && ranges.every(({ start, end, exact }) => before.slice(start, end) === exact)) return { state: 'same', ranges, candidates: [] }
    pair ??= { before, after, stretches: alignTexts(before, after), findBefore: createFinder(before), findAfter: createFinder(after) }
    return carry(pair, ranges)
  }
}

function carry(pair: TextPair, ranges: TextRange[]): Carried {
  const placements = ranges.map((range) => placeRange(pair, range))
  const state = placements.map((one) => one.state).reduce((worst, one) => (worstLast.indexOf(one) > worstLast.indexOf(worst) ? one : worst))
  const describe = (spans: Span[]) => spans.map((span) => describeRange(pair.after, span))
  const spans = placements.flatMap((one) => ('span' in one ? [one.span] : []))
  if (spans.length === ranges.length && areTogether(ranges, spans)) return { state, ranges: describe(spans), candidates: [] }
  const candidates = candidatesOf(placements).filter(areInOrder)
  return { state: spans.length === ranges.length ? 'lost' : state, ranges, candidates: candidates.map(describe) }
}

/** A single range has all its places; of several ranges, the best places together. */
function candidatesOf(placements: Placement[]): Span[][] {
  const choices = placements.map((one) => ('span' in one ? [one.span] : one.candidates))
  if (choices.length === 1) return choices[0]!.map((span) => [span])
  const best = choices.flatMap((spans) => spans.slice(0, 1))
  return best.length > 0 ? [best] : []
}

function areInOrder(spans: Span[]): boolean {
  return spans.every(({ start }, k) => k === 0 || start >= spans[k - 1]!.end)
}

function areTogether(ranges: Span[], spans: Span[]): boolean {
  return areInOrder(spans) && spans.every(({ start }, k) => k === 0 || Math.abs(start - spans[k - 1]!.end - (ranges[k]!.start - ranges[k - 1]!.end)) <= DRIFT)
}
