import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonItems, NotJson, type JsonItem } from './json-items.ts'

function* inPieces(text: string, size: number): Generator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** What JSON.parse gives, from the items. */
function together(items: Iterable<JsonItem>): Record<string, unknown> {
  const whole: Record<string, unknown> = {}
  for (const { key, index, value } of items) {
    if (index === null) Object.defineProperty(whole, key, { value, enumerable: true, writable: true, configurable: true })
    else (whole[key] as unknown[])[index] = value
  }
  return whole
}

test('whatever the pieces, the items together are what JSON.parse reads', () => {
  fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 4 })), fc.integer({ min: 1, max: 9 }), fc.constantFrom(undefined, 1, '\t'), (value, size, indent) => {
    const text = JSON.stringify(value, null, indent)
    expect(JSON.stringify(together(jsonItems(inPieces(text, size))))).toBe(JSON.stringify(JSON.parse(text)))
  }), { numRuns: 500 })
})

test('what JSON.parse refuses is refused', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), fc.nat(), fc.constantFrom('', '"', ',', '[', ']', '{', '}', ':', '\\', '1', ' ', 'null'), fc.nat(2), (value, place, inserted, removed) => {
    const text = JSON.stringify(value)
    const at = place % text.length
    const spoilt = text.slice(0, at) + inserted + text.slice(at + removed)
    let parsed: unknown
    try {
      parsed = JSON.parse(spoilt)
    } catch {
      expect(() => [...jsonItems(inPieces(spoilt, 3))]).toThrow(NotJson)
      return
    }
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) expect(() => [...jsonItems(inPieces(spoilt, 3))]).not.toThrow()
    else expect(() => [...jsonItems(inPieces(spoilt, 3))]).toThrow(NotJson)
  }), { numRuns: 2000 })
})

test('no depth is too deep to be read', () => {
  expect([...jsonItems(inPieces(`{"a": [${'['.repeat(100_000)}${']'.repeat(100_000)}]}`, 1000))]).toHaveLength(2)
})

test('what is not wanted is passed over', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.jsonValue({ maxDepth: 3 })), fc.integer({ min: 1, max: 9 }), (value, size) => {
    const { b: _b, c: _c, ...wanted } = JSON.parse(JSON.stringify(value)) as Record<string, unknown>
    expect(together(jsonItems(inPieces(JSON.stringify(value), size), (key) => key !== 'b' && key !== 'c'))).toEqual(wanted)
  }), { numRuns: 300 })
})
