/**
 * Which words of a text stand within quotation marks, in the styles of many languages (Unicode, chapter 6.2, "Language-Based
 * Usage of Quotation Marks"; CLDR's delimiters): “ ”, „ “, „ ”, ” ”, « », » «, » », ‹ ›, 「 」, 『 』, " ", ‘ ’, ‚ ‘, ' ', ״ ״.
 * A mark's neighbours tell what it does; where they don't, it closes what stands open, and opens where nothing does.
 */
import type { Span } from './anchor/selectors.ts'

/** What closes each mark that can open. */
const closersOf: Record<string, string> = {
  '“': '”"', '„': '“”"', '‟': '”', '”': '”“', '"': '"”', '＂': '＂', '״': '״',
  '«': '»', '»': '«»', '‹': '›', '›': '‹›',
  '「': '」', '『': '』', '﹁': '﹂', '﹃': '﹄', '｢': '｣', '〝': '〞〟',
  '‘': '’', '‚': '‘’', '’': '’', "'": "'",
}
const anyMark = /[“”„‟"＂״«»‹›「」『』﹁﹂﹃﹄｢｣〝〞〟‘’‚']/gu
const apostrophes = "’'"

/** Before a mark that opens, and after one that closes. */
const beforeOpening = /^$|[\s\p{Ps}\p{Pi}\p{Pd}"'“”„»¿¡/]/u
const afterClosing = /^$|[\s\p{Pe}\p{Pf}\p{Pd},.;:!?"'“«、。，．！？；：]/u
/** Scripts that put a quotation's end and the next word together are left out: there it is no apostrophe. */
const inWord = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}]/u
/** Words that begin with an apostrophe: 'tis, ’90s, rock 'n' roll, Dutch 's avonds and 't. */
const elision = /^(?:\d\ds?|tis|twas|twere|til|till|em|cause|bout|round|n|s|t|k|m)(?!\p{L})/iu
const hebrew = /\p{Script=Hebrew}/u

interface Mark {
  mark: string
  at: number
  /** Its neighbours say so; neither, and they don't say. */
  opens: boolean
  closes: boolean
  /** It closes only if nothing better does: the genitive of "ministers’", the inches of 6". */
  isWeak: boolean
}
interface Open { mark: string; at: number }

/** In order of where they end; one in another is named too. Each begins after its opening mark and ends before its closing one. */
export function quotedSpans(text: string): Span[] {
  const lines = marksByLine(text)
  const found: Span[] = []
  let open: Open[] = []
  for (const [index, { marks, end }] of lines.entries()) {
    for (const one of marks) open = take(one, open, marks, found)
    const [outermost] = open
    const goesOn = outermost && goesOnAfter(outermost, lines.slice(index + 1))
    if (goesOn) found.push({ start: outermost.at + 1, end })
    open = goesOn === 'within' ? [{ mark: outermost!.mark, at: end }] : []
  }
  return found
}

/** What stands open after one of a line's marks. What it closes is put to `found`. */
function take(one: Mark, open: Open[], marks: Mark[], found: Span[]): Open[] {
  const { mark, at, opens, closes } = one
  const closed = open.findLastIndex((other) => closersOf[other.mark]!.includes(mark))
  const canOpen = mark in closersOf
  if (closed >= 0 && !(opens && canOpen)) {
    if (one.isWeak && closesLater(open[closed]!, marks.filter((other) => other.at > at))) return open
    found.push({ start: open[closed]!.at + 1, end: at })
    return open.slice(0, closed)
  }
  if (!canOpen || closes || (apostrophes.includes(mark) && !opens)) return open
  // The same mark opens again: the earlier one was never closed.
  const again = open.findLastIndex((other) => other.mark === mark)
  return [...(again < 0 ? open : open.slice(0, again)), { mark, at }]
}

/** Something closes it for certain before the same mark opens again. */
function closesLater({ mark }: Open, following: Mark[]): boolean {
  const next = following.find((other) => (other.mark === mark && other.opens) || (closersOf[mark]!.includes(other.mark) && other.closes && !other.isWeak))
  return next !== undefined && !(next.mark === mark && next.opens)
}

/** A quotation of several paragraphs: each begins with its mark again, or the next mark of its kind closes it. */
function goesOnAfter({ mark }: Open, rest: Line[]): 'again' | 'within' | undefined {
  const next = rest.find(({ words }) => words !== '')
  if (!next) return undefined
  if (next.words.startsWith(mark) || (mark === '«' && next.words.startsWith('»'))) return 'again'
  if (apostrophes.includes(mark) || mark === '‘') return undefined
  const other = rest.flatMap(({ marks }) => marks).find((one) => one.mark === mark || closersOf[mark]!.includes(one.mark))
  return other && closersOf[mark]!.includes(other.mark) && (other.closes || (other.mark !== mark && !other.opens)) ? 'within' : undefined
}

interface Line { marks: Mark[]; end: number; words: string }

function marksByLine(text: string): Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const from = start
    start += line.length + 1
    const marks = [...line.matchAll(anyMark)].flatMap(({ 0: mark, index }) => markAt(line, mark, index) ?? [])
    return { marks: marks.map((one) => ({ ...one, at: one.at + from })), end: from + line.length, words: line.trim() }
  })
}

function isApostrophe(line: string, mark: string, at: number): boolean {
  const [before, rest] = [line.charAt(at - 1), line.slice(at + 1, at + 8)]
  if (mark === '‘') return /^\d\ds/u.test(rest)
  if (!apostrophes.includes(mark)) return false
  return (inWord.test(before) && inWord.test(line.charAt(at + 1))) || (beforeOpening.test(before) && elision.test(rest)) || /(?:^|\s)['’]n$/iu.test(line.slice(Math.max(0, at - 3), at))
}

/** Undefined for an apostrophe and for the sign of a Hebrew abbreviation. */
function markAt(line: string, mark: string, at: number): Mark | undefined {
  const [before, after, rest] = [line.charAt(at - 1), line.charAt(at + 1), line.slice(at + 1, at + 8)]
  if (isApostrophe(line, mark, at)) return undefined
  const isInHebrew = '"״”'.includes(mark) && hebrew.test(before) && hebrew.test(after)
  // Before the last letter of a word it abbreviates it; before more letters it may follow a prefix, as in ב"הארץ".
  if (isInHebrew && /^\p{L}(?!\p{L})/u.test(rest)) return undefined
  // French: d’« espoir ».
  const isElided = '«“'.includes(mark) && /(?:^|\P{L})\p{L}{1,2}['’]$/u.test(line.slice(Math.max(0, at - 4), at))
  const opens = isInHebrew || isElided || (beforeOpening.test(before) && after !== '' && !/[\s\p{Pe}\p{Pf},.;:!?、。，．！？；：]/u.test(after))
  const closes = !opens && before !== '' && !/[\s\p{Ps}]/u.test(before) && afterClosing.test(after)
  const isWeak = /^\s\p{L}/u.test(rest) && (apostrophes.includes(mark) ? /[sxz]/iu.test(before) : mark === '"' && /\d/u.test(before))
  return { mark, at, opens, closes, isWeak }
}
