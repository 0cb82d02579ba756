/** Finding the places where a passage's words stand in a frame that agrees with its own. */
import { cutFromWords, isWhole } from './agreement.ts'
import { frameKey } from './frame-words.ts'
import { agrees, frameOf, type Frame } from './frame.ts'
import type { Reading, Sentence } from './reading.ts'
import type { Span } from './selectors.ts'

/** A place of the words in sentences that say the same as the passage's own. */
export interface FramedPlace extends Span {
  frame: Frame
  /** All of the frame agrees. */
  agrees: boolean
}

/** Those in `reading`, in order, of the passage that `span` is in `home`; the passage itself is one where both are the same text. */
export function framedPlaces(home: Reading, span: Span, frame: Frame, reading: Reading): FramedPlace[] {
  return reading.withKey(frame.own[0]!.key).flatMap((first) => {
    const own = goingOn(reading, first, frame.own)
    const place = own && placeIn(home, span, frame.own, reading, own)
    const found = place && frameOf(reading, place)
    return found ? [{ ...place, frame: found, agrees: agrees(frame, found) }] : []
  })
}

/** As many sentences from `first` on as the passage lies in, if each says the same. */
function goingOn(reading: Reading, first: Sentence, wanted: Sentence[]): Sentence[] | null {
  const found = [first]
  for (const one of wanted.slice(1)) {
    const last = found.at(-1)!
    const next = reading.sentencesOf(last.paragraph)[last.position + 1] ?? nextBelow(reading, last.paragraph, one.paragraph - wanted[0]!.paragraph + first.paragraph)
    if (next?.key !== one.key) return null
    found.push(next)
  }
  return found
}

/** The first sentence of the next paragraph that has any, no further down than `furthest`. */
function nextBelow(reading: Reading, paragraph: number, furthest: number): Sentence | undefined {
  for (let below = paragraph + 1; below <= furthest; below++) {
    const [first] = reading.sentencesOf(below)
    if (first) return first
  }
  return undefined
}

/** Where the passage's words stand in these sentences: between the same words. Null where that is in no place, or could be in several of either text. */
function placeIn(home: Reading, span: Span, own: Sentence[], reading: Reading, sentences: Sentence[]): Span | null {
  const [ours, theirs] = [wholeOf(own), wholeOf(sentences)]
  if (home.text.slice(ours.start, ours.end) === reading.text.slice(theirs.start, theirs.end)) {
    const place = { start: theirs.start + span.start - ours.start, end: theirs.start + span.end - ours.start }
    return isPlace(home, span, reading, place) ? place : null
  }
  const [first, ...others] = betweenSameWords(home, span, ours, reading, theirs)
  return first && others.length === 0 && betweenSameWords(home, span, ours, home, ours).length === 1 ? first : null
}

function betweenSameWords(home: Reading, span: Span, ours: Span, reading: Reading, theirs: Span): Span[] {
  const sides = ({ text, language }: Reading, whole: Span, { start, end }: Span): string => [text.slice(whole.start, Math.max(whole.start, start)), text.slice(end, Math.max(end, whole.end))].map((part) => frameKey(part, language)).join('\n')
  const wanted = sides(home, ours, span)
  return occurrences(reading.text, home.text.slice(span.start, span.end), theirs).filter((place) => isPlace(home, span, reading, place) && sides(reading, theirs, place) === wanted)
}

/** The same characters, cutting no cluster, and no other word than the passage does. */
export function isPlace(home: { text: string }, span: Span, { text }: { text: string }, place: Span): boolean {
  return text.slice(place.start, place.end) === home.text.slice(span.start, span.end) && isWhole(text, place) && cutFromWords(text, place) === cutFromWords(home.text, span)
}

function wholeOf(sentences: Sentence[]): Span {
  return { start: sentences[0]!.start, end: sentences.at(-1)!.end }
}

/** A passage may begin before its sentence and end after it, in white space. */
function occurrences(text: string, words: string, { start, end }: Span): Span[] {
  const from = Math.max(0, start - words.length)
  const within = text.slice(from, end + words.length)
  const found: Span[] = []
  for (let at = within.indexOf(words); at >= 0; at = within.indexOf(words, at + 1)) found.push({ start: from + at, end: from + at + words.length })
  return found
}
