/** Where one range of a text stands in a newer text. */
import { agreementOf, cutsWords, ENOUGH, isClearlyBetter, isWhole, wordsAround } from './agreement.ts'
import type { Stretch } from './alignment.ts'
import { closeMatchesElsewhere, closeMatchInPlace } from './close-match.ts'
import type { FindAll } from './occurrences.ts'
import type { Span, TextRange } from './selectors.ts'
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
  if (edited && isWithoutRival(pair, sought, edited) && isAmongItsWords(pair, sought, edited)) return { state: 'same', span: edited }
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
  const borders = String(cutsWords(pair.before, { start, end }))
  const inAfter = pair.findAfter(exact)
  const places = inAfter
    .map((at) => ({ start: at, end: at + exact.length }))
    .filter((place) => isWhole(pair.after, place) && String(cutsWords(pair.after, place)) === borders)
  return { span: { start, end }, exact, places, inBefore: pair.findBefore(exact), inAfter }
}

/** The place of the exact words that the alignment leads to. */
function whereEditLeft({ stretches }: TextPair, { span, exact, places }: Sought): Span | undefined {
  const first = span.start + exact.length - exact.trimStart().length
  const [stretch] = within(stretches, { start: first, end: first + 1 }, 'before')
  return stretch && places.find(({ start }) => start - span.start === stretch.after - stretch.before)
}

/** No other place of the words, in either text, agrees as well with this one: which of several was edited away can't be told otherwise. */
function isWithoutRival({ before, after }: TextPair, { span, exact, inBefore, inAfter }: Sought, place: Span): boolean {
  const agreement = agreementOf(before, span.start, after, place.start, exact.length)
  return inBefore.every((at) => at === span.start || isClearlyBetter(agreement, agreementOf(before, at, after, place.start, exact.length)))
    && inAfter.every((at) => at === place.start || isClearlyBetter(agreement, agreementOf(before, span.start, after, at, exact.length)))
}

function isAmongItsWords({ before, after }: TextPair, { span, exact }: Sought, place: Span): boolean {
  const { left, right } = agreementOf(before, span.start, after, place.start, exact.length)
  return Math.max(left, right, wordsAround(before, span, after, place)) >= ENOUGH
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
