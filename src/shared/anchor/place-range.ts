/** Where one range of a text stands in a newer text. Words that stand in a frame that agrees are taken; all else waits. */
import { agreementOf, ENOUGH, wordsAround } from './agreement.ts'
import type { Stretch } from './alignment.ts'
import { closeMatchesElsewhere, closeMatchInPlace, putInPlace } from './close-match.ts'
import { agrees, frameOf, type Frame } from './frame.ts'
import type { FindAll } from './occurrences.ts'
import type { Reading } from './reading.ts'
import { isLedElsewhere, isWithoutRival, stoodElsewhere } from './rivals.ts'
import { framedPlaces, isPlace, type FramedPlace } from './same-frame.ts'
import type { Span, TextRange } from './selectors.ts'
import { couldSlide } from './sliding.ts'
import { gapAround, within } from './stretches.ts'

interface Aligned {
  before: string
  after: string
  readBefore: Reading
  readAfter: Reading
  stretches: Stretch[]
}

export interface TextPair extends Aligned {
  /** The same the other way round. */
  back: Aligned
  findAfter: FindAll
}

export type Placement =
  | { state: 'same' | 'moved' | 'said-by-another'; span: Span }
  /** Best first. */
  | { state: 'reworded' | 'lost'; candidates: Span[] }

/** How many places are offered at most. */
const OFFERED = 5
/** So many words of a frame and its passage are no common turn of phrase. */
const TELLING = 5

export function placeRange(pair: TextPair, range: TextRange): Placement {
  const places = (): Span[] => placesOf(pair, range)
  if (pair.before.slice(range.start, range.end) !== range.exact) return offer('lost', places())
  const edited = whereEditLeft(pair, range)
  const framed = placeInItsFrame(pair, range, edited)
  const retold = edited && edited.start !== framed?.start && isRetold(pair, range, edited) ? edited : undefined
  if (framed && (retold || tookRetold(pair, range, framed))) return offer('lost', retold ? [framed, retold] : [framed])
  if (framed) return { state: edited?.start === framed.start ? 'same' : 'moved', span: framed }
  if (retold) return { state: 'said-by-another', span: retold }
  return edited ? offer('lost', [edited, ...places()]) : offerNear(pair, range, places)
}

/** Where the words are no longer where they stood: what was put there, and where they stand now. */
function offerNear(pair: TextPair, range: TextRange, places: () => Span[]): Placement {
  const close = closeMatchInPlace(pair.stretches, range, range.exact, pair.after)
  if (close) return offer('reworded', [close, ...places()])
  const put = putInPlace(pair.stretches, range, pair.before, pair.after)
  if (put?.isAlike) return offer('reworded', [put.span, ...places()])
  const standing = byAgreement(pair, range, places())
  if (standing.length > 0) return offer('lost', put ? [...standing, put.span] : standing)
  const elsewhere = closeMatchesElsewhere(range.exact, pair.findAfter, pair.after)
  return offer(elsewhere.length === 1 ? 'reworded' : 'lost', put ? [...elsewhere, put.span] : elsewhere)
}

/** The one place of the words whose frame agrees, unless another that does could as well be meant. */
function placeInItsFrame(pair: TextPair, range: TextRange, edited: Span | undefined): Span | undefined {
  const frame = frameOf(pair.readBefore, range)
  if (!frame) return undefined
  const [here, there] = [framedPlaces(pair.readBefore, range, frame, pair.readBefore), framedPlaces(pair.readBefore, range, frame, pair.readAfter)]
  const self = here.find(({ start }) => start === range.start)
  return there.find((place) => self && place.agrees
    && !stoodElsewhere(pair.stretches, { start: place.own[0]!.start, end: place.own.at(-1)!.end }, place.start - range.start)
    && isKnownByItsWords(pair, range, frame, place, edited)
    && isWithoutRival(pair, range, place, { inBefore: rivalsOf(pair, self, here, 'before', place), inAfter: rivalsOf(pair, place, there, 'after', self) }))
}

