/** What changed in the frame of a highlight, and in its words, between two texts: for the reader's eye, never a ground to decide. */
import { frameOf, type Frame } from './frame.ts'
import { createReading, type Reading, type Sentence } from './reading.ts'
import type { Span } from './selectors.ts'
import { wordChanges, type WordChange } from './word-changes.ts'
import { wordsOfKinds, type KindWord } from './word-kinds.ts'

export interface Passage {
  text: string
  ranges: Span[]
}

export interface PassageChanges {
  /** Around the highlight's words, in the order of the text. */
  frame: WordChange[]
  /** In them. */
  words: WordChange[]
  /** From the first sentence of the frame to its last, in UTF-16 code units of each text. */
  before: Span
  after: Span
}

/** `language` is a BCP 47 tag. Both texts are looked at as far as the frame reaches in either. */
export function passageChanges(before: Passage, after: Passage, language?: string): PassageChanges {
  const [one, other] = [before, after].map(({ text, ranges }) => ({ reading: createReading(text, language), ranges }))
  const [frames, others] = [one!, other!].map(({ reading, ranges }) => ranges.flatMap((range) => frameOf(reading, range) ?? []))
  const [lead, trail] = [reach([...frames!, ...others!], 'before'), reach([...frames!, ...others!], 'after')]
  const [ours, theirs] = [sentencesOf(one!.reading, frames!, lead, trail), sentencesOf(other!.reading, others!, lead, trail)]
  const [was, is] = [wordsBy(before, ours, language), wordsBy(after, theirs, language)]
  const changes = (part: (words: Words) => KindWord[][]): WordChange[] => {
    const [mine, your] = [part(was), part(is)]
    if (mine.length !== your.length) return wordChanges({ text: before.text, words: mine.flat() }, { text: after.text, words: your.flat() })
    return mine.flatMap((words, k) => wordChanges({ text: before.text, words }, { text: after.text, words: your[k]! }))
  }
  return { frame: changes(({ around }) => around), words: changes(({ within }) => within), before: extent(before, ours), after: extent(after, theirs) }
}

function reach(frames: Frame[], side: 'before' | 'after'): number {
  return Math.max(0, ...frames.map((frame) => frame[side].length))
}

/** Those of the frames and so many before and after them in the paragraph, each once and in order. */
function sentencesOf(reading: Reading, frames: Frame[], lead: number, trail: number): Sentence[] {
  const found = frames.flatMap(({ before, own, after }) => {
    const [first, last] = [own[0]!, own.at(-1)!]
    const above = reading.sentencesOf(first.paragraph).slice(Math.max(0, first.position - lead), first.position)
    return [...before, ...above, ...own, ...reading.sentencesOf(last.paragraph).slice(last.position + 1, last.position + 1 + trail), ...after]
  })
  return [...new Map(found.map((sentence) => [sentence.start, sentence])).values()].sort((a, b) => a.start - b.start)
}

interface Words {
  /** Before the first range, between the ranges, and after the last. */
  around: KindWord[][]
  /** In each range. */
  within: KindWord[][]
}

function wordsBy({ text, ranges }: Passage, sentences: Sentence[], language: string | undefined): Words {
  const words = sentences.flatMap((sentence) => wordsOfKinds(text, sentence, language))
  const inRange = (word: KindWord): boolean => ranges.some(({ start, end }) => word.start < end && word.end > start)
  return {
    around: [...ranges, null].map((range, k) => words.filter((word) => !inRange(word) && (!range || word.end <= range.start) && (k === 0 || word.start >= ranges[k - 1]!.end))),
    within: ranges.map(({ start, end }) => words.filter((word) => word.start < end && word.end > start)),
  }
}

function extent({ ranges }: Passage, sentences: Sentence[]): Span {
  const spans = [...sentences, ...ranges]
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}
