/** Ours, and what others do: each says where it puts a quote, or null where it asks the reader or gives up. */
import search from 'approx-string-match'
import DiffMatchPatch from 'diff-match-patch'
import { createCarrier } from '../../src/shared/anchor/carry-over.ts'
import type { Span, TextRange } from '../../src/shared/anchor/selectors.ts'
import { matchQuote } from './match-quote.ts'

export type Place = (range: TextRange) => Span | null

export interface Placer {
  name: string
  prepare: (before: string, after: string) => Place
}

const counterpoint: Placer = {
  name: 'Counterpoint',
  prepare: (before, after) => {
    const carry = createCarrier(before, after)
    return (range) => {
      const { state, ranges } = carry([range])
      return state === 'same' || state === 'moved' ? ranges[0]! : null
    }
  },
}

const quoteMatcher: Placer = {
  name: 'Quote matcher (the Hypothesis client’s rule)',
  prepare: (_before, after) => (range) => matchQuote(search, after, range),
}

/** The edit's own difference first, then a fuzzy search near the place for what the difference cut. */
const diffMatchPatch: Placer = {
  name: 'diff-match-patch',
  prepare: (before, after) => {
    const tool = new DiffMatchPatch.diff_match_patch()
    const diffs = tool.diff_main(before, after)
    return ({ start, end, exact }) => {
      const span = { start: tool.diff_xIndex(diffs, start), end: tool.diff_xIndex(diffs, end) }
      if (after.slice(span.start, span.end) === exact) return span
      const at = tool.match_main(after, exact.slice(0, tool.Match_MaxBits), span.start)
      return at < 0 ? null : { start: at, end: Math.min(after.length, at + exact.length) }
    }
  },
}

const naive: Placer = {
  name: 'First indexOf',
  prepare: (_before, after) => ({ exact }) => {
    const start = after.indexOf(exact)
    return start < 0 ? null : { start, end: start + exact.length }
  },
}

export const placers: Placer[] = [counterpoint, quoteMatcher, diffMatchPatch, naive]
