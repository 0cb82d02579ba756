/**
 * Carrying highlights over from one revision of a text to another.
 * A highlight is placed only where its exact words stand and everything else speaks for that place and for no other;
 * whatever is doubtful waits for the reader. It is never put on a lookalike.
 * Offsets are UTF-16 code units.
 */
import type { HighlightState } from '../highlight.ts'
import { align, type Run } from './alignment.ts'
import { agreementAfter, agreementBefore } from './context.ts'
import { closeMatches } from './close-matches.ts'
import { indexWords, occurrencesOf, tokensIn, type WordIndex } from './occurrences.ts'
import { describeRange, wholeGraphemes, type Span, type TextRange } from './selectors.ts'

export interface Carried {
  state: HighlightState
  /** Where it lies in the new text; for reworded and lost, the old ranges unchanged. */
  ranges: TextRange[]
  /** Where a reworded or lost highlight may belong in the new text, best first. */
  candidates: TextRange[][]
}

/** Agreeing context, in code units: less than this says nothing, since "he said " stands everywhere. */
const TELLING = 12
/** Context in all that words found somewhere else must bring along. */
const TELLING_ELSEWHERE = 20
/** Words of this length, once in each text and between the same neighbours, are known by themselves. */
const LONG = 60
/** The most candidates that are offered. */
const OFFERED = 5
/** What must lie between a range and the first difference of the texts, for the range to be untouched. */
const FAR = 256

/** Where a range's words may stand in the new text, and how well its surroundings agree there. */
interface Place { start: number; before: number; after: number; aligned: boolean }
type Found = { state: 'same' | 'moved'; span: Span } | { state: 'reworded' | 'lost'; candidates: Span[] }

interface Texts {
  before: WordIndex
  after: WordIndex
  runs: Run[]
  /** What both texts begin with and end with, in code units; never more than the shorter one. */
  untouched: { start: number; end: number }
}

/** One carrier serves all highlights of a pair of texts. */
export function createCarrier(before: string, after: string): (ranges: TextRange[]) => Carried {
  if (before === after) return (ranges) => ({ state: 'same', ranges, candidates: [] })
  const indexes = { before: indexWords(before), after: indexWords(after) }
  const texts: Texts = { ...indexes, runs: align(indexes.before.tokens.words, indexes.after.tokens.words), untouched: untouchedEnds(before, after) }
  return (ranges) => carryAll(texts, ranges)
}

/** A highlight takes the worst state among its ranges, and its ranges keep their order. */
function carryAll(texts: Texts, ranges: TextRange[]): Carried {
  const found = ranges.map((range) => carryRange(texts, range))
  const spans = found.flatMap((one) => ('span' in one ? [one.span] : []))
  if (spans.length === ranges.length && inOrder(spans)) {
    const state = found.some((one) => one.state === 'moved') ? 'moved' : 'same'
    return { state, ranges: describeAll(texts, spans), candidates: [] }
  }
  const state = found.every((one) => one.state !== 'lost') && spans.length < ranges.length ? 'reworded' : 'lost'
  return { state, ranges, candidates: candidatesOf(texts, found) }
}

/** One range gives its candidates; several give one that has a place for each, in order, or none. */
function candidatesOf(texts: Texts, found: Found[]): TextRange[][] {
  const options = found.map((one) => ('span' in one ? [one.span] : one.candidates))
  if (options.length === 1) return options[0]!.map((span) => describeAll(texts, [span]))
  const first = options.flatMap((spans) => spans.slice(0, 1))
  return first.length === options.length && inOrder(first) ? [describeAll(texts, first)] : []
}

function inOrder(spans: Span[]): boolean {
  return spans.every((span, index) => index === 0 || spans[index - 1]!.end <= span.start)
}

function describeAll({ after }: Texts, spans: Span[]): TextRange[] {
  return spans.map((span) => describeRange(after.text, span))
}

function carryRange(texts: Texts, range: Span): Found {
  const untouched = untouchedPlace(texts, range)
  if (untouched) return { state: 'same', span: untouched }
  const words = texts.before.text.slice(range.start, range.end)
  const places = placesOf(texts, range, words)
  const place = certainPlace(texts, range, words, places)
  if (place?.aligned) return { state: 'same', span: spanAt(place, words) }
  const reworded = closeMatches(texts, range)
  if (place && reworded.here.length === 0) return { state: 'moved', span: spanAt(place, words) }
  const offered = [...places].sort((a, b) => b.before + b.after - a.before - a.after).map((one) => spanAt(one, words))
  const candidates = distinct([...reworded.here, ...offered, ...reworded.elsewhere]).slice(0, OFFERED)
  return { state: reworded.here.length > 0 || (places.length === 0 && candidates.length > 0) ? 'reworded' : 'lost', candidates }
}

