/**
 * Ranges of canonical text and the W3C selectors that describe them
 * (Web Annotation Data Model, sections 4.2.4 TextQuoteSelector and 4.2.5 TextPositionSelector).
 */
import * as v from 'valibot'
import { Offset } from '../values.ts'

/** How much context a range keeps on each side, in UTF-16 code units. */
const CONTEXT = 32
/** What stands for words left out, between ranges and at cut ends. */
export const CUT = '[…]'

/** `start` and `end` count UTF-16 code units, end exclusive. */
export const Span = v.pipe(
  v.object({ start: Offset, end: Offset }),
  v.check(({ start, end }) => start < end, 'select at least one character'),
)
export type Span = v.InferOutput<typeof Span>

export const TextRange = v.object({ start: Offset, end: Offset, exact: v.string(), prefix: v.string(), suffix: v.string() })
export type TextRange = v.InferOutput<typeof TextRange>

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The span widened so that neither end cuts a grapheme cluster, and clipped to the text. */
export function wholeGraphemes(text: string, span: Span): Span {
  const start = Math.min(span.start, text.length)
  const end = Math.min(span.end, text.length)
  return { start: boundary(text, start, 'before'), end: boundary(text, end, 'after') }
}

/** The line around the offset is enough: a line break always ends a cluster. */
function boundary(text: string, offset: number, side: 'before' | 'after'): number {
  if (offset <= 0 || offset >= text.length) return offset
  // Below U+0300 nothing joins what stands before it, but for the line feed after a carriage return.
  if (text.charCodeAt(offset) < 0x300 && text.charCodeAt(offset - 1) < 0x300 && text[offset] !== '\n') return offset
  const from = text.lastIndexOf('\n', offset - 1) + 1
  if (from === offset) return offset
  const lineEnd = text.indexOf('\n', offset)
  const line = text.slice(from, lineEnd < 0 ? text.length : lineEnd)
  const cluster = graphemes.segment(line).containing(offset - from)
  if (!cluster || cluster.index + from === offset) return offset
  return side === 'before' ? cluster.index + from : cluster.index + from + cluster.segment.length
}

/** A TextQuoteSelector for the span. Its context never holds half a surrogate pair. */
export function describeRange(text: string, { start, end }: Span): TextRange {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: text.slice(end, end + CONTEXT).replace(/[\uD800-\uDBFF]$/, ''),
  }
}

/** In order, without empty or doubled stretches: ranges that overlap or touch become one. */
export function joinSpans(spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}

/** The ranges read as one quote. */
export function quoteOf(ranges: { exact: string }[]): string {
  return ranges.map((range) => range.exact).join(` ${CUT} `)
}

/** W3C and REFI-QDA count Unicode code points; JavaScript counts UTF-16 code units. */
export function toCodePoints(text: string, offset: number): number {
  let count = 0
  for (let unit = 0; unit < offset; count += 1) unit += text.codePointAt(unit)! > 0xffff ? 2 : 1
  return count
}
