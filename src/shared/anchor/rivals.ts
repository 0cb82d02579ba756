/** Of several passages with the same words in the same frame, which one is meant can only be told by what stands around them. */
import { agreementOf, isClearlyBetter, isNoWorse, type Agreement } from './agreement.ts'
import type { Stretch } from './alignment.ts'
import type { Span } from './selectors.ts'
import { within } from './stretches.ts'

/** Unchanged characters on both sides that settle where a passage went, in UTF-16 code units. */
const SETTLED = 64

export interface Rivals {
  /** Other places of the same words: starts in the old text and in the new one. */
  inBefore: number[]
  inAfter: number[]
}

/** No rival agrees nearly as well with the place as the passage does. */
export function isWithoutRival({ before, after, stretches }: { before: string; after: string; stretches: Stretch[] }, span: Span, place: Span, { inBefore, inAfter }: Rivals): boolean {
  if (inBefore.length === 0 && inAfter.length === 0) return true
  const length = span.end - span.start
  const agreement = agreementOf(before, span.start, after, place.start, length)
  const isWorse = (rival: Agreement, at: number, side: 'before' | 'after') => isClearlyBetter(agreement, rival)
    || (isNoWorse(agreement, rival) && isFarFromEdits(stretches, { start: at, end: at + length }, side))
  return inBefore.every((at) => isWorse(agreementOf(before, at, after, place.start, length), at, 'before'))
    && inAfter.every((at) => isWorse(agreementOf(before, span.start, after, at, length), at, 'after'))
}

/** The alignment has another place in the other text for it than the one that is claimed. */
export function isLedElsewhere(stretches: Stretch[], { start, end }: Span, side: 'before' | 'after', claimed: Span): boolean {
  const other = side === 'before' ? 'after' : 'before'
  const led = [start, end - 1].map((at) => within(stretches, { start: at, end: at + 1 }, side)[0]).map((one) => one && one[other] - one[side])
  return led[0] !== undefined && led[0] === led[1] && start + led[0] !== claimed.start
}

/** Its words and much around them went elsewhere as one, so it is no rival of one that agrees as well. */
function isFarFromEdits(stretches: Stretch[], { start, end }: Span, side: 'before' | 'after'): boolean {
  const wide = { start: start - SETTLED, end: end + SETTLED }
  return within(stretches, wide, side)[0]?.length === wide.end - wide.start
}
