/**
 * The frame of a passage: what says who says it, and how. It is the rest of its own sentences, and what these lean on within
 * the paragraph: all sentences of the same quotation, and those back to the nearest one that says who speaks.
 */
import { beginsInQuotation, endsInQuotation, quotationsOpenAt } from './quotations.ts'
import type { Reading, Sentence } from './reading.ts'
import type { Span } from './selectors.ts'
import { speechIn } from './speech-in.ts'

export interface Frame {
  /** The sentences that the passage lies in. */
  own: Sentence[]
  /** The sentences before and after them that belong to the frame, in order. */
  before: Sentence[]
  after: Sentence[]
}

/** Null where the span holds no word. */
export function frameOf(reading: Reading, span: Span): Frame | null {
  const own = reading.sentencesAround(span)
  if (own.length === 0) return null
  const [first, last] = [own[0]!, own.at(-1)!]
  const [paragraph, lastParagraph] = [reading.sentencesOf(first.paragraph), reading.sentencesOf(last.paragraph)]
  const from = startOfQuotation(reading, paragraph, span.start, first.position)
  const until = endOfQuotation(reading, lastParagraph, first.paragraph === last.paragraph ? from : 0, last.position)
  const near = { own, before: paragraph.slice(from, first.position), after: lastParagraph.slice(last.position + 1, until + 1) }
  const sentences = [...near.before, ...own, ...near.after]
  if (sentences.some((one) => speechIn(reading, one).namesSpeaker)) return near
  const leans = sentences.some((one) => speechIn(reading, one).hasCue)
  const start = startOfSpeech(reading, paragraph.slice(0, from), leans)
  if (start >= 0) return { ...near, before: paragraph.slice(start, first.position) }
  const above = speakerAbove(reading, paragraph, leans)
  if (above.length > 0) return { ...near, before: [...above, ...paragraph.slice(0, first.position)] }
  if (leans) return near
  const below = lastParagraph.slice(until + 1).findIndex((one) => speechIn(reading, one).hasCue)
  return below < 0 ? near : { ...near, after: lastParagraph.slice(last.position + 1, until + 2 + below) }
}

/** Of the sentences before a passage: the nearest that says who speaks, or else the first that tells of speech. "He said" leans on all of them. */
function startOfSpeech(reading: Reading, earlier: Sentence[], leans: boolean): number {
  const speaker = earlier.findLastIndex((one) => speechIn(reading, one).isAboutSpeech)
  if (speaker >= 0) return speaker
  return leans && earlier.length > 0 ? 0 : earlier.findIndex((one) => speechIn(reading, one).hasCue)
}

/** The last sentence of the quotation that the sentence is in, and of what follows where it closes before anybody is named: “We won!” Ann said. */
function endOfQuotation(reading: Reading, paragraph: Sentence[], from: number, position: number): number {
  const start = paragraph[0]!.start
  const words = reading.text.slice(start, paragraph.at(-1)!.end)
  const isOpen = (at: number): boolean => quotationsOpenAt(words, paragraph[at]!.end - start).length > 0
  let at = position
  while (at < paragraph.length - 1 && (isOpen(at) || (endsInQuotation(words.slice(0, paragraph[at]!.end - start)) && !paragraph.slice(from, at + 1).some((one) => speechIn(reading, one).namesSpeaker)))) at++
  return at
}

function startOfQuotation({ text }: Reading, paragraph: Sentence[], offset: number, position: number): number {
  const start = paragraph[0]!.start
  const [opened] = quotationsOpenAt(text.slice(start, offset), Math.max(0, offset - start))
  if (opened === undefined) return position
  const found = paragraph.findIndex((one) => one.end > start + opened)
  return Math.min(position, found)
}

/** A paragraph above that ends in a colon, or that this one goes on quoting without a cue of its own, says who speaks. */
function speakerAbove(reading: Reading, paragraph: Sentence[], leans: boolean): Sentence[] {
  const first = paragraph[0]!
  let above: Sentence[] = []
  for (let number = first.paragraph - 1; number >= 0 && above.length === 0; number--) above = reading.sentencesOf(number)
  const last = above.at(-1)
  if (!last) return []
  const goesOn = !leans && beginsInQuotation(reading.text.slice(first.start, first.end))
  if (!goesOn && !/[:：]$/u.test(reading.text.slice(last.start, last.end))) return []
  const speaker = above.findLastIndex((one) => speechIn(reading, one).isAboutSpeech)
  return above.slice(Math.max(0, speaker))
}

/** From its first sentence to its last, in UTF-16 code units. */
export function extentOf({ before, own, after }: Frame): Span {
  return { start: (before[0] ?? own[0]!).start, end: (after.at(-1) ?? own.at(-1)!).end }
}

/** Both say the same of who says the same. */
export function agrees(one: Frame, other: Frame): boolean {
  return isSame(one.own, other.own) && isSame(one.before, other.before) && isSame(one.after, other.after)
}

function isSame(sentences: Sentence[], others: Sentence[]): boolean {
  return sentences.length === others.length && sentences.every(({ key }, k) => key === others[k]!.key)
}
