import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords, leftOutElsewhere, wordDifference } from './word-difference.ts'

const text = fc.array(fc.oneof(fc.constantFrom('the', 'The', 'sarin', 'was', 'is', 'made', 'don’t', "don't", '“', '”', '"', ',', '.', ' ', ' ', '\n', '[…]', '2013', '🌍', 'e\u0301'), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 30 }).map((parts) => parts.join(''))

test('marks what was added and what was left out', () => {
  const { runs, added, leftOut } = wordDifference('“The sarin was made by a method developed there”', 'the sarin could only have been made there')
  expect(runs).toEqual([
    { kind: 'same', text: 'the sarin' }, { kind: 'left-out', text: 'was' }, { kind: 'same', text: ' ' }, { kind: 'added', text: 'could only have been' }, { kind: 'same', text: ' made' },
    { kind: 'left-out', text: 'by a method developed' }, { kind: 'same', text: ' there' },
  ])
  expect([added, leftOut]).toEqual([4, 5])
})

test('case and the style of quotation marks make no difference', () => {
  expect(wordDifference('“We DON’T know,” he said', '"we don\'t know," He said')).toEqual({ runs: [{ kind: 'same', text: '"we don\'t know," He said' }], added: 0, leftOut: 0 })
})

test('punctuation is marked and not counted', () => {
  const { runs, added, leftOut } = wordDifference('safe, and dry', 'safe and dry!')
  expect(runs.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'left-out', text: ',' }, { kind: 'added', text: '!' }])
  expect([added, leftOut]).toEqual([0, 0])
})

test('the baseline shows what any of the others leaves out', () => {
  expect(leftOutElsewhere('The bridge is safe for lorries', ['The bridge is safe', 'The old bridge is for lorries'])).toEqual([
    { kind: 'same', text: 'The bridge is ' }, { kind: 'left-out-elsewhere', text: 'safe for lorries' },
  ])
  expect(leftOutElsewhere('', ['a'])).toEqual([])
})

test('the second text comes back exactly', () => {
  fc.assert(fc.property(text, text, (baseline, other) => {
    expect(wordDifference(baseline, other).runs.filter(({ kind }) => kind !== 'left-out').map((run) => run.text).join('')).toBe(other)
  }))
})

test('the baseline comes back exactly, however many others there are', () => {
  fc.assert(fc.property(text, fc.array(text, { maxLength: 3 }), (baseline, others) => {
    expect(leftOutElsewhere(baseline, others).map((run) => run.text).join('')).toBe(baseline)
  }))
})

test('words of the baseline, less those left out, plus those added, are the words of the text', () => {
  fc.assert(fc.property(text, text, (baseline, other) => {
    const { added, leftOut } = wordDifference(baseline, other)
    expect(countWords(baseline) - leftOut + added).toBe(countWords(other))
  }))
})

test('a text does not differ from itself', () => {
  fc.assert(fc.property(text, (same) => {
    expect(wordDifference(same, same).runs.every(({ kind }) => kind === 'same')).toBe(true)
    expect(leftOutElsewhere(same, [same]).every(({ kind }) => kind === 'same')).toBe(true)
  }))
})