/** Of the places with the same sentences, those in another paragraph whose frame differs are no rivals if the alignment leads them elsewhere. */
function rivalsOf({ stretches }: TextPair, one: FramedPlace, places: FramedPlace[], side: 'before' | 'after', claimed: Span): number[] {
  const isRival = (other: FramedPlace): boolean => other.agrees || other.own[0]!.paragraph === one.own[0]!.paragraph || !isLedElsewhere(stretches, other, side, claimed)
  return places.filter((other) => other.start !== one.start && isRival(other)).map(({ start }) => start)
}

/** A few words with no frame ("Yes.") are known by their neighbours alone: on one side where they stood, on both elsewhere. */
function isKnownByItsWords(pair: TextPair, range: TextRange, { before, own, after }: Frame, place: Span, edited: Span | undefined): boolean {
  if ([...before, ...own, ...after].reduce((sum, { key }) => sum + key.split(' ').length, 0) >= TELLING) return true
  if (edited?.start === place.start) return isAmongItsWords(pair, range, place)
  const { left, right } = agreementOf(pair.before, range.start, pair.after, place.start, range.exact.length)
  return left >= ENOUGH && right >= ENOUGH
}

/** The place of the exact words that the alignment leads to, from their first character and from their last. */
function whereEditLeft(pair: Aligned, range: TextRange): Span | undefined {
  const { start, exact } = range
  const first = start + exact.length - exact.trimStart().length
  const last = start + exact.trimEnd().length - 1
  const [from, to] = [first, last].map((at) => within(pair.stretches, { start: at, end: at + 1 }, 'before')[0])
  if (!from || !to || from.after - from.before !== to.after - to.before) return undefined
  const place = { start: start + from.after - from.before, end: range.end + from.after - from.before }
  return place.start >= 0 && isPlace(pair.readBefore, range, pair.readAfter, place) ? place : undefined
}

function isAmongItsWords({ before, after }: Aligned, range: TextRange, place: Span): boolean {
  const { left, right } = agreementOf(before, range.start, after, place.start, range.exact.length)
  return left >= ENOUGH || right >= ENOUGH || wordsAround(before, range, after, place) >= ENOUGH
}

/** At the place where the edit left them the words stand in another frame. */
function isRetold(pair: Aligned, range: TextRange, place: Span): boolean {
  return isAmongItsWords(pair, range, place) && !couldSlide(pair, range, place) && !isAnothers(pair, range, place) && !isInItsFrame(pair, range, place)
}

/** Seen from the new text, what stands at the place stood elsewhere, in another frame. */
function tookRetold({ back }: TextPair, range: TextRange, { start, end }: Span): boolean {
  const there = { ...range, start, end }
  const cameFrom = whereEditLeft(back, there)
  return cameFrom !== undefined && cameFrom.start !== range.start && isRetold(back, there, cameFrom)
}

/** The sentence at the place stood in the old text already, as another's. */
function isAnothers({ readBefore, readAfter }: Aligned, range: TextRange, place: Span): boolean {
  const own = readBefore.sentencesAround(range)[0]?.key
  const there = readAfter.sentencesAround(place)[0]?.key
  return there !== undefined && there !== own && readBefore.withKey(there).length > 0
}

/** Nobody else says it there: only other passages that read the same made it doubtful. */
function isInItsFrame({ readBefore, readAfter }: Aligned, range: TextRange, place: Span): boolean {
  const [own, there] = [frameOf(readBefore, range), frameOf(readAfter, place)]
  return own !== null && there !== null && agrees(own, there)
}

/** All places of the words if these are rare, otherwise those near where the edit left them. */
function placesOf(pair: TextPair, range: TextRange): Span[] {
  return pair.findAfter(range.exact, gapAround(pair.stretches, range.start, pair.after.length))
    .map((start) => ({ start, end: start + range.exact.length }))
    .filter((place) => isPlace(pair.readBefore, range, pair.readAfter, place))
}

function byAgreement({ before, after }: TextPair, { start, exact }: TextRange, places: Span[]): Span[] {
  const weigh = (place: Span): number => {
    const { left, right } = agreementOf(before, start, after, place.start, exact.length)
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
