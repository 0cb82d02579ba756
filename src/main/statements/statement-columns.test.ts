import { expect, test } from 'vitest'
import { marksOf } from '../../shared/compare/statement-columns.ts'
import { aLibrary, anArticle, aStatement } from '../testing.ts'

test('read back from columns, statements are what the list says, the oldest first', async () => {
  const { call } = await aLibrary()
  const { id: articleId } = await anArticle({ call })
  await call('articles.update', { id: articleId, publisher: 'River Post', published: '2026-01' })
  const said = await aStatement({ call }, { articleId, words: 'We will not sign', speaker: 'Mayor', issue: 'The deal holds', stance: 'denies' })
  await call('statements.update', { id: said.id, dateSaid: '2025-12-30', wording: 'quote' })
  await call('statements.create', { on: { articleId, ranges: [{ start: 0, end: 5 }] } })
  const tag = await call('tags.create', { name: 'key' })
  await call('highlights.setTag', { id: said.highlightId, tagId: tag.id, on: true })
  await call('articles.setTag', { ids: [articleId], tagId: tag.id, on: true })
  const marks = marksOf(await call('statements.columns', {}))
  const listed = await call('statements.list', {})
  expect(marks.map(({ id }) => id)).toEqual(listed.map(({ id }) => id).toSorted())
  for (const { article: _article, tagIds: _tags, isDateSaid: _said, ...mark } of marks) expect(listed.find(({ id }) => id === mark.id)).toMatchObject(mark)
  expect(marks[0]).toMatchObject({ isDateSaid: true, date: '2025-12-30', tagIds: [tag.id], article: { tagIds: [tag.id], published: '2026-01' } })
  expect(marks[1]).toMatchObject({ isDateSaid: false, date: '2026-01', speakerId: null, issueId: null, stance: null, tagIds: [] })
})

test('by their identifiers statements come in the order asked for, without what is gone', async () => {
  const { call } = await aLibrary()
  const { id: articleId } = await anArticle({ call })
  const ids = []
  for (const words of ['The council wants', 'We will not sign', 'the wall is safe']) ids.push((await aStatement({ call }, { articleId, words, speaker: 'Mayor', issue: 'The deal holds' })).id)
  await call('statements.delete', { id: ids[1]! })
  expect((await call('statements.list', { ids: ids.toReversed() })).map(({ id }) => id)).toEqual([ids[2], ids[0]])
})

test('surroundings are the paragraphs that the ranges touch, with what stands before and after', async () => {
  const { call } = await aLibrary()
  const { id: articleId, text } = await anArticle({ call }, 'Title\n\nFirst line.\n\n“We”, she said, “deny it”.\n\n- one\n- two\n\nLast line.')
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const { id } = await call('statements.create', { on: { articleId, ranges: [at('“We”'), at('“deny it”'), at('one')] } })
  const [found] = await call('statements.surroundings', { ids: [id] })
  expect(found).toMatchObject({ id, before: 'First line.', after: 'two' })
  expect(found!.paragraphs.map(({ text: line, marked }) => marked.map(({ start, end }) => line.slice(start, end)))).toEqual([['“We”', '“deny it”'], ['one']])
})
