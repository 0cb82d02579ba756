import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spanIndexOf } from './span-index.ts'

const spans = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })).map(([start, length]) => ({ start, end: start + length })), { minLength: 1, maxLength: 3 })
  .map((some) => some.sort((a, b) => a.start - b.start))

it('finds what a look at each finds', () => {
  fc.assert(fc.property(fc.array(spans, { maxLength: 30 }), fc.nat(220), fc.integer({ min: 1, max: 60 }), (items, start, length) => {
    const sorted = items.toSorted((a, b) => a[0]!.start - b[0]!.start)
    const end = start + length
    const found = spanIndexOf(sorted, (item) => item).within({ start, end })
    expect(found).toEqual(sorted.filter((item) => item.some((span) => span.start < end && span.end > start)))
  }))
})