function spanAt({ start }: Place, words: string): Span {
  return { start, end: start + words.length }
}

function distinct(spans: Span[]): Span[] {
  return spans.filter((span, index) => spans.findIndex((other) => other.start === span.start && other.end === span.end) === index)
}

/** Far enough before the first or after the last difference of the texts, nothing can have happened to a range. */
function untouchedPlace({ before, after, untouched }: Texts, { start, end }: Span): Span | undefined {
  const shift = after.text.length - before.text.length
  if (end + FAR <= untouched.start) return { start, end }
  if (start - FAR >= before.text.length - untouched.end) return { start: start + shift, end: end + shift }
  return undefined
}

/**
 * What both texts begin and end with. Where the two stretches would overlap, as when one of two equal paragraphs was deleted,
 * nobody can tell which of them it was: that part counts as touched.
 */
function untouchedEnds(before: string, after: string): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  let end = 0
  while (end < shorter && before.charCodeAt(before.length - end - 1) === after.charCodeAt(after.length - end - 1)) end += 1
  const overlap = Math.max(0, start + end - shorter)
  return { start: start - overlap, end: end - overlap }
}

/** Every place of the new text that holds the words and cuts no character and no word that the old place left whole. */
function placesOf(texts: Texts, range: Span, words: string): Place[] {
  const { before, after } = texts
  const aligned = alignedStart(texts, range)
  return occurrencesOf(after, words)
    .filter((start) => cutsAlike(before.text, range, after.text, { start, end: start + words.length }))
    .map((start) => ({ start, ...agreement(before.text, range, after.text, start, words.length), aligned: start === aligned }))
}

function agreement(a: string, { start, end }: Span, b: string, at: number, length: number): { before: number; after: number } {
  return { before: agreementBefore(a, start, b, at), after: agreementAfter(a, end, b, at + length) }
}

/** Where the alignment takes the range, if it takes all its tokens there together. */
function alignedStart({ before, after, runs }: Texts, range: Span): number | undefined {
  const { from, to } = tokensIn(before.tokens, range.start, range.end)
  const run = runAt(runs, from)
  if (!run || from === to || to > run.before + run.length) return undefined
  return after.tokens.starts[run.after + from - run.before]! + range.start - before.tokens.starts[from]!
}

/** The run that holds the token. */
function runAt(runs: Run[], token: number): Run | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.before + runs[middle]!.length > token) high = middle
    else low = middle + 1
  }
  const run = runs[low]
  return run && run.before <= token ? run : undefined
}

/** The place that everything speaks for: none that doubts it, neither in the new text nor in the old one. */
function certainPlace({ before, after }: Texts, range: Span, words: string, places: Place[]): Place | undefined {
  const best = places.reduce<Place | undefined>((known, one) => (!known || strength(one) > strength(known) ? one : known), undefined)
  if (!best || !tells(best, words)) return undefined
  if (places.some((other) => other !== best && doubts(other, best))) return undefined
  const rivals = occurrencesOf(before, words).filter((start) => start !== range.start && cutsAlike(before.text, range, before.text, { start, end: start + words.length }))
  const doubted = rivals.some((start) => doubts(agreement(before.text, { start, end: start + words.length }, after.text, best.start, words.length), best))
  return doubted ? undefined : best
}

function strength({ before, after, aligned }: Place): number {
  return before + after + (aligned ? 0.5 : 0)
}

/** Whether the surroundings say that this is the place: the neighbours stayed on one side at least. */
function tells({ before, after, aligned }: Place, words: string): boolean {
  if (aligned) return before >= TELLING || after >= TELLING || words.length >= LONG
  return before + after >= TELLING_ELSEWHERE
}

/** Another pair of places that agrees as well, or better on one side by more than a common phrase. */
function doubts(other: { before: number; after: number }, best: { before: number; after: number }): boolean {
  if (other.before >= best.before && other.after >= best.after) return true
  return (other.before > best.before && other.before >= TELLING) || (other.after > best.after && other.after >= TELLING)
}

/** Both ends stand within a word in both texts or in neither, and cut no grapheme cluster. */
function cutsAlike(a: string, from: Span, b: string, to: Span): boolean {
  return cutsWord(a, from.start) === cutsWord(b, to.start) && cutsWord(a, from.end) === cutsWord(b, to.end) && isWhole(b, to)
}

const letter = /[\p{L}\p{M}\p{N}]/u

function cutsWord(text: string, offset: number): boolean {
  return letter.test(text.charAt(offset - 1)) && letter.test(text.charAt(offset))
}

function isWhole(text: string, span: Span): boolean {
  const whole = wholeGraphemes(text, span)
  return whole.start === span.start && whole.end === span.end
}
