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

  it('has none for none', () => {
    expect(marginPlaces([], null).size).toBe(0)
  })
})
