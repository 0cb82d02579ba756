import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, countWords, tidyInlines } from './clean-text.ts'

describe('marks heaped on one letter', () => {
  it('thirty stay; a million, in whatever order, are no work', () => {
    expect(cleanText(`e${'\u0323\u0301'.repeat(500_000)}x`)).toBe(`ẹ${'\u0323'.repeat(14)}${'\u0301'.repeat(15)}x`)
    expect(cleanText('e\u0301\u0323')).toBe('ẹ\u0301')
  })
  it('cleaned twice is cleaned once', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', '\u0301', '\u0344', '\u0323', '\u0F73', '한', '\u{1D165}', ' '), { maxLength: 90 }), (letters) => {
      const once = cleanText(letters.join(''))
      expect(cleanText(once)).toBe(once)
      expect(once.normalize('NFC')).toBe(once)
    }))
  })
  it('marks in elements of their own belong to the letter before them', () => {
    expect(tidyInlines([{ text: 'a cafe', bold: true }, { text: '\u0301\u0323 x' }])).toEqual([{ text: 'a cafẹ\u0301', bold: true }, { text: ' x' }])
    const many = Array.from({ length: 200_000 }, (_, index) => ({ text: '\u0301', ...(index % 2 ? { bold: true } : {}) }))
    expect(tidyInlines([{ text: 'e' }, ...many])).toEqual([{ text: `é${'\u0301'.repeat(30)}` }])
  })
})

describe('inlines', () => {
  it('have no white space at the ends, beside a break, or twice across their borders', () => {
    expect(tidyInlines([{ text: ' \n ' }, { text: ' a ', bold: true }, { text: ' b ' }, { text: ' ', code: true }, { text: '\n' }, { text: ' c\u00A0 ' }, { text: '  ', bold: true }])).toEqual([
      { text: 'a ', bold: true }, { text: 'b\nc' },
    ])
  })
  it('two hundred thousand of them are put together once', () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => [{ text: `word ${index} ` }, { text: '\n' }]).flat()
    expect(tidyInlines(lines)[0]!.text.split('\n')).toHaveLength(200_000)
  })
})

describe('words', () => {
  it('are runs of letters with signs inside them, and each Chinese or Japanese character', () => {
    expect(['It’s well-known: 3.14, no?', '漢字かな a漢b', 'e.g. 1,000.', "rock 'n' roll", '-a- .b.', ''].map(countWords)).toEqual([4, 7, 2, 3, 2, 0])
  })
  it('count as whole words did', () => {
    const cjk = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
    const letter = `(?:(?!${cjk})[\\p{L}\\p{M}\\p{N}])`
    const whole = new RegExp(`${cjk}|${letter}+(?:['’\\-.,]${letter}+)*`, 'gu')
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', '漢', 'か', '1', '.', ',', '-', '’', ' ', '\u0301', '𝒜', '😀'), { maxLength: 40 }), (letters) => {
      expect(countWords(letters.join(''))).toBe(letters.join('').match(whole)?.length ?? 0)
    }), { numRuns: 2000 })
  })
  it('a word of sixteen million letters is one', () => {
    expect(countWords('a'.repeat(16_000_000))).toBe(1)
  })
})
