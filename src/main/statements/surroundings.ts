/** The paragraphs around a highlight. */
import { paragraphNumber } from '../../shared/anchor/canonical-text.ts'
import type { Span } from '../../shared/anchor/selectors.ts'
import type { StatementSurroundings } from '../../shared/statement.ts'

/** A paragraph is a line of the canonical text; empty lines are none. Offsets in UTF-16 code units. */
export function surroundingsOf(text: string, ranges: Span[]): Omit<StatementSurroundings, 'id' | 'language'> {
  const lines = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))
  const touched = lines.filter((line) => ranges.some((range) => range.start < line.end && range.end > line.start))
  const [first, last] = [lines.indexOf(touched[0]!), lines.indexOf(touched.at(-1)!)]
  return {
    before: lines[first - 1]?.text ?? '',
    paragraphs: touched.map((line) => ({
      number: paragraphNumber(text, line.end - 1), text: line.text,
      marked: ranges.flatMap((range) => {
        const [start, end] = [Math.max(range.start, line.start) - line.start, Math.min(range.end, line.end) - line.start]
        return start < end ? [{ start, end }] : []
      }),
    })),
    after: lines[last + 1]?.text ?? '',
  }
}
