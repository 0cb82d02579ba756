import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { meaningDifference } from '../../shared/compare/meaning.ts'
import { differenceInWords, tellingChanges, type ComparedStatement } from './compared-statement.ts'
import { comparedAsHtml, comparedAsMarkdown } from './copy-as.ts'

const baselineQuote = '“The bridge will *carry* <b>4</b> lorries & [more]”'

function compared(letter: string, quote: string, proposition = 'The bridge is <safe>'): ComparedStatement {
  return {
    letter, proposition, published: '2024-03-02', reportedBy: undefined,
    speaker: { id: 's', name: 'Port & sons', aliases: [], speaksForId: null, colour: 1, position: 0, statements: 1 },
    statement: {
      id: letter, highlightId: 'h', speakerId: 's', issueId: 'i', stance: 'asserts', wording: 'quote', wordingGuessed: false, reportedById: null, dateSaid: '2024-03-01', createdAt: '2024-03-01T00:00:00.000Z',
      articleId: 'a', articleTitle: 'Cracked "bridge"', publisher: 'Harbour Wire', guessed: letter === 'B' ? ['published'] : [], date: '2024-03-01', quote, paragraph: 2, caveat: letter === 'B' ? 'said by another?' : '', note: letter === 'B' ? '# Check\nthe books' : '',
    },
    difference: letter === 'A' ? null : meaningDifference(baselineQuote, quote, { language: 'en' }),
  }
}

const two = [compared('A', baselineQuote), compared('B', 'The bridge may not carry 5 lorries')]

test('that another may say the words now is said beside them', () => {
  expect(comparedAsMarkdown(two)).toContain('Direct quote · said by another? · said 1 March 2024')
  expect(comparedAsHtml(two, new Map())).toContain('Direct quote · said by another? · said 1 March 2024')
})

test('Markdown reads back to the quotes and their sources', () => {
  const { children } = fromMarkdown(comparedAsMarkdown(two))
  expect(children.filter(({ type }) => type === 'blockquote').map((node) => toString(node))).toEqual([baselineQuote, 'The bridge may not carry 5 lorries'])
  expect(children.filter(({ type }) => type === 'heading').map((node) => toString(node))).toEqual(['The bridge is <safe>', 'A. Port & sons', 'B. Port & sons'])
  expect(children.map((node) => toString(node))).toContain('Harbour Wire, “Cracked "bridge"”, 2 March 2024, ¶ 2')
  expect(children.map((node) => toString(node))).toContain('Harbour Wire, “Cracked "bridge"”, 2 March 2024, ¶ 2 (date guessed)')
})

test('HTML is valid and escaped, with the language of each quote', async () => {
  const html = comparedAsHtml(two, new Map([['A', 'en-GB'], ['B', '']]))
  expect(html).toContain('<blockquote dir="auto" lang="en-GB"><p>“The bridge will *carry* &lt;b&gt;4&lt;/b&gt; lorries &amp; [more]”</p></blockquote>')
  expect(html).not.toContain('<b>')
  const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(`<!DOCTYPE html>\n<html lang="en"><head><title>Copied</title></head><body><h1>Copied</h1>\n${html}</body></html>\n`)
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
})

test('statements on different issues name them one by one', () => {
  const text = comparedAsMarkdown([two[0]!, compared('B', 'No', 'Lorries may pass')])
  expect(text).not.toMatch(/^## /m)
  expect(text).toContain('on “Lorries may pass”')
})

test('says what differs in a sentence', () => {
  const { difference } = two[1]!
  expect(differenceInWords(difference!)).toBe('3 words added, 5 left out; 1 negation, 1 modal or hedge, 1 number or date')
  expect(differenceInWords(meaningDifference('a b', 'A b'))).toBe('The same words')
  expect(differenceInWords(meaningDifference('a, b', 'a b'))).toBe('The same words, other punctuation')
  expect(differenceInWords(meaningDifference('a b', 'a'))).toBe('1 word left out')
})

test('lists what changes meaning, each once', () => {
  expect(tellingChanges(meaningDifference('It will rain, it will snow', 'It may rain, it may not snow', { language: 'en' }))).toEqual([
    { kind: 'modal', leftOut: 'will', added: 'may', times: 2 }, { kind: 'negation', leftOut: '', added: 'not', times: 1 },
  ])
})
