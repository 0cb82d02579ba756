import { expect, test } from 'vitest'
import type { StatementInContext } from '../statement.ts'
import { arrangePositions, positionOf } from './position.ts'

const speakers = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), aliases: [], speaksForId: null, colour: 1, position: 0, statements: 0 }))
const issues = [{ id: 'late', proposition: 'Late', position: 2, statements: 0 }, { id: 'early', proposition: 'Early', position: 1, statements: 0 }, { id: 'bare', proposition: 'Bare', position: 0, statements: 0 }]

let made = 0
function statement(fields: Partial<StatementInContext>): StatementInContext {
  made++
  return {
    id: `s${made}`, highlightId: `h${made}`, speakerId: 'a', issueId: 'early', stance: 'asserts', wording: 'quote', reportedById: null, dateSaid: null,
    createdAt: `2020-01-01T00:00:00.${String(made).padStart(3, '0')}Z`, articleId: 'x', articleTitle: 'X', publisher: 'Wire', date: '2017-04-26', quote: 'words', paragraph: 1, note: '',
    ...fields,
  }
}

const position = (...statements: StatementInContext[]) => positionOf('early', 'a', statements)

test('rows are the issues with statements in their order, columns the speakers with statements on an issue', () => {
  const { rows, speakers: columns } = arrangePositions([
    statement({ issueId: 'late', speakerId: 'c' }), statement({ issueId: 'early', speakerId: 'a' }), statement({ issueId: 'early', speakerId: 'a', articleId: 'y' }),
    statement({ issueId: null, speakerId: 'b' }), statement({ issueId: 'bare', speakerId: null }),
  ], issues, speakers)
  expect(rows.map(({ issue }) => issue.id)).toEqual(['early', 'late'])
  expect(columns.map(({ speaker, statements }) => [speaker.id, statements])).toEqual([['a', 2], ['c', 1]])
  expect(rows[0]).toMatchObject({ statements: 2, articles: 2 })
  expect(rows[0]!.positions.map(({ statements }) => statements.length)).toEqual([2, 0])
})

test('statements come newest first, and what has no date last', () => {
  const [none, old, recent] = [statement({ date: '' }), statement({ date: '2017-04' }), statement({ date: '2017-04-26' })]
  expect(position(none, old, recent).statements).toEqual([recent, old, none])
})

test('another stance on another day is a change', () => {
  expect(position(statement({ date: '2017-04-05', stance: 'unclear' }), statement({ stance: 'doubts' })).course)
    .toEqual({ kind: 'changed', stance: 'doubts', earlier: 'unclear', earlierDate: '2017-04-05' })
})

test.each([['the same day', '2017-04-26', '2017-04-26'], ['no date', '', '2017-04-26'], ['a month that may hold the day', '2017-04', '2017-04-26']])('another stance with %s is a contradiction', (_, first, second) => {
  const found = position(statement({ date: first, stance: 'asserts' }), statement({ date: second, stance: 'denies' }))
  expect(found.course).toEqual({ kind: 'contradictory', stance: 'denies', other: 'asserts' })
  expect(found.shown.map(({ stance }) => stance)).toEqual(['denies', 'asserts'])
  expect(found.more).toBe(0)
})

test('the newest direct quote of the latest stance is shown before newer paraphrases', () => {
  const [quote, older, paraphrase, earlier] = [statement({ date: '2017-04-25' }), statement({ date: '2017-04-24' }), statement({ wording: 'paraphrase' }), statement({ date: '2017-04-01', stance: 'denies' })]
  const found = position(earlier, older, quote, paraphrase)
  expect(found.shown).toEqual([quote])
  expect(found.more).toBe(3)
})

test('statements without a stance are shown and counted nowhere', () => {
  const { rows } = arrangePositions([statement({ stance: null, publisher: '' })], issues, speakers)
  expect(rows[0]!.positions[0]).toMatchObject({ course: { kind: 'none' }, more: 0, sources: ['X'] })
  expect(rows[0]!.positions[0]!.shown).toHaveLength(1)
  expect(Object.values(rows[0]!.tally).every((count) => count === 0)).toBe(true)
})

test('a row counts its cells by their latest stance, contradictions as mixed', () => {
  const { rows } = arrangePositions([
    statement({ stance: 'asserts' }), statement({ stance: 'asserts' }),
    statement({ speakerId: 'b', stance: 'asserts' }), statement({ speakerId: 'b', stance: 'denies' }),
    statement({ speakerId: 'c', stance: 'unclear', date: '2017-04-05' }), statement({ speakerId: 'c', stance: 'doubts' }),
  ], issues, speakers)
  expect(rows[0]!.tally).toEqual({ asserts: 1, leans: 0, unclear: 0, doubts: 1, denies: 0, mixed: 1 })
})
