import { expect, test } from 'vitest'
import { everything, type Look } from '../comparison.ts'
import { balanceOf } from './balance.ts'
import { arrangeMatrix } from './matrix.ts'
import type { Wording } from '../statement.ts'
import type { FilteredMark } from './statement-columns.ts'

const speakers = ['state', 'ministry', 'union'].map((id, position) => ({ id, name: id, aliases: [], speaksForId: id === 'ministry' ? 'state' : null, colour: 1, position, statements: 0 }))
const issues = ['early', 'late'].map((id, position) => ({ id, proposition: id, position, statements: 0 }))

let made = 0
function mark(speakerId: string, issueId: string, publisher: string, wording: Wording = 'quote', wordingGuessed = false): FilteredMark {
  made += 1
  const article = { id: `a${publisher}`, title: `Title of ${made}`, publisher, published: '', guessed: [], tagIds: [], collectionIds: [] }
  return { id: `s${made}`, speakerId, issueId, stance: 'asserts', wording, wordingGuessed, date: '', isDateSaid: false, articleId: article.id, articleTitle: article.title, publisher, guessed: [], tagIds: [], article }
}
function balance(marks: FilteredMark[], looks: Look[] = [], foldedIds: string[] = []) {
  const { lacking, onlyParaphrased, oneSource } = balanceOf(arrangeMatrix({ marks, issues, speakers, looks, choice: { ...everything, foldedIds } }))
  return {
    lacking: lacking.map((one) => [one.issue.id, one.speakers.map(({ id }) => id), one.looked.map(({ id }) => id)]),
    onlyParaphrased: onlyParaphrased.map(({ speaker, isGuessed }) => (isGuessed ? `${speaker.id}?` : speaker.id)),
    oneSource: oneSource.map((one) => [one.issue.id, one.speaker.id, one.source, one.statements]),
  }
}

test('nothing is lacking where everybody is quoted on everything from two sources', () => {
  const marks = ['early', 'late'].flatMap((issue) => ['state', 'union'].flatMap((speaker) => [mark(speaker, issue, 'Wire'), mark(speaker, issue, 'Post')]))
  expect(balance(marks)).toEqual({ lacking: [], onlyParaphrased: [], oneSource: [] })
})

test('an issue without a speaker is named, and whether the reader looked', () => {
  const marks = [mark('union', 'early', 'Wire'), mark('state', 'late', 'Wire')]
  const looks = [{ issueId: 'early', speakerId: 'state', articleIds: ['aWire'], lookedAt: '2026-01-01T00:00:00.000Z' }]
  expect(balance(marks, looks).lacking).toEqual([['early', ['state'], ['state']], ['late', ['union'], []]])
})

test('one direct quote on any issue is enough not to be only paraphrased', () => {
  const marks = [mark('union', 'early', 'Wire', 'paraphrase'), mark('union', 'late', 'Wire', 'paraphrase'), mark('state', 'early', 'Wire', 'paraphrase'), mark('state', 'late', 'Wire')]
  expect(balance(marks).onlyParaphrased).toEqual(['union'])
})

test('a quoted phrase is enough too; a guess is told apart', () => {
  const marks = [mark('union', 'early', 'Wire', 'partly'), mark('union', 'late', 'Wire', 'paraphrase'), mark('state', 'early', 'Wire', 'paraphrase', true), mark('state', 'late', 'Wire', 'paraphrase')]
  expect(balance(marks).onlyParaphrased).toEqual(['state?'])
})

test('two articles of one publisher are one source; without a publisher each article is its own', () => {
  const marks = [mark('union', 'early', 'Wire'), mark('union', 'early', 'Wire'), mark('state', 'early', ''), mark('state', 'early', '')]
  expect(balance(marks).oneSource).toEqual([['early', 'union', 'Wire', 2]])
})

test('a folded column is balanced with what it holds', () => {
  const marks = [mark('state', 'early', 'Wire', 'paraphrase'), mark('ministry', 'early', 'Post')]
  expect(balance(marks)).toMatchObject({ onlyParaphrased: ['state'], oneSource: [['early', 'state', 'Wire', 1], ['early', 'ministry', 'Post', 1]] })
  expect(balance(marks, [], ['state'])).toEqual({ lacking: [], onlyParaphrased: [], oneSource: [] })
})
