/** A text as paragraphs and sentences. Paragraphs are segmented when they are first asked for. */
import { sentencesIn } from '../sentences.ts'
import { frameKey } from './frame-words.ts'
import type { Span } from './selectors.ts'

/** A span of the text in UTF-16 code units, without white space around it. */
export interface Sentence extends Span {
  /** Counted from 0, empty lines included. */
  paragraph: number
  /** Among the paragraph's sentences. */
  position: number
  /** See `frameKey`. */
  key: string
}

export interface Reading {
  text: string
  /** BCP 47; undefined when it is not known. */
  language: string | undefined
  sentencesOf: (paragraph: number) => Sentence[]
  /** The sentences that share characters with the span, in order. */
  sentencesAround: (span: Span) => Sentence[]
  /** Every sentence with this key, in order. */
  withKey: (key: string) => Sentence[]
}

export function createReading(text: string, language: string | undefined): Reading {
  const starts = lineStarts(text)
  const read = new Map<number, Sentence[]>()
  let byKey: Map<string, Sentence[]> | undefined

  function sentencesOf(paragraph: number): Sentence[] {
    let sentences = read.get(paragraph)
    if (!sentences) read.set(paragraph, (sentences = paragraph < 0 || paragraph >= starts.length ? [] : readParagraph(paragraph)))
    return sentences
  }

  function readParagraph(paragraph: number): Sentence[] {
    const start = starts[paragraph]!
    const line = text.slice(start, (starts[paragraph + 1] ?? text.length + 1) - 1)
    return mended(line, sentencesIn(line, language ?? '')).map((span, position) => (
      { start: start + span.start, end: start + span.end, paragraph, position, key: frameKey(line.slice(span.start, span.end), language) }))
  }

  function paragraphAt(offset: number): number {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  return {
    text,
    language,
    sentencesOf,
    sentencesAround({ start, end }) {
      const found: Sentence[] = []
      for (let paragraph = paragraphAt(start); paragraph < starts.length && starts[paragraph]! < end; paragraph++) {
        for (const one of sentencesOf(paragraph)) if (one.start < end && one.end > start) found.push(one)
      }
      return found
    },
    withKey(key) {
      byKey ??= Map.groupBy(starts.flatMap((_, paragraph) => sentencesOf(paragraph)), (one) => one.key)
      return byKey.get(key) ?? []
    },
  }
}

/**
 * Where no space parts sentences, the segmenter leaves a mark that opens a quotation with the sentence before, and parts a
 * quotation from who is quoted: “我们不签。”市长说。 is one sentence.
 */
function mended(line: string, sentences: Span[]): Span[] {
  const whole: Span[] = []
  for (const { start, end } of sentences) {
    const last = whole.at(-1)
    const touches = last?.end === start
    if (touches && /[“„«「『‘《]/u.test(line.charAt(start - 1))) {
      last.end--
      whole.push({ start: start - 1, end })
    } else if (touches && /[”」』》]/u.test(line.charAt(start - 1))) last.end = end
    else whole.push({ start, end })
  }
  return whole.filter(({ start, end }) => start < end)
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
