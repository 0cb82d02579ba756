import { expect, test } from 'vitest'
import type { StatementMark } from './statement-columns.ts'
import { positionOf, tallyOf } from './position.ts'

let made = 0
function statement(fields: Partial<StatementMark>): StatementMark {
  made++
  return {
    id: `s${String(made).padStart(3, '0')}`, speakerId: 'a', issueId: 'early', stance: 'asserts', wording: 'quote', wordingGuessed: false, date: '2017-04-26', isDateSaid: true,
    articleId: 'x', articleTitle: 'X', publisher: 'Wire', guessed: [],
    ...fields,
  }
}

const position = (...statements: StatementMark[]) => positionOf('early', 'a', statements)

test('statements come newest first, and what has no date last', () => {
  const [none, old, recent] = [statement({ date: '' }), statement({ date: '2017-04' }), statement({ date: '2017-04-26' })]
  expect(position(none, old, recent).statements).toEqual([recent, old, none])
})

test('another stance on another day is a change', () => {
  expect(position(statement({ date: '2017-04-05', stance: 'unclear' }), statement({ stance: 'doubts' })).course)
    .toEqual({ kind: 'changed', stance: 'doubts', earlier: 'unclear', earlierDate: '2017-04-05' })
})

test('what two papers printed on two days is no change: nobody knows which was said first', () => {
  const [older, newer] = [statement({ date: '2017-04-05', isDateSaid: false, publisher: 'Post' }), statement({ isDateSaid: false, stance: 'doubts' })]
  expect(position(older, newer)).toMatchObject({ course: { kind: 'also', stance: 'doubts', other: 'asserts', source: 'Post' }, shown: [newer], more: 1 })
  expect(tallyOf([position(older, newer)])).toMatchObject({ mixed: 1, doubts: 0, asserts: 0 })
})

test.each([
  ['the later one', { isDateSaid: true }, { isDateSaid: false }],
  ['the earlier one', { isDateSaid: false }, { isDateSaid: true }],
])('nor when only %s was printed', (_, first, second) => {
  expect(position(statement({ date: '2017-04-05', ...first }), statement({ stance: 'doubts', ...second })).course.kind).toBe('also')
})

test('of one paper’s two articles the other one is named', () => {
  expect(position(statement({ date: '2017-04-05', isDateSaid: false, articleTitle: 'First' }), statement({ isDateSaid: false, stance: 'doubts', articleTitle: 'Second' })).course)
    .toEqual({ kind: 'also', stance: 'doubts', other: 'asserts', source: 'First' })
})

test('a change that was said stays one when it is printed again later', () => {
  expect(position(statement({ date: '2017-04-05', stance: 'denies' }), statement({ date: '2017-04-09' }), statement({ date: '2017-05', isDateSaid: false })).course)
    .toEqual({ kind: 'changed', stance: 'asserts', earlier: 'denies', earlierDate: '2017-04-05' })
})

test.each([['the same day', '2017-04-26', '2017-04-26'], ['no date', '', '2017-04-26'], ['a month that may hold the day', '2017-04', '2017-04-26']])('another stance with %s is a contradiction', (_, first, second) => {
  const found = position(statement({ date: first, stance: 'asserts' }), statement({ date: second, stance: 'denies' }))
  expect(found.course).toEqual({ kind: 'contradictory', stance: 'denies', other: 'asserts' })
  expect(found.shown.map(({ stance }) => stance)).toEqual(['denies', 'asserts'])
  expect(found.more).toBe(0)
})

test('two things said on one day contradict each other, also when one of them is repeated later', () => {
  expect(position(statement({ date: '2017-04-05', stance: 'asserts' }), statement({ date: '2017-04-05', stance: 'denies' }), statement({ date: '2017-05-01', stance: 'denies' })).course)
    .toEqual({ kind: 'contradictory', stance: 'denies', other: 'asserts' })
})

test('the newest direct quote of the latest stance is shown before newer paraphrases', () => {
  const [quote, older, paraphrase, earlier] = [statement({ date: '2017-04-25' }), statement({ date: '2017-04-24' }), statement({ wording: 'paraphrase' }), statement({ date: '2017-04-01', stance: 'denies' })]
  const found = position(earlier, older, quote, paraphrase)
  expect(found.shown).toEqual([quote])
  expect(found.more).toBe(3)
  const partly = statement({ wording: 'partly', date: '2017-04-20' })
  expect(position(paraphrase, partly).shown).toEqual([partly])
})

test('statements without a stance are shown and counted nowhere', () => {
  const found = position(statement({ stance: null, publisher: '' }))
  expect(found).toMatchObject({ course: { kind: 'none' }, more: 0, sources: ['X'] })
  expect(found.shown).toHaveLength(1)
  expect(Object.values(tallyOf([found])).every((count) => count === 0)).toBe(true)
})
