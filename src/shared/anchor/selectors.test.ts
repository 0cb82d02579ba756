import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockStarts, canonicalText, paragraphNumber } from './canonical-text.ts'
import { describeRange, joinSpans, quoteOf, toCodePoints, wholeGraphemes } from './selectors.ts'

const words = fc.array(fc.constantFrom('a', 'é', 'e\u0301', '👩‍👩‍👧', '🇫🇷', 'ש', '漢', ' ', '\n', '“'), { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''))
const textAndSpan = words.chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length + 2), fc.integer({ min: 1, max: 20 })))
const clusters = (text: string): Set<number> => new Set([...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map((one) => one.index).concat(text.length))

test('a span is widened to whole grapheme clusters and covers what was selected', () => {
  fc.assert(fc.property(textAndSpan, ([text, start, length]) => {
    const span = wholeGraphemes(text, { start, end: start + length })
    expect(clusters(text)).toContain(span.start)
    expect(clusters(text)).toContain(span.end)
    expect(span.start).toBeLessThanOrEqual(start)
    expect(span.end).toBeGreaterThanOrEqual(Math.min(text.length, start + length))
    expect(wholeGraphemes(text, span)).toEqual(span)
  }), { numRuns: 2000 })
})

test('a range holds the exact words, and context without half a character', () => {
  fc.assert(fc.property(textAndSpan, ([text, start, length]) => {
    const span = wholeGraphemes(text, { start, end: start + length })
    const range = describeRange(text, span)
    expect(text.slice(range.start, range.end)).toBe(range.exact)
    expect(text.slice(0, range.start).endsWith(range.prefix)).toBe(true)
    expect(text.slice(range.end).startsWith(range.suffix)).toBe(true)
    expect(range.prefix + range.suffix).toBe((range.prefix + range.suffix).toWellFormed())
  }), { numRuns: 2000 })
})

test('offsets convert to Unicode code points', () => {
  fc.assert(fc.property(words, (text) => {
    for (const offset of clusters(text)) expect(toCodePoints(text, offset)).toBe(Array.from(text.slice(0, offset)).length)
  }), { numRuns: 500 })
})

test('spans that overlap or touch become one; others stay apart, in order', () => {
  expect(joinSpans([{ start: 8, end: 9 }, { start: 0, end: 3 }, { start: 3, end: 5 }, { start: 1, end: 2 }])).toEqual([{ start: 0, end: 5 }, { start: 8, end: 9 }])
})

test('several ranges read as one quote', () => {
  expect(quoteOf([{ exact: '“We”' }, { exact: '“deny it”' }])).toBe('“We” […] “deny it”')
})

test('blocks start where the canonical text has them, and paragraphs are counted without empty ones', () => {
  const blocks = ['Title 😀', '', 'Second', 'Third'].map((line) => ({ type: 'paragraph' as const, inlines: line ? [{ text: line }] : [] }))
  const text = canonicalText(blocks)
  const starts = blockStarts(blocks)
  expect(starts.map((start) => text.slice(start).split('\n')[0])).toEqual(['Title 😀', '', 'Second', 'Third'])
  expect([0, starts[2]!, starts[3]! + 2].map((offset) => paragraphNumber(text, offset))).toEqual([1, 2, 3])
})
