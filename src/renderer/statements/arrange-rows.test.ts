import { expect, test } from 'vitest'
import type { FilteredMark } from '../../shared/compare/statement-columns.ts'
import { arrangeRows, type RowParts } from './arrange-rows.ts'
import { noFilter } from './table-look.ts'

const speaker = (id: string, name: string, position: number, aliases: string[] = []) => ({ id, name, aliases: aliases.map((alias) => ({ name: alias, articleId: null })), speaksForId: null, colour: position, position, statements: 0 })
const speakers = [speaker('n', 'Norvik', 2), speaker('l', 'Léa Aro', 1, ['The engineer'])]
const issues = [{ id: 'safe', proposition: 'The bridge is safe', position: 1, statements: 0 }, { id: 'barge', proposition: 'A barge caused it', position: 2, statements: 0 }]

const mark = (id: string, fields: Partial<FilteredMark> = {}): FilteredMark => {
  const { articleId = 'a', articleTitle = 'Crack', publisher = 'Wire' } = fields
  return {
    id, speakerId: null, issueId: null, stance: null, wording: 'paraphrase', wordingGuessed: false, date: '', isDateSaid: false, articleId, articleTitle, publisher, guessed: [], tagIds: [],
    article: { id: articleId, title: articleTitle, publisher, published: '', guessed: [], tagIds: [], collectionIds: [] }, ...fields,
  }
}
const marks = [
  mark('1', { speakerId: 'n', issueId: 'safe', stance: 'denies', date: '2020', tagIds: ['t2'] }),
  mark('2', { speakerId: 'l', issueId: 'barge', stance: 'asserts', date: '2020-03-01', wording: 'quote' }),
  mark('3'),
  mark('4', { speakerId: 'l', issueId: 'safe', stance: 'unclear', date: '2019-12', articleId: 'b', publisher: '', articleTitle: 'Bridge shut', tagIds: ['t1'] }),
]
const quotes = new Map([['1', '“Zero”'], ['2', 'alpha'], ['3', '“beta”'], ['4', 'Alpha 2']])
type Asked = Partial<RowParts['look']> & Pick<RowParts, 'speakerId' | 'issueId'>
const arrange = ({ speakerId, issueId, ...look }: Asked = {}) => arrangeRows({
  marks, speakers, issues, speakerId, issueId, quotes, tags: new Map([['t1', 'Check'], ['t2', 'Again']]), look: { sort: null, grouping: 'none', folded: new Set(), filter: noFilter, ...look },
})
const keys = (asked?: Asked) => arrange(asked).marks.map(({ id }) => id).join('')

test('unsorted, the newest article comes first, each as it was marked', () => {
  expect(keys()).toBe('4123')
})

test.each([
  ['stance', '2413', '1423'], ['speaker', '4213', '1423'], ['issue', '2413', '4123'], ['quote', '2431', '1342'], ['wording', '2413', '4132'],
  ['date', '4123', '2143'], ['source', '4123', '1234'], ['tags', '1423', '4123'],
] as const)('by %s upwards and downwards; what has none stays last', (column, up, down) => {
  expect(keys({ sort: { column, descending: false } })).toBe(up)
  expect(keys({ sort: { column, descending: true } })).toBe(down)
})

test.each<[string, Asked, string]>([
  ['words in several names, without accents and case', { filter: { ...noFilter, text: 'LEA  barge' } }, '2'],
  ['another name of the speaker', { filter: { ...noFilter, text: 'engineer' } }, '42'],
  ['the source', { filter: { ...noFilter, text: 'shut' } }, '4'],
  ['a stance', { filter: { ...noFilter, stance: 'denies' } }, '1'],
  ['no stance', { filter: { ...noFilter, stance: 'none' } }, '3'],
  ['a wording', { filter: { ...noFilter, wording: 'quote' } }, '2'],
  ['a tag', { filter: { ...noFilter, tagId: 't1' } }, '4'],
  ['a speaker', { speakerId: 'l' }, '42'],
  ['no speaker', { speakerId: 'none' }, '3'],
  ['speaker and issue', { speakerId: 'l', issueId: 'safe' }, '4'],
  ['what is nowhere', { filter: { ...noFilter, text: 'zebra' } }, ''],
])('filtered by %s', (_what, asked, left) => {
  expect(keys(asked)).toBe(left)
})

test('groups stand in the reader’s own order, those without last; a folded one keeps its count', () => {
  const { rows, marks: all } = arrange({ grouping: 'speaker', folded: new Set(['group:speaker:l']), sort: { column: 'stance', descending: false } })
  expect(rows.map((row) => (row.kind === 'group' ? `${row.name} ${row.count}${row.isFolded ? ' folded' : ''}` : row.key))).toEqual(['Léa Aro 2 folded', 'Norvik 1', '1', 'No speaker yet 1', '3'])
  expect(all.map(({ id }) => id).join('')).toBe('2413')
  expect(arrange({ grouping: 'article' }).rows.filter((row) => row.kind === 'group').map((row) => row.name)).toEqual(['Bridge shut', 'Wire, Crack'])
  expect(arrange({ grouping: 'stance' }).rows.filter((row) => row.kind === 'group').map((row) => row.name)).toEqual(['Asserts', 'Unclear', 'Denies', 'No stance yet'])
})
