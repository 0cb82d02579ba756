/**
 * Carrying highlights over from one revision of a text to another.
 * What is accepted (same, moved) holds the exact words, character for character, in a frame that says the same of who says them:
 * a restyled quotation mark, dash or space makes a highlight reworded, another name or "denied" before it makes it "said by another?".
 * Whatever could as well be another passage is lost, and offered.
 */
import type { HighlightState } from '../highlight.ts'
import { alignTexts } from './alignment.ts'
import { createFinder } from './occurrences.ts'
import { placeRange, type Placement, type TextPair } from './place-range.ts'
import { createReading } from './reading.ts'
import { describeRange, type Span, type TextRange } from './selectors.ts'

export interface Carried {
  state: HighlightState
  /** Where it lies in the new text if it is the same or moved; otherwise the old ranges unchanged. */
  ranges: TextRange[]
  /** Where a highlight that waits may belong in the new text, best first: if it may be said by another, the one place where its words stand. */
  candidates: TextRange[][]
}

/** How much further apart or nearer the ranges of one highlight may come to lie, in UTF-16 code units. */
const DRIFT = 1000
const worstLast: HighlightState[] = ['same', 'moved', 'said-by-another', 'reworded', 'lost']

/** Offsets are UTF-16 code units; `language` is a BCP 47 tag. One carrier serves all highlights of a pair of texts. */
export function createCarrier(before: string, after: string, language?: string): (ranges: TextRange[]) => Carried {
  let pair: TextPair | null = null
  return (ranges) => {
    if (before === after && ranges.every(({ start, end, exact }) => before.slice(start, end) === exact)) return { state: 'same', ranges, candidates: [] }
    pair ??= pairOf(before, after, language)
    return carry(pair, ranges)
  }
}

function pairOf(before: string, after: string, language: string | undefined): TextPair {
  const stretches = alignTexts(before, after)
  const [readBefore, readAfter] = [createReading(before, language), createReading(after, language)]
  const turned = stretches.map((one) => ({ before: one.after, after: one.before, length: one.length }))
  return { before, after, readBefore, readAfter, stretches, back: { before: after, after: before, readBefore: readAfter, readAfter: readBefore, stretches: turned }, findAfter: createFinder(after) }
}

function carry(pair: TextPair, ranges: TextRange[]): Carried {
  const placements = ranges.map((range) => placeRange(pair, range))
  const state = placements.map((one) => one.state).reduce((worst, one) => (worstLast.indexOf(one) > worstLast.indexOf(worst) ? one : worst))
  const describe = (spans: Span[]) => spans.map((span) => describeRange(pair.after, span))
  const spans = placements.flatMap((one) => ('span' in one ? [one.span] : []))
  if (spans.length === ranges.length && areTogether(ranges, spans)) {
    return state === 'said-by-another' ? { state, ranges, candidates: [describe(spans)] } : { state, ranges: describe(spans), candidates: [] }
  }
  const candidates = candidatesOf(placements).filter(areInOrder)
  if (spans.length === ranges.length) return { state: 'lost', ranges, candidates: candidates.map(describe) }
  return { state: isInterrupted(pair, ranges, placements, candidates[0]) ? 'reworded' : state, ranges, candidates: candidates.map(describe) }
}

/** A part of the quote stands, and where the others stood are other words. */
function isInterrupted({ after }: TextPair, ranges: TextRange[], placements: Placement[], best: Span[] | undefined): boolean {
  return best?.length === ranges.length && areTogether(ranges, best) && placements.some((one) => 'span' in one)
    && placements.every((one, k) => 'span' in one || after.slice(best[k]!.start, best[k]!.end) !== ranges[k]!.exact)
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
