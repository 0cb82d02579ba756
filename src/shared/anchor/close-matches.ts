/** Passages of the new text that are close to a range's words without being them. Offsets are UTF-16 code units. */
import type { Run } from './alignment.ts'
import { tokensIn, type WordIndex } from './occurrences.ts'
import { wholeGraphemes, type Span } from './selectors.ts'

export interface AlignedTexts { before: WordIndex; after: WordIndex; runs: Run[] }

/** Share of tokens in common, of both passages. At its old place a passage may change more than anywhere else. */
const CLOSE_HERE = 0.5
const CLOSE_ELSEWHERE = 0.7
/** How many of a range's rarest words are looked up, and at how many places each. */
const LOOKED_UP = 4
const PLACES = 40
/** Tokens of a range that are compared at most: a longer one is judged by its beginning. */
const COMPARED = 400

/** `here`: where the alignment takes the range's neighbours. `elsewhere`: found by rare words, best first. */
export function closeMatches(texts: AlignedTexts, range: Span): { here: Span[]; elsewhere: Span[] } {
  const { before, after } = texts
  const { from, to } = tokensIn(before.tokens, range.start, range.end)
  const words = before.tokens.words.slice(from, Math.min(to, from + COMPARED))
  const similarityOf = (start: number, end: number): number => similarity(words, after.tokens.words.slice(start, Math.min(end, start + COMPARED)))
  const here = between(texts.runs, from, to, after.tokens.words.length)
  const near = here.from < here.to && here.to - here.from <= 3 * (to - from) + 12 && similarityOf(here.from, here.to) >= CLOSE_HERE
  const elsewhere = windowsByRareWords(before, after, from, to)
    .map((start) => ({ start, end: Math.min(start + to - from, after.tokens.words.length), closeness: similarityOf(start, start + to - from) }))
    .filter(({ closeness }) => closeness >= CLOSE_ELSEWHERE)
    .sort((a, b) => b.closeness - a.closeness)
  return {
    here: near ? [spanOfTokens(after, here.from, here.to)] : [],
    elsewhere: withoutOverlaps(elsewhere.map(({ start, end }) => spanOfTokens(after, start, end))),
  }
}

/** The tokens of the new text from the one that the first token became, or what replaced it, to that of the last. */
function between(runs: Run[], from: number, to: number, length: number): { from: number; to: number } {
  let start = 0
  let end = length
  for (const run of runs) {
    const last = run.before + run.length
    if (last <= from) start = run.after + run.length
    else if (run.before <= from) start = run.after + from - run.before
    if (run.before >= to) {
      end = run.after
      break
    }
    if (last >= to) {
      end = run.after + to - run.before
      break
    }
  }
  return { from: start, to: end }
}

/** Where the range would begin if one of its rare words stood where it did in the range. */
function windowsByRareWords(before: WordIndex, after: WordIndex, from: number, to: number): number[] {
  const rare = before.tokens.words.slice(from, to)
    .map((word, index) => ({ index, places: after.places.get(word) ?? [] }))
    .filter(({ places }) => places.length > 0 && places.length <= PLACES)
    .sort((a, b) => a.places.length - b.places.length)
    .slice(0, LOOKED_UP)
  const starts = rare.flatMap(({ index, places }) => places.map((place) => Math.max(0, place - index)))
  return [...new Set(starts)]
}

/** Twice what both have in common, in any order, by the length of both (the Sørensen–Dice coefficient). */
function similarity(a: string[], b: string[]): number {
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left > 0) {
      common += 1
      counts.set(word, left - 1)
    }
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length)
}

function spanOfTokens({ text, tokens: { starts, words } }: WordIndex, from: number, to: number): Span {
  return wholeGraphemes(text, { start: starts[from]!, end: starts[to - 1]! + words[to - 1]!.length })
}

/** Of windows that overlap, the first. */
function withoutOverlaps(spans: Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans) if (!kept.some((one) => one.start < span.end && span.start < one.end)) kept.push(span)
  return kept
}
