import { expect, test } from 'vitest'
import { everything, noFilter, type ComparisonChoice, type Look } from '../comparison.ts'
import { arrangeMatrix } from './matrix.ts'
import type { FilteredMark } from './statement-columns.ts'

const speaker = (id: string, speaksForId: string | null = null, position = 0) => ({ id, name: id, aliases: [], speaksForId, colour: 1, position, statements: 0 })
const speakers = [speaker('spokeswoman', 'ministry', 1), speaker('ministry', 'state', 2), speaker('state', null, 3), speaker('union', null, 0)]
const issues = [{ id: 'late', proposition: 'Late', position: 2, statements: 0 }, { id: 'early', proposition: 'Early', position: 1, statements: 0 }, { id: 'bare', proposition: 'Bare', position: 0, statements: 0 }]

let made = 0
function mark(fields: Partial<FilteredMark> & { tags?: string[]; collections?: string[] } = {}): FilteredMark {
  made += 1
  const articleId = fields.articleId ?? 'x'
  return {
    id: `s${String(made).padStart(3, '0')}`, speakerId: 'union', issueId: 'early', stance: 'asserts', wording: 'quote', wordingGuessed: false, date: '2017-04-26', isDateSaid: true, articleId,
    articleTitle: 'X', publisher: 'Wire', guessed: [], tagIds: [], article: { id: articleId, title: 'X', publisher: 'Wire', published: '', guessed: [], tagIds: fields.tags ?? [], collectionIds: fields.collections ?? [] },
    ...fields,
  }
}
const arrange = (marks: FilteredMark[], choice: Partial<ComparisonChoice> = {}, looks: Look[] = []) => arrangeMatrix({ marks, issues, speakers, looks, choice: { ...everything, ...choice } })
const names = ({ speakers: columns }: ReturnType<typeof arrange>) => columns.map((one) => one.speaker.id)

test('rows are the issues with statements, columns the speakers with statements on an issue, both in the reader’s order', () => {
  const matrix = arrange([mark({ issueId: 'late', speakerId: 'state' }), mark(), mark({ articleId: 'y' }), mark({ issueId: null, speakerId: 'ministry' }), mark({ issueId: 'bare', speakerId: null })])
  expect(matrix.issues.map(({ issue }) => issue.id)).toEqual(['early', 'late'])
  expect(matrix.speakers.map((one) => [one.speaker.id, one.statements])).toEqual([['union', 2], ['state', 1]])
  expect(matrix.issues[0]).toMatchObject({ statements: 2, articles: 2 })
  expect(matrix.position('early', 'union')?.statements).toHaveLength(2)
  expect(matrix.position('early', 'state')).toBeUndefined()
  expect(matrix).toMatchObject({ statements: 3, placed: 3 })
})

test('a choice names rows and columns in its own order, also those with nothing to show; what is gone is left out', () => {
  const matrix = arrange([mark()], { issueIds: ['bare', 'early', 'gone'], speakerIds: ['state', 'union'] })
  expect(matrix.issues.map(({ issue }) => issue.id)).toEqual(['bare', 'early'])
  expect(names(matrix)).toEqual(['state', 'union'])
})

test('a folded column holds what those say who speak for it, however indirectly, and its note of change', () => {
  const marks = [mark({ speakerId: 'spokeswoman', stance: 'denies', date: '2017-04-01' }), mark({ speakerId: 'ministry', date: '2017-04-02' }), mark({ speakerId: 'state', date: '2017-04-03' })]
  expect(names(arrange(marks))).toEqual(['spokeswoman', 'ministry', 'state'])
  const ministry = arrange(marks, { foldedIds: ['ministry'] })
  expect(names(ministry)).toEqual(['ministry', 'state'])
  expect(ministry.speakers[0]).toMatchObject({ statements: 2, folded: [{ id: 'spokeswoman' }], canFold: true })
  const state = arrange(marks, { foldedIds: ['state', 'ministry'] })
  expect(names(state)).toEqual(['state'])
  expect(state.position('early', 'state')).toMatchObject({ speakerId: 'state', course: { kind: 'changed', stance: 'asserts', earlier: 'denies' } })
})

test.each<[string, Partial<typeof noFilter>, Partial<Parameters<typeof mark>[0]>, Partial<Parameters<typeof mark>[0]>]>([
  ['article', { articleIds: ['y'] }, { articleId: 'y' }, { articleId: 'x' }],
  ['collection', { collectionId: 'c' }, { collections: ['c'] }, {}],
  ['tag of the article', { tagId: 't' }, { tags: ['t'] }, {}],
  ['tag of the highlight', { tagId: 't' }, { tagIds: ['t'] }, {}],
  ['stance', { stances: ['denies'] }, { stance: 'denies' }, { stance: null }],
  ['wording', { wording: 'paraphrase' }, { wording: 'paraphrase' }, {}],
  ['first day', { from: '2017-04-26' }, { date: '2017-04-26' }, { date: '2017-04-25' }],
  ['last month', { to: '2017-04' }, { date: '2017-04-30' }, { date: '2017-05-01' }],
  ['a year may lie within', { from: '2017-04', to: '2017-05' }, { date: '2017' }, { date: '2018' }],
  ['no date is outside of any', { from: '1900' }, { date: '2017' }, { date: '' }],
])('filter by %s', (_, filter, inside, outside) => {
  const matrix = arrange([mark(inside), mark(outside)], { filter: { ...noFilter, ...filter } })
  expect(matrix.statements).toBe(1)
  expect(matrix.issues).toHaveLength(1)
})

test('tallies count cells by their latest stance; a contradictory one is mixed, one without a stance is nowhere', () => {
  const { issues: [row], speakers: columns } = arrange([
    mark({ date: '2017-04-01', stance: 'denies' }), mark({ date: '2017-04-02', stance: 'asserts' }),
    mark({ speakerId: 'state', stance: 'asserts' }), mark({ speakerId: 'state', stance: 'doubts' }), mark({ speakerId: 'ministry', stance: null }),
  ])
  expect(row!.tally).toEqual({ asserts: 1, leans: 0, unclear: 0, doubts: 0, denies: 0, mixed: 1 })
  expect(columns.find((one) => one.speaker.id === 'state')!.tally.mixed).toBe(1)
})

test('a pinned statement stands for its cell while it is there', () => {
  const [old, recent] = [mark({ date: '2017-04-01', wording: 'paraphrase' }), mark({ date: '2017-04-02' })]
  const pin = (statementId: string) => arrange([old, recent], { pins: [{ issueId: 'early', speakerId: 'union', statementId }] }).position('early', 'union')!
  expect(pin(old.id)).toMatchObject({ shown: [{ id: old.id }], more: 1, isPinned: true })
  expect(pin('gone')).toMatchObject({ shown: [{ id: recent.id }], isPinned: false })
})

test('a look is told for its cell', () => {
  const look = { issueId: 'early', speakerId: 'state', articleIds: ['x', 'y'], lookedAt: '2026-01-01T00:00:00.000Z' }
  const matrix = arrange([mark(), mark({ issueId: 'late', speakerId: 'state' })], {}, [look])
  expect(matrix.look('early', 'state')).toBe(look)
  expect(matrix.look('late', 'union')).toBeUndefined()
})
