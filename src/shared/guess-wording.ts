/** Whether a speaker's own words are selected, judged by the quotation marks in and around the passage. */
import type { Span } from './anchor/selectors.ts'
import { quotedSpans } from './quoted-spans.ts'
import type { Wording } from './statement.ts'

/** How many lines before and after a passage are read: a quotation may have begun some paragraphs ago. */
const LINES = 20
/** And how many UTF-16 code units at most: a text may be one line of millions. */
const REACH = 100_000

/** `spans`: the parts of the passage in `text`, in UTF-16 code units. A guess: it stands until the reader says otherwise. */
export function guessWording(text: string, spans: Span[]): Wording {
  const letters = spans.map((span) => lettersOf(text, span))
  const within = letters.reduce((sum, { quoted }) => sum + quoted, 0)
  if (within === 0) return 'paraphrase'
  return letters.every(({ all, quoted }) => all === quoted) ? 'quote' : 'partly'
}

function lettersOf(text: string, { start, end }: Span): { all: number; quoted: number } {
  const [from, to] = [Math.max(lineBorder(text, start, -1), start - REACH), Math.min(lineBorder(text, end, 1), end + REACH)]
  const quoted = quotedSpans(text.slice(from, to)).map((span) => ({ start: Math.max(start, span.start + from), end: Math.min(end, span.end + from) }))
  let counted = start
  const parts = quoted.filter((span) => span.start < span.end).toSorted((a, b) => a.start - b.start).flatMap((span) => {
    const part = { start: Math.max(span.start, counted), end: span.end }
    counted = Math.max(counted, span.end)
    return part.start < part.end ? text.slice(part.start, part.end) : []
  })
  return { all: countLetters(text.slice(start, end)), quoted: countLetters(parts.join(' ')) }
}

function countLetters(words: string): number {
  return words.match(/[\p{L}\p{N}\p{S}]/gu)?.length ?? 0
}

/** Where the line begins or ends that lies `LINES` away from an offset, or the text does. */
function lineBorder(text: string, offset: number, by: 1 | -1): number {
  let at = offset
  for (let line = 0; line <= LINES; line += 1) {
    const next = by > 0 ? text.indexOf('\n', at) : at <= 0 ? -1 : text.lastIndexOf('\n', at - 1)
    if (next < 0) return by > 0 ? text.length : 0
    at = by > 0 ? next + 1 : next
  }
  return by > 0 ? at - 1 : at + 1
}
