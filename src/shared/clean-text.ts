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
  return text
    .toWellFormed()
    .replace(/\u00AD\r?\n[ \t]*/g, '')
    .replace(/\r\n?|[\u000B\u000C\u0085\u2028]/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(unseen, '')
    .normalize('NFC')
}

/** One line: runs of white space, no-break spaces too, become one space. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

const sameMarks = (a: Inline, b: Inline): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.link === b.link

/**
 * Inlines of one block with white space collapsed across them, none at the ends or beside a line break, and
 * neighbours with the same marks joined. '\n' is a line break the source asked for.
 */
export function tidyInlines(inlines: Inline[]): Inline[] {
  const tidy: Inline[] = []
  let before = '\n'
  for (const inline of inlines) {
    let text = cleanText(inline.text).replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n')
    if (/\s$/.test(before) && text.startsWith(' ')) text = text.slice(1)
    if (text.startsWith('\n')) trimEnd(tidy)
    if (!text) continue
    before = text
    const last = tidy.at(-1)
    // A mark that combines with the letter before it belongs to that letter, wherever the markup put it.
    const combining = last ? /^\p{M}+/u.exec(text)?.[0] ?? '' : ''
    if (last && combining) last.text = (last.text + combining).normalize('NFC')
    add(tidy, { ...inline, text: text.slice(combining.length) })
  }
  trimEnd(tidy, true)
  while (tidy[0] && /^\s/.test(tidy[0].text)) {
    tidy[0].text = tidy[0].text.trimStart()
    if (!tidy[0].text) tidy.shift()
  }
  return tidy
}

function add(inlines: Inline[], inline: Inline): void {
  const last = inlines.at(-1)
  if (!inline.text) return
  if (last && sameMarks(last, inline)) last.text += inline.text
  else inlines.push(inline)
}

function trimEnd(inlines: Inline[], breaks = false): void {
  for (let last = inlines.at(-1); last; last = inlines.at(-1)) {
    last.text = last.text.replace(breaks ? /\s+$/ : / +$/, '')
    if (last.text) return
    inlines.pop()
  }
}

/** How many words: runs of letters and digits; each Chinese or Japanese character counts as one. */
export function countWords(text: string): number {
  const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+(?:['’\-.,](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+)*/gu
  let count = 0
  for (const _ of text.matchAll(word)) count += 1
  return count
}
