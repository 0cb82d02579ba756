import { expect, test } from 'vitest'
import { openDatabase } from '../database/open-database.ts'
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

test('finds notes on comparisons, also on the one without a title', async () => {
  const { call } = await aLibrary()
  const unnamed = await call('comparisons.update', { id: null })
  const named = await call('comparisons.create', { title: 'The two papers', choice: unnamed.choice })
  for (const { id } of [named, unnamed]) await call('notes.save', { subject: { type: 'comparison', id }, document: toLexical([{ type: 'paragraph', inlines: [{ text: 'Quixotic 水坝是安全的' }] }]), run: '1' })
  for (const words of ['quixot', '坝是安']) {
    expect((await call('search.find', { words })).map((hit) => [hit.kind, hit.subject, hit.id, hit.articleTitle])).toEqual(expect.arrayContaining([
      ['note', 'comparison', named.id, 'The two papers'], ['note', 'comparison', unnamed.id, ''],
    ]))
  }
  await call('comparisons.delete', { id: named.id })
  expect(await call('search.find', { words: 'quixotic' })).toHaveLength(1)
})

test('finds notes on articles, speakers and issues, and says what they are on', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  const speaker = await call('speakers.create', { name: 'Ana Ruiz' })
  const issue = await call('issues.create', { proposition: 'The dam is safe' })
  for (const subject of [{ type: 'article', id }, { type: 'speaker', id: speaker.id }, { type: 'issue', id: issue.id }] as const) {
    await call('notes.save', { subject, document: toLexical([{ type: 'paragraph', inlines: [{ text: 'Quixotic 水坝是安全的' }] }]), run: '1' })
  }
  const on = [['article', id, 'The river deal'], ['issue', issue.id, 'The dam is safe'], ['speaker', speaker.id, 'Ana Ruiz']]
  for (const words of ['quixot', '坝是安']) {
    const hits = await call('search.find', { words })
    expect(hits.map((hit) => [hit.subject, hit.id, hit.articleTitle]).sort()).toEqual(on)
    expect(kinds(hits)).toEqual(['note', 'note', 'note'])
  }
  await call('articles.delete', { ids: [id] })
  expect(await call('search.find', { words: 'quixotic' })).toHaveLength(2)
})

test('what search keeps of a hit is held against the library, and made anew where it was spoiled', async () => {
  const library = await aLibrary()
  await anArticle(library)
  const db = await openDatabase(library.folder, () => new Date())
  db.exec(`UPDATE article_search SET text = replace(text, 'wants the dam', 'wants the Dam')`)
  db.close()
  const [hit] = await library.call('search.find', { words: 'dam opened' })
  expect(hit!.excerpt.map(({ text }) => text).join('')).toContain('wants the dam opened')
})
