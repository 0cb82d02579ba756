import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceFrom, isTextOf, wholeText } from './text-difference.ts'

/** Texts of few and awkward characters, so that two of them are often alike in part, and cut within a pair would show. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\n', '"', '😀', '😁', '🙀', 'é', 'e\u0301'), maxLength: 30 })
const seed = Number(process.env.FC_SEED ?? 20261124)

test('a text comes back whole from its difference, through JSON too, and what stands between is text by itself', () => {
  fc.assert(fc.property(text, text, text, text, (begin, end, one, other) => {
    const [base, made] = [begin + one + end, begin + other + end]
    const difference = differenceFrom(base, made)
    expect(difference.text.isWellFormed()).toBe(true)
    expect(difference.text.length).toBeLessThanOrEqual(other.length + 2)
    expect(wholeText(base, JSON.parse(JSON.stringify(difference)) as typeof difference)).toBe(made)
    expect(isTextOf(difference, made)).toBe(true)
    expect(isTextOf(difference, base)).toBe(base === made)
  }), { seed })
})

test('a pair of surrogates is kept whole at both ends', () => {
  expect(differenceFrom('x😀y', 'x😁y')).toMatchObject({ begin: 1, end: 1, text: '😁' })
  // U+1F600 and U+10600 end alike.
  expect(differenceFrom('x😀y', 'x\u{10600}y')).toMatchObject({ begin: 1, end: 1, text: '\u{10600}' })
})

test('from another base than its own no text is made', () => {
  expect(() => wholeText('another text', differenceFrom('the text', 'the texts'))).toThrow('is not as it was')
})
