/** Plain text to blocks: title and header lines, paragraphs, soft-wrapped lines, lists, verse. */
import type { Block } from '../../shared/body.ts'
import { cleanText, oneLine, tidyInlines } from '../../shared/clean-text.ts'
import { guessAgency, isBareName, LONGEST_TITLE, readHeaderLine, type FoundDetails } from './guess.ts'

export interface ReadText {
  blocks: Block[]
  found: FoundDetails
}

export function readText(source: string): ReadText {
  const lines = cleanText(source).split('\n').map((line) => line.trimEnd())
  const groups = groupsOf(lines)
  const { found, rest } = takeHeader(groups)
  const width = wrapWidth(rest)
  const hasWord = wordsOf(source)
  const blocks = mendLists(rest.flatMap((group) => readGroup(group, width, hasWord)))
  const agency = found.publisher ? '' : guessAgency(blocks[0]?.inlines[0]?.text ?? '')
  return { blocks: blocks.map(({ raw: _raw, ...block }) => block), found: { ...found, ...(agency ? { publisher: agency } : {}) } }
}

/** Lines between blank lines. */
function groupsOf(lines: string[]): string[][] {
  const groups: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() && !/^\s*([=_*~-])\1{4,}\s*$/.test(line)) groups.at(-1)!.push(line)
    else if (groups.at(-1)!.length > 0) groups.push([])
  }
  return groups.filter((group) => group.length > 0)
}

