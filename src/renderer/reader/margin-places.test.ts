import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marginPlaces } from './margin-places.ts'

const entries = [
  { id: 'a', top: 0, height: 30 },
  { id: 'b', top: 10, height: 30 },
  { id: 'c', top: 200, height: 30 },
]

describe('marginPlaces', () => {
  it('puts each at its own top or 6 px under the one before', () => {
    expect([...marginPlaces(entries, null).values()]).toEqual([0, 36, 200])
  })

  it('lets the active one keep its place and moves those before it up', () => {
    expect([...marginPlaces(entries, 'b').values()]).toEqual([-26, 10, 200])
  })

  it('never lets two overlap, and leaves the active one beside its passage', () => {
    const some = fc.array(fc.tuple(fc.nat(2000), fc.integer({ min: 20, max: 120 })), { maxLength: 40 })
    fc.assert(fc.property(some, fc.nat(40), (sizes, active) => {
      const sorted = sizes.map(([top, height], id) => ({ id: String(id), top, height })).sort((a, b) => a.top - b.top)
      const chosen = sorted[active]
      const places = marginPlaces(sorted, chosen?.id ?? null)
      for (const [index, entry] of sorted.slice(1).entries()) {
        const before = sorted[index]!
        expect(places.get(entry.id)!).toBeGreaterThanOrEqual(places.get(before.id)! + before.height)
      }
      if (chosen) expect(places.get(chosen.id)).toBe(chosen.top)
    }))
  })

  it('has none for none', () => {
    expect(marginPlaces([], null).size).toBe(0)
  })
})
