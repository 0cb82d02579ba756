import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords, meaningComparison, meaningDifference, type BaselineMeaningRun, type MeaningOptions } from './meaning.ts'
import { meaningPairs } from './meaning-pairs.ts'

function baselineMeanings(baseline: string, others: string[], options: MeaningOptions): BaselineMeaningRun[] {
  return meaningComparison([baseline, ...others], 0, options).baseline
}

test.each(meaningPairs)('$language: $baseline → $text', ({ language, baseline, text, names, marked }) => {
  const { runs } = meaningDifference(baseline, text, { language, ...(names && { names }) })
  expect(runs.filter(({ kind, text: words }) => kind !== 'same' && words.trim() !== '').map((run) => `${run.kind === 'added' ? '+' : '-'}${run.meaning ?? 'other'} ${run.text.trim()}`)).toEqual(marked)
})

test('counts differences, not words', () => {
  const changes = (baseline: string, text: string, language: string) => meaningDifference(baseline, text, { language }).changes
  expect(changes('Il a vu le pont', 'Il n’a pas vu le pont', 'fr')).toEqual({ negation: 1, modal: 0, number: 0, name: 0 })
  expect(changes('He left on 26 April 2017', 'He left on 3 May 2018', 'en')).toEqual({ negation: 0, modal: 0, number: 1, name: 0 })
  expect(changes('Ask Dmitry Peskov', 'Ask Maria Zakharova', 'en')).toEqual({ negation: 0, modal: 0, number: 0, name: 1 })
  expect(changes('They will come', 'They may come', 'en')).toEqual({ negation: 0, modal: 1, number: 0, name: 0 })
})

test('what is left out stands within the quotation marks', () => {
  expect(meaningDifference('“The samples”', '“Samples”').runs.map((run) => run.text)).toEqual(['“', 'The', 'Samples”'])
})

test('a part of a word is told from a word', () => {
  const parts = (baseline: string, text: string) => meaningDifference(baseline, text, { language: 'en' }).runs.filter(({ kind }) => kind !== 'same').map(({ text: words, isPart = false }) => [words, isPart])
  expect(parts('They can go', 'They cannot go')).toEqual([['not', true]])
  expect(parts('They cannot go', 'They can go')).toEqual([['not', true]])
  expect(parts('They do not go', 'They do go')).toEqual([['not', false]])
})

test('the baseline says what kind the others leave out', () => {
  expect(baselineMeanings('It is not safe on 4 April', ['It is safe on 4 April', 'It is not safe'], { language: 'en' })).toEqual([
    { text: 'It is ', kind: 'same', meaning: null }, { text: 'not', kind: 'left-out-elsewhere', meaning: 'negation' }, { text: ' safe ', kind: 'same', meaning: null },
    { text: 'on ', kind: 'left-out-elsewhere', meaning: null }, { text: '4 April', kind: 'left-out-elsewhere', meaning: 'number' },
  ])
})

const language = fc.constantFrom('en', 'fr', 'de', 'ru', 'ar', 'cy', '')
const text = fc.array(fc.oneof(
  fc.constantFrom('the', 'The', 'isn’t', 'is', 'not', "n'a", 'pas', 'kein', 'не', 'ё', 'е', 'ولم', 'لا', 'قد', '٤', '4', 'four', '1', '500', '\u00a0', 'May', 'Merkel', 'Peskov’s', 'Песков', 'Пескова', '“', '”', ',', '.', ' ', ' ', ' ', '\n', '[…]', '🌍', 'e\u0301'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
), { maxLength: 30 }).map((parts) => parts.join(''))

test('the text compared comes back exactly, and so does the baseline', () => {
  fc.assert(fc.property(language, text, text, text, (tag, baseline, other, third) => {
    expect(meaningDifference(baseline, other, { language: tag }).runs.filter(({ kind }) => kind !== 'left-out').map((run) => run.text).join('')).toBe(other)
    expect(baselineMeanings(baseline, [other, third], { language: tag }).map((run) => run.text).join('')).toBe(baseline)
  }))
})

test('a text does not differ from itself', () => {
  fc.assert(fc.property(language, text, (tag, same) => {
    expect(meaningDifference(same, same, { language: tag })).toEqual({ runs: same ? [{ text: same, kind: 'same', meaning: null }] : [], added: 0, leftOut: 0, changes: { negation: 0, modal: 0, number: 0, name: 0 } })
    expect(baselineMeanings(same, [same], { language: tag }).every(({ kind }) => kind === 'same')).toBe(true)
  }))
})

test('words of the baseline, less those left out, plus those added, are the words of the text', () => {
  fc.assert(fc.property(text, text, (baseline, other) => {
    const { added, leftOut } = meaningDifference(baseline, other)
    expect(countWords(baseline) - leftOut + added).toBe(countWords(other))
  }))
})

test('several at once are what each is by itself', () => {
  fc.assert(fc.property(text, text, text, (one, other, third) => {
    expect(meaningComparison([one, other, third], 1).differences).toEqual([meaningDifference(other, one), null, meaningDifference(other, third)])
  }))
})

test('a capital after a cut is no name by itself', () => {
  const names = (second: string) => meaningDifference('“They left.”', `“They left,” […] “${second} stayed.”`, { language: 'en' }).changes.name
  expect([names('Her people'), names('She'), names('Norvik')]).toEqual([0, 0, 1])
})
