import { expect, test } from 'vitest'
import { toLexical } from '../../shared/body.ts'
import { aLibrary, anArticle } from '../testing.ts'

const kinds = (hits: { kind: string }[]): string[] => hits.map((hit) => hit.kind)

test('what people type is never a query language', async () => {
  const { call } = await aLibrary()
  await anArticle({ call })
  for (const words of ['', '"', 'a AND', 'NEAR(', '*', "'; DROP TABLE article", '-', 'title:x']) expect(Array.isArray(await call('search.find', { words }))).toBe(true)
})

test('finds articles, highlights and notes as one types, accents and case aside', async () => {
  const { call } = await aLibrary()
  const { id, text } = await anArticle({ call }, 'Café dispute\n\nThe mayor’s façade was painted. Nobody agreed.')
  const start = text.indexOf('façade')
  const highlight = await call('highlights.create', { articleId: id, ranges: [{ start, end: start + 6 }] })
  await call('notes.save', { subject: { type: 'highlight', id: highlight.id }, document: toLexical([{ type: 'paragraph', inlines: [{ text: 'Which facade?' }] }]), run: '1' })
  const hits = await call('search.find', { words: 'FACA' })
  expect(kinds(hits)).toEqual(['article', 'highlight', 'note'])
  expect(hits[1]?.excerpt).toEqual([{ text: 'façade', match: true }])
  expect(kinds(await call('search.find', { words: 'mayor pain' }))).toEqual(['article'])
  expect(await call('search.find', { words: 'mayor absent' })).toEqual([])
  await call('highlights.delete', { id: highlight.id })
  expect(kinds(await call('search.find', { words: 'facade' }))).toEqual(['article'])
  await call('articles.delete', { ids: [id] })
  expect(await call('search.find', { words: 'facade' })).toEqual([])
})

test('finds words in scripts without spaces', async () => {
  const { call } = await aLibrary()
  await anArticle({ call }, '水坝争议\n\n😀市长说水坝是安全的，工会表示怀疑。')
  const [hit] = await call('search.find', { words: '水坝是安全' })
  expect(hit?.excerpt.filter((part) => part.match).map((part) => part.text)).toEqual(['水坝是安全'])
})

test('a changed title is found by its new words only', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  await call('articles.update', { id, title: 'Zebra crossing' })
  expect(await call('search.find', { words: 'zebra' })).toHaveLength(1)
})
