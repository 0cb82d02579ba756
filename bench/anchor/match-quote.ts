/**
 * A quote matcher that follows the rule of the Hypothesis client (src/annotator/anchoring/match-quote.ts, BSD-2-Clause), written anew:
 * exact matches if there are any, otherwise approximate ones with at most min(256, length / 2) errors;
 * scored by quote 50, prefix 20, suffix 20, nearness 2; the best is taken.
 */
import type { Match } from 'approx-string-match'
import type { Span, TextRange } from '../../src/shared/anchor/selectors.ts'

type Search = (text: string, pattern: string, maxErrors: number) => Match[]

export function matchQuote(search: Search, text: string, { exact, prefix, suffix, start: hint }: TextRange): Span | null {
  if (!exact) return null
  const matches = searchExactFirst(search, text, exact, Math.min(256, exact.length / 2))
  const scored = matches.map((match) => ({ match, score: scoreOf(search, text, match, { exact, prefix, suffix, hint }) }))
  return scored.reduce<(typeof scored)[number] | null>((best, one) => (best && best.score >= one.score ? best : one), null)?.match ?? null
}

function searchExactFirst(search: Search, text: string, words: string, maxErrors: number): Match[] {
  const exact: Match[] = []
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) exact.push({ start, end: start + words.length, errors: 0 })
  return exact.length > 0 ? exact : search(text, words, maxErrors)
}

function scoreOf(search: Search, text: string, { start, end, errors }: Match, quote: { exact: string; prefix: string; suffix: string; hint: number }): number {
  const prefix = quote.prefix ? likeness(search, text.slice(Math.max(0, start - quote.prefix.length), start), quote.prefix) : 1
  const suffix = quote.suffix ? likeness(search, text.slice(end, end + quote.suffix.length), quote.suffix) : 1
  const nearness = 1 - Math.abs(start - quote.hint) / text.length
  return (50 * (1 - errors / quote.exact.length) + 20 * prefix + 20 * suffix + 2 * nearness) / 92
}

/** 1 for equal, 0 for nothing alike. */
function likeness(search: Search, text: string, words: string): number {
  if (text.length === 0) return 0
  const [best] = searchExactFirst(search, text, words, words.length)
  return best ? 1 - best.errors / words.length : 0
}
