/** Text as the reader sees it: Unicode NFC, '\n' line ends, no characters that show nothing. */
import type { Inline } from './body.ts'

/**
 * Dropped: C0 and C1 controls but tab and line feed, soft hyphen, zero width space, word joiner, byte order mark,
 * noncharacters, and the bidi embeddings and overrides (U+202A to U+202E), which can make text read otherwise than it is.
 * Kept: the joiners U+200C and U+200D (Persian, emoji), direction marks and isolates.
 */
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u200B\u202A-\u202E\u2060\uFEFF\uFFFE\uFFFF]/g

/** Line structure and runs of spaces are kept. */
export function cleanText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\u00AD\r?\n[ \t]*/g, '')
    .replace(/\r\n?|[\u000B\u000C\u0085\u2028]/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(unseen, '')
  return heap.test(clean) ? withoutHeaps(withoutHeaps(clean).normalize('NFC')) : clean.normalize('NFC')
}

/**
 * The most marks on one letter. No writing has more (Unicode Standard Annex 15, Stream-Safe Text Format); putting a million of
 * them in order takes minutes.
 */
const MOST_MARKS = 30
const heap = new RegExp(`\\p{M}{${MOST_MARKS + 1}}`, 'u')
const full = new RegExp(`\\p{M}{${MOST_MARKS}}$`, 'u')
const heaps = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu')

function withoutHeaps(text: string): string {
  return text.replace(heaps, '$1')
}

/** One line: runs of white space, no-break spaces too, become one space. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

const sameMarks = (a: Inline, b: Inline): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.link === b.link

/** An inline as it is put together: what joins its pieces each time copies a long text as often as it has pieces. */
interface Growing {
  inline: Inline
  pieces: string[]
}

/**
 * Inlines of one block with white space collapsed across them, none at the ends or beside a line break, and
 * neighbours with the same marks joined. '\n' is a line break the source asked for.
 */
export function tidyInlines(inlines: Inline[]): Inline[] {
  const tidy: Growing[] = []
  let before = '\n'
  for (const inline of inlines) {
    let text = cleanText(inline.text).replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n')
    if (/\s/.test(before.at(-1)!) && text.startsWith(' ')) text = text.slice(1)
    if (text.startsWith('\n')) trimEnd(tidy, (piece) => piece.replace(/ $/, ''))
    if (!text) continue
    before = text
    // A mark that combines with the letter before it belongs to that letter, wherever the markup put it.
    const combining = tidy.length > 0 ? /^\p{M}+/u.exec(text)?.[0] ?? '' : ''
    if (combining) combine(tidy.at(-1)!.pieces, combining)
    add(tidy, inline, text.slice(combining.length))
  }
  trimEnd(tidy, (piece) => piece.trimEnd())
  return trimmedStart(tidy.map(({ inline, pieces }) => ({ ...inline, text: pieces.join('') })))
}

function add(tidy: Growing[], inline: Inline, text: string): void {
  const last = tidy.at(-1)
  if (!text) return
  if (last && sameMarks(last.inline, inline)) last.pieces.push(text)
  else tidy.push({ inline, pieces: [text] })
}

/** The last letter becomes a piece of its own, so that only it is looked at when more marks come. */
function combine(pieces: string[], marks: string): void {
  const last = pieces.pop()!
  const letter = /\P{M}?\p{M}*$/u.exec(last.slice(-2 * MOST_MARKS - 4).toWellFormed())![0]
  const rest = last.slice(0, last.length - letter.length)
  if (rest) pieces.push(rest)
  pieces.push(full.test(letter) ? letter : cleanText(letter + marks))
}

function trimEnd(tidy: Growing[], trim: (piece: string) => string): void {
  for (let last = tidy.at(-1); last; last = tidy.at(-1)) {
    for (let piece = last.pieces.pop(); piece !== undefined; piece = last.pieces.pop()) {
      const trimmed = trim(piece)
      if (!trimmed) continue
      last.pieces.push(trimmed)
      return
    }
    tidy.pop()
  }
}

function trimmedStart(inlines: Inline[]): Inline[] {
  const first = inlines.findIndex(({ text }) => text.trimStart() !== '')
  return first < 0 ? [] : [{ ...inlines[first]!, text: inlines[first]!.text.trimStart() }, ...inlines.slice(first + 1)]
}

/**
 * How many words: runs of letters and digits, with signs inside them; each Chinese or Japanese character counts as one. What is
 * counted is where they begin: a pattern for whole words fails on one of millions of letters.
 */
export function countWords(text: string): number {
  let count = 0
  for (const _ of text.matchAll(wordStart)) count += 1
  return count
}

const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const inWord = `[[\\p{L}\\p{M}\\p{N}]--[${han}]]`
const wordStart = new RegExp(`[${han}]|(?<!${inWord})(?<!${inWord}['’\\-.,])${inWord}`, 'gv')