/** The title and the lines that say who, where and when, taken off the front. A text that is a title alone keeps it. */
function takeHeader(groups: string[][]): { found: FoundDetails; rest: string[][] } {
  const found: FoundDetails = {}
  const rest = groups.map((group) => [...group])
  const title = titleLines(rest)
  const before = readHeaderGroup(title ? [] : rest[0] ?? [])
  if (title === 0 && before === undefined) return { found, rest }
  if (title > 0) found.title = oneLine(rest[0]!.splice(0, title).join(' ')).replace(/^#\s+/, '')
  let taken = 0
  while (taken < 8) {
    const group = rest.find((lines) => lines.length > 0)
    const line = group?.[0]
    const read = line === undefined ? undefined : readHeaderLine(line) ?? nameBesideHeader(group!, rest, taken)
    if (!read || Object.keys(read).some((key) => Object.hasOwn(found, key))) break
    Object.assign(found, read)
    group!.shift()
    taken += 1
  }
  const left = rest.filter((group) => group.length > 0)
  return left.length > 0 ? { found, rest: left } : { found: {}, rest: groups }
}

/** "Title: …" and its like on the very first line. */
function readHeaderGroup(group: string[]): FoundDetails | undefined {
  return group[0] && /^(?:title|headline|author|source)\s*:/i.test(group[0]) ? readHeaderLine(group[0]) : undefined
}

/** A name alone on its line is a byline when the next line is one of date or publisher. */
function nameBesideHeader(group: string[], groups: string[][], taken: number): FoundDetails | undefined {
  if (taken > 1 || !isBareName(group[0]!)) return undefined
  const next = group[1] ?? groups.filter((lines) => lines.length > 0)[1]?.[0]
  const read = next === undefined ? undefined : readHeaderLine(next)
  return read && !read.byline ? { byline: oneLine(group[0]!) } : undefined
}

/** How many lines at the front are the title: 0, 1, or 2 for one that was wrapped. */
function titleLines([first = [], ...below]: string[][]): number {
  const line = first[0]?.trim() ?? ''
  const next = first[1]
  // Who wrote it, or when, stands below a headline and never below a first sentence.
  const header = next ?? below[0]?.[0]
  if (!couldBeTitle(header && readHeaderLine(header) ? line.replace(/\.$/, '') : line)) return 0
  if (next === undefined) return below.length > 0 ? 1 : 0
  if (readHeaderLine(next)) return 1
  if (/[!?]$/.test(line)) return 0
  if (next.length > 120 && line.length <= 120 && next.length >= 1.5 * line.length) return 1
  return first.length === 2 && isWrappedTitle(line, next.trim(), below) ? 2 : 0
}

function couldBeTitle(line: string): boolean {
  const closed = /[.,;:]["'”’]?$/.test(line) && !/\b\p{Lu}\.$/u.test(line)
  return line !== '' && line.length <= LONGEST_TITLE && !closed && !isItem(line) && !readHeaderLine(line)
}

/** Two lines without a full stop, far shorter than a paragraph below them. */
function isWrappedTitle(line: string, next: string, below: string[][]): boolean {
  const whole = line.length + next.length
  return line.length >= 30 && next.length <= line.length + 20 && !/[.,;:!?]["'”’]?$/.test(next) && below.some((group) => group.join('').length > 2 * whole)
}

const bullet = /^\s*[-*•‣]\s+(?=\S)/
const number = /^\s*(\d{1,3})[.)]\s+(?=\S)/
const isItem = (line: string): boolean => bullet.test(line) || number.test(line)

/** Chinese, Japanese and Korean text is wrapped anywhere and joined without a space. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u

/** A line is full when the next line's first word would not have fitted on it. */
function isFull(line: string, next: string, width: number): boolean {
  const word = wide.test(next.trim()[0] ?? '') ? 1 : /^\S*/.exec(next.trim())![0].length
  return line.length + 1 + word >= width
}

/** The width, in UTF-16 code units, that the text was wrapped at, or undefined when its line ends are the writer's. */
function wrapWidth(groups: string[][]): number | undefined {
  const pairs = groups.flatMap((group) => group.slice(0, -1).map((line, index) => [line, group[index + 1]!] as const))
  if (pairs.length === 0) return undefined
  const lengths = pairs.map(([line]) => line.length).sort((a, b) => a - b)
  const width = lengths[Math.floor((lengths.length - 1) * 0.9)]!
  const narrowest = wide.test(pairs[0]![0]) ? 15 : 40
  if (width < narrowest || width > 120 || lengths.at(-1)! > 160) return undefined
  const full = pairs.filter(([line, next]) => isFull(line, next, width - 4)).length
  return full / pairs.length >= 0.7 ? width : undefined
}

/** A block, and the line it was read from while it may yet turn out to be no list item. */
type ReadBlock = Block & { raw?: string }

function readGroup(group: string[], width: number | undefined, hasWord: HasWord): ReadBlock[] {
  const blocks: ReadBlock[] = []
  if (!group.some(isItem) && isVerse(group, width)) return [paragraph(group.map((line) => line.trim()).join('\n'))]
  let open: string[] = []
  const close = (): void => {
    if (open.length > 0) blocks.push(blockOf(open, hasWord))
    open = []
  }
  group.forEach((line, index) => {
    const previous = group[index - 1]
    if (previous !== undefined && startsBlock(line, previous, open[0] ?? '', width)) close()
    open.push(line)
  })
  close()
  return blocks
}

function startsBlock(line: string, previous: string, opening: string, width: number | undefined): boolean {
  if (isItem(line)) return true
  const indent = /^\s*/.exec(line)![0].length
  if (isItem(opening)) return indent === 0 && (width === undefined || !isFull(previous, line, width - 4))
  if (width === undefined) return true
  if (indent >= 2 && /^\S/.test(previous)) return true
  return !isFull(previous, line, width * 0.75) && /[.!?:]["'”’)]*$/.test(previous)
}

/** Short lines that end where the writer ended them: a poem, an address, a signature. */
function isVerse(group: string[], width: number | undefined): boolean {
  if (group.length < 2 || group.some((line) => line.length > 60)) return false
  if (width === undefined) return group.filter((line) => /[.!?]["'”’)]*$/.test(line)).length < group.length
  return group.slice(0, -1).every((line, index) => !isFull(line, group[index + 1]!, width * 0.8))
}

function blockOf(lines: string[], hasWord: HasWord): ReadBlock {
  const raw = joinLines(lines, hasWord)
  const numbered = number.exec(lines[0]!)
  if (!numbered && !bullet.test(lines[0]!)) return paragraph(raw)
  const depth = Math.min(5, Math.floor(/^\s*/.exec(lines[0]!)![0].replaceAll('\t', '  ').length / 2))
  return { ...paragraph(raw.replace(numbered ? number : bullet, '')), type: 'list-item', ordered: Boolean(numbered), depth, raw }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', inlines: tidyInlines([{ text }]) }
}

/** Whether the text has the word somewhere in one piece. */
type HasWord = (word: string) => boolean

/** In UTF-16 code units; of longer words the end is looked at. */
const LONGEST_WORD = 100

/** Nothing is looked through before the first hyphen at a line's end. */
function wordsOf(source: string): HasWord {
  let words: Set<string> | undefined
  return (word) => {
    words ??= new Set(Array.from(source.matchAll(/\p{L}{1,100}/gu), ([letters]) => letters))
    return words.has(word)
  }
}

/** Joined once: a text that grows by a line at a time would be copied as often as it has lines. */
function joinLines(lines: string[], hasWord: HasWord): string {
  const [first = '', ...others] = lines.map((line) => line.trim())
  const pieces = [first]
  for (const line of others) {
    const above = pieces.at(-1)!
    const broken = above.endsWith('-') ? /\p{L}+$/u.exec(above.slice(-LONGEST_WORD, -1)) : undefined
    const end = /^\p{Ll}+/u.exec(line.slice(0, LONGEST_WORD))
    if (broken && end) {
      // A hyphen at a line's end is the word's own unless the text also has the word without it.
      if (hasWord(broken[0] + end[0])) pieces[pieces.length - 1] = above.slice(0, -1)
      pieces.push(line)
    } else if (wide.test(above.at(-1) ?? '') && wide.test(line[0] ?? '')) pieces.push(line)
    else pieces.push(` ${line}`)
  }
  return pieces.join('')
}

/**
 * Numbered items are a list when they count from 1; others ("1989. A year…", "4. April 2017") are paragraphs, as is a lone
 * bullet. Depth is counted from the outermost item.
 */
function mendLists(blocks: ReadBlock[]): ReadBlock[] {
  const mended: ReadBlock[] = []
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index]!
    let end = index + 1
    if (block.type === 'list-item') while (blocks[end]?.type === 'list-item' && blocks[end]!.ordered === block.ordered) end += 1
    const run = blocks.slice(index, end)
    for (const one of block.type === 'list-item' ? mendList(run) : run) mended.push(one)
    index = end
  }
  return mended
}

function mendList(run: ReadBlock[]): ReadBlock[] {
  const outermost = run.reduce((least, item) => Math.min(least, item.depth ?? 0), Infinity)
  const items = run.map((item) => ({ ...item, depth: (item.depth ?? 0) - outermost }))
  if (!run[0]!.ordered) return items
  const counts = items.filter((item) => item.depth === 0).map((item) => Number(number.exec(item.raw!)![1]))
  const isList = counts.length > 1 && counts.every((count, index) => count === index + 1)
  return isList ? items : run.map((item) => paragraph(item.raw!))
}
