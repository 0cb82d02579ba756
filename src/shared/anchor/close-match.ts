/** Where words that changed may stand now. What is found here is only ever offered. */
import { alignTexts, type Stretch } from './alignment.ts'
import type { FindAll } from './occurrences.ts'
import { wholeGraphemes, type Span } from './selectors.ts'
import { gapAround, neighboursOf, within } from './stretches.ts'

/** From this likeness on (0 to 1) a passage is a close match. */
const CLOSE = 0.5
const CHUNK = 12
/** Longer quotes are searched for by their start only, in UTF-16 code units. */
const LONGEST = 4000
/** Common pieces of the words point nowhere. */
const nowhere: Span = { start: -Infinity, end: -Infinity }

/** The passage that an edit left where the span was. */
export function closeMatchInPlace(stretches: Stretch[], span: Span, after: string): Span | null {
  const shared = within(stretches, span, 'before')
  const [first, last] = [shared[0], shared.at(-1)]
  if (!first || !last) return null
  const found = { start: first.after, end: last.after + last.length }
  if (first.before > span.start) found.start = grownStart(found.start, gapAround(stretches, first.before - 1, after.length), first.before - span.start)
  const rest = span.end - last.before - last.length
  if (rest > 0) found.end = grownEnd(found.end, gapAround(stretches, last.before + last.length, after.length), rest)
  const matched = shared.reduce((sum, one) => sum + one.length, 0)
  const likeness = (2 * matched) / (span.end - span.start + found.end - found.start)
  return likeness >= CLOSE ? trimmed(after, found) : null
}

/** New words at an end belong to the passage when they are about as long as those they replace. */
function grownStart(start: number, gap: Span, replaced: number): number {
  return start - gap.start <= 2 * replaced + 16 ? Math.min(start, gap.start) : start
}

function grownEnd(end: number, gap: Span, replaced: number): number {
  return gap.end - end <= 2 * replaced + 16 ? Math.max(end, gap.end) : end
}

/** Shorter quotes that have no word left are compared letter by letter, in UTF-16 code units. */
const SHORT = 64

export interface PutInPlace {
  span: Span
  /** Spelt nearly alike. */
  isAlike: boolean
}

/** What was put where a few words stood that are all gone: of as many words, those that are spelt most alike. */
export function putInPlace(stretches: Stretch[], span: Span, before: string, after: string): PutInPlace | null {
  if (span.end - span.start > SHORT) return null
  const { last, next } = neighboursOf(stretches, span)
  const gone = { start: last ? last.before + last.length : 0, end: next?.before ?? before.length }
  const come = { start: last ? last.after + last.length : 0, end: next?.after ?? after.length }
  if (gone.start > span.start || gone.end < span.end || come.end - come.start > 4 * SHORT) return null
  const words = before.slice(span.start, span.end)
  const best = runsOf(after, come, wordsIn(words).length).map((run) => ({ span: run, likeness: spelling(words, after.slice(run.start, run.end)) })).sort((x, y) => y.likeness - x.likeness)[0]
  if (best && best.likeness >= CLOSE) return { span: best.span, isAlike: true }
  const isAll = before.slice(gone.start, span.start).trim() === '' && before.slice(span.end, gone.end).trim() === ''
  const whole = isAll && come.end - come.start <= 2 * words.length + 16 ? trimmed(after, come) : null
  return whole && { span: whole, isAlike: false }
}

function wordsIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}_]+)*/gu)]
}

/** Every run of so many words in the passage. */
function runsOf(text: string, { start, end }: Span, count: number): Span[] {
  const words = wordsIn(text.slice(start, end))
  return words.slice(count - 1).flatMap((last, k) => (count > 0 ? [{ start: start + words[k]!.index, end: start + last.index + last[0].length }] : []))
}

/** 1 for the same letters, 0 for none: by the edits between them (Levenshtein). */
function spelling(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, k) => k)
  for (let at = 1; at <= one.length; at++) {
    const next = [at]
    for (let k = 1; k <= other.length; k++) next.push(Math.min(next[k - 1]! + 1, row[k]! + 1, row[k - 1]! + (one[at - 1] === other[k - 1] ? 0 : 1)))
    row = next
  }
  return 1 - row.at(-1)! / Math.max(one.length, other.length)
}

/** Passages anywhere that share most of the words, best first. */
export function closeMatchesElsewhere(exact: string, findAfter: FindAll, after: string): Span[] {
  const words = exact.slice(0, LONGEST)
  const starts = likelyStarts(words, findAfter)
  const slack = Math.ceil(words.length / 4) + 8
  const found: { span: Span; likeness: number }[] = []
  for (const start of starts) {
    const from = Math.max(0, start - slack)
    const shared = alignTexts(words, after.slice(from, start + words.length + slack))
    const span = closeMatchInPlace(shared.map((one) => ({ ...one, after: one.after + from })), { start: 0, end: words.length }, after)
    const matched = shared.reduce((sum, one) => sum + one.length, 0)
    if (span && !found.some((other) => other.span.start < span.end && span.start < other.span.end)) found.push({ span, likeness: matched })
  }
  return found.sort((x, y) => y.likeness - x.likeness).map(({ span }) => span)
}

/** Starts that several pieces of the words point to, at most three. */
function likelyStarts(words: string, findAfter: FindAll): number[] {
  const slack = Math.ceil(words.length / 4) + 8
  const votes: { start: number; count: number }[] = []
  for (let offset = 0; offset + CHUNK <= words.length; offset += CHUNK) {
    const places = findAfter(words.slice(offset, offset + CHUNK), nowhere)
    if (places.length > 50) continue
    for (const at of places) {
      const near = votes.find((one) => Math.abs(one.start - (at - offset)) <= slack)
      if (near) near.count++
      else votes.push({ start: at - offset, count: 1 })
    }
  }
  return votes.filter(({ count }) => count * CHUNK * 4 >= words.length).sort((x, y) => y.count - x.count).slice(0, 3).map(({ start }) => start)
}

function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const span = { start: start + words.length - words.trimStart().length, end: end - words.length + words.trimEnd().length }
  return span.start < span.end ? wholeGraphemes(text, span) : null
}
