/** Where one range of a text stands in a newer text. */
import { agreementOf, cutFromWords, ENOUGH, isClearlyBetter, isNoWorse, isWhole, wordsAround, type Agreement } from './agreement.ts'
import type { Stretch } from './alignment.ts'
import { closeMatchesElsewhere, closeMatchInPlace } from './close-match.ts'
import type { FindAll } from './occurrences.ts'
import type { Span, TextRange } from './selectors.ts'
import { couldSlide } from './sliding.ts'
import { sharedPart, within } from './stretches.ts'

export interface TextPair {
  before: string
  after: string
  stretches: Stretch[]
  findBefore: FindAll
  findAfter: FindAll
}

export type Placement =
  | { state: 'same' | 'moved'; span: Span }
  /** Best first. */
  | { state: 'reworded' | 'lost'; candidates: Span[] }

/** How many places are offered at most. */
const OFFERED = 5
/** From this share on, the alignment says what became of a passage. */
const CLAIMED = 0.5
/** Unchanged words on both sides that settle where a passage went, in UTF-16 code units. */
const SETTLED = 64

/** The quote as it stands in the old text, and all places of the same words in both texts. */
interface Sought {
  span: Span
  exact: string
  places: Span[]
  /** Starts of the same words; places of words within other words are rivals too. */
  inBefore: number[]
  inAfter: number[]
}

export function placeRange(pair: TextPair, range: TextRange): Placement {
  const sought = seek(pair, range)
  if (pair.before.slice(range.start, range.end) !== range.exact) return { state: 'lost', candidates: sought.places.slice(0, OFFERED) }
  const edited = whereEditLeft(pair, sought)
  if (edited && isWithoutRival(pair, sought, edited) && isAmongItsWords(pair, sought, edited) && !couldSlide(pair, sought.span, edited)) return { state: 'same', span: edited }
  const moved = edited ? undefined : sought.places.find((place) => isMove(pair, sought, place))
  if (moved) return { state: 'moved', span: moved }
  if (edited) return offer('lost', [edited, ...sought.places])
  const close = closeMatchInPlace(pair.stretches, sought.span, pair.after)
  if (close) return offer('reworded', [close, ...sought.places])
  if (sought.places.length > 0) return offer('lost', byAgreement(pair, sought))
  const elsewhere = closeMatchesElsewhere(range.exact, pair.findAfter, pair.after)
  return offer(elsewhere.length === 1 ? 'reworded' : 'lost', elsewhere)
}

function seek(pair: TextPair, { start, end, exact }: TextRange): Sought {
  const borders = cutFromWords(pair.before, { start, end })
  const inAfter = pair.findAfter(exact)
  const places = inAfter
    .map((at) => ({ start: at, end: at + exact.length }))
    .filter((place) => isWhole(pair.after, place) && cutFromWords(pair.after, place) === borders)
  return { span: { start, end }, exact, places, inBefore: pair.findBefore(exact), inAfter }
}

/** The place of the exact words that the alignment leads to, from their first character and from their last. */
function whereEditLeft({ stretches }: TextPair, { span, exact, places }: Sought): Span | undefined {
  const first = span.start + exact.length - exact.trimStart().length
  const last = span.start + exact.trimEnd().length - 1
  const [from, to] = [first, last].map((at) => within(stretches, { start: at, end: at + 1 }, 'before')[0])
  if (!from || !to || from.after - from.before !== to.after - to.before) return undefined
  return places.find(({ start }) => start - span.start === from.after - from.before)
}

/** No other place of the words, in either text, agrees nearly as well with this one: which of several was edited away can't be told otherwise. */
function isWithoutRival({ before, after, stretches }: TextPair, { span, exact, inBefore, inAfter }: Sought, place: Span): boolean {
  if (inBefore.length === 1 && inAfter.length === 1) return true
  const agreement = agreementOf(before, span.start, after, place.start, exact.length)
  const isWorse = (rival: Agreement, at: number, side: 'before' | 'after') => isClearlyBetter(agreement, rival)
    || (isNoWorse(agreement, rival) && isFarFromEdits(stretches, { start: at, end: at + exact.length }, side))
  return inBefore.every((at) => at === span.start || isWorse(agreementOf(before, at, after, place.start, exact.length), at, 'before'))
    && inAfter.every((at) => at === place.start || isWorse(agreementOf(before, span.start, after, at, exact.length), at, 'after'))
}

/** Its words and much around them went elsewhere as one, so it is no rival of one that agrees as well. */
function isFarFromEdits(stretches: Stretch[], { start, end }: Span, side: 'before' | 'after'): boolean {
  const wide = { start: start - SETTLED, end: end + SETTLED }
  return within(stretches, wide, side)[0]?.length === wide.end - wide.start
}

function isAmongItsWords({ before, after }: TextPair, { span, exact }: Sought, place: Span): boolean {
  const { left, right } = agreementOf(before, span.start, after, place.start, exact.length)
  return left >= ENOUGH || right >= ENOUGH || wordsAround(before, span, after, place) >= ENOUGH
}

/** Words taken elsewhere together with what stands on both sides of them, and neither left behind nor somebody else's. */
function isMove(pair: TextPair, sought: Sought, place: Span): boolean {
  const { left, right } = agreementOf(pair.before, sought.span.start, pair.after, place.start, sought.exact.length)
  return left >= ENOUGH && right >= ENOUGH
    && sharedPart(pair.stretches, sought.span, 'before') < CLAIMED
    && sharedPart(pair.stretches, place, 'after') < CLAIMED
    && isWithoutRival(pair, sought, place)
}

function byAgreement({ before, after }: TextPair, { span, exact, places }: Sought): Span[] {
  const weigh = ({ start }: Span) => {
    const { left, right } = agreementOf(before, span.start, after, start, exact.length)
    return left + right
  }
  return places.map((place) => ({ place, weight: weigh(place) })).sort((x, y) => y.weight - x.weight).map(({ place }) => place)
}

function offer(state: 'reworded' | 'lost', spans: Span[]): Placement {
  const candidates: Span[] = []
  for (const span of spans) {
    if (candidates.length < OFFERED && !candidates.some((one) => one.start === span.start && one.end === span.end)) candidates.push(span)
  }
  return { state, candidates }
}
