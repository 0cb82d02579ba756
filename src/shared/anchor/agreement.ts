/** How far two places that hold the same words agree around them. All numbers are UTF-16 code units. */
import { wholeGraphemes, type Span } from './selectors.ts'

export interface Agreement {
  left: number
  right: number
}

/** No place is followed further than this. */
const FURTHEST = 1024
/** Reaching the start or the end of both texts at once counts as this many characters more. */
const TEXT_END = 64
/** By how much a pair of places has to agree better than any rival, on each side. */
const MARGIN = 4

export function agreementOf(before: string, at: number, after: string, other: number, length: number): Agreement {
  let left = 0
  while (left < FURTHEST && left < at && left < other && before.charCodeAt(at - left - 1) === after.charCodeAt(other - left - 1)) left++
  let right = 0
  const [end, otherEnd] = [at + length, other + length]
  const room = Math.min(FURTHEST, before.length - end, after.length - otherEnd)
  while (right < room && before.charCodeAt(end + right) === after.charCodeAt(otherEnd + right)) right++
  if (left === at && left === other) left += TEXT_END
  if (end + right === before.length && otherEnd + right === after.length) right += TEXT_END
  return { left, right }
}

/**
 * Better than the rival on both sides: where they are equal on one, an edit ends there, and of two passages that go on alike
 * either may be the one that was deleted.
 */
export function isClearlyBetter(one: Agreement, rival: Agreement): boolean {
  return one.left >= rival.left + MARGIN && one.right >= rival.right + MARGIN
}

export function isNoWorse(one: Agreement, rival: Agreement): boolean {
  return one.left >= rival.left && one.right >= rival.right
}

/** Enough agreement on one side, in UTF-16 code units. */
export const ENOUGH = 12

/** The better side's characters in words that agree, outwards from the places, where one word may have been replaced by another. */
export function wordsAround(before: string, at: Span, after: string, other: Span): number {
  const left = agreeingWords(wordsIn(before.slice(Math.max(0, at.start - 64), at.start)).reverse(), wordsIn(after.slice(Math.max(0, other.start - 64), other.start)).reverse())
  const right = agreeingWords(wordsIn(before.slice(at.end, at.end + 64)), wordsIn(after.slice(other.end, other.end + 64)))
  return Math.max(left, right)
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s]/gu) ?? []
}

function agreeingWords(words: string[], others: string[]): number {
  let agreed = 0
  let replaced = 0
  for (let k = 0; k < Math.min(words.length, others.length); k++) {
    if (words[k] === others[k]) agreed += words[k]!.length + 1
    else if (++replaced > 1) break
  }
  return agreed
}

/** Neither end cuts a grapheme cluster of the text. */
export function isWhole(text: string, span: Span): boolean {
  if (isPlain(text, span.start) && isPlain(text, span.end)) return true
  const whole = wholeGraphemes(text, span)
  return whole.start === span.start && whole.end === span.end
}

/** Between two characters of Latin script, or marks of its, a cluster always ends, but for a line break of two. */
function isPlain(text: string, offset: number): boolean {
  const [last, next] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)]
  return !(joins(last) || joins(next) || next === 0x0a)
}

/** False for Latin script, dashes, quotation marks and dots (U+2010 to U+2027): no cluster has any of them but as its first character. */
function joins(unit: number): boolean {
  return unit >= 0x300 && !(unit >= 0x2010 && unit <= 0x2027)
}

const LONGEST_WORD = 64
const wordPart = /[\p{L}\p{M}\p{N}_]/u
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** What the ends cut off from words: "can" is not the "can" of "cannot" or "can't", nor is half of one word half of another. */
export function cutFromWords(text: string, { start, end }: Span): string {
  const head = isWithinWord(text, start) ? /[\p{L}\p{M}\p{N}_'’]*$/u.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))![0] : ''
  const tail = isWithinWord(text, end) ? /^[\p{L}\p{M}\p{N}_'’]*/u.exec(text.slice(end, end + LONGEST_WORD))![0] : ''
  return `${head} ${tail}`
}

function isWithinWord(text: string, offset: number): boolean {
  const [last, next] = [characterBefore(text, offset), String.fromCodePoint(text.codePointAt(offset) ?? 0x20)]
  if (spaceless.test(last) || spaceless.test(next)) return false
  if (/['’]/u.test(next)) return wordPart.test(last) && wordPart.test(text.charAt(offset + 1))
  return wordPart.test(last) && wordPart.test(next)
}

function characterBefore(text: string, offset: number): string {
  const unit = text.charAt(offset - 1)
  return /[\uDC00-\uDFFF]/.test(unit) ? text.slice(Math.max(0, offset - 2), offset) : unit || ' '
}
