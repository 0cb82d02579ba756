/** Where words that changed may stand now. What is found here is only ever offered. */
import { alignTexts, type Stretch } from './alignment.ts'
import type { FindAll } from './occurrences.ts'
import { wholeGraphemes, type Span } from './selectors.ts'
import { gapAround, within } from './stretches.ts'

/** From this likeness on (0 to 1) a passage is a close match. */
const CLOSE = 0.5
const CHUNK = 12
/** Longer quotes are searched for by their start only, in UTF-16 code units. */
const LONGEST = 4000

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
    const places = findAfter(words.slice(offset, offset + CHUNK))
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
