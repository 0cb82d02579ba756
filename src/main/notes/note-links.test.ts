import { expect, test } from 'vitest'
import { toLexical, type LexicalDocument, type LexicalNode } from '../../shared/body.ts'
import type { LinkSubject } from '../../shared/note.ts'
import { aLibrary, anArticle, aStatement } from '../testing.ts'

function aNoteLinking(words: string, to: LinkSubject, name: string): LexicalDocument {
  const { root } = toLexical([{ type: 'paragraph', inlines: [{ text: words }] }])
  const reference: LexicalNode = { type: 'reference', version: 1, subjectType: to.type, subjectId: to.id, text: name }
  return { root: { ...root, children: root.children!.map((paragraph) => ({ ...paragraph, children: [...paragraph.children!, reference] })) } }
}

async function setting() {
  const { call } = await aLibrary()
  const article = await anArticle({ call })
  const statement = await aStatement({ call }, { articleId: article.id, words: 'the wall is safe', speaker: 'Engineers', issue: 'The dam is safe' })
  const [speaker] = await call('speakers.list', {})
  const [issue] = await call('issues.list', {})
  return { call, article, highlightId: statement.highlightId, speaker: speaker!, issue: issue! }
}

test('suggests articles, highlights, speakers and issues by their names, accents and case aside', async () => {
  const { call } = await setting()
  const names = async (words: string): Promise<string[]> => (await call('notes.suggest', { words })).map((one) => `${one.type}: ${one.name}`)
  expect(await names('')).toEqual(['speaker: Engineers', 'issue: The dam is safe', 'article: The river deal', 'highlight: the wall is safe'])
  expect(await names('SÁFE is')).toEqual(['issue: The dam is safe', 'highlight: the wall is safe'])
  expect(await names('100%')).toEqual([])
  const [only] = await call('notes.suggest', { words: '', types: ['highlight'] })
  expect(only).toMatchObject({ type: 'highlight', article: { title: 'The river deal', paragraph: 2 } })
})

test('a link leads to the present name, to null once that is gone, and back after undo', async () => {
  const { call, speaker, article, highlightId } = await setting()
  const link = { type: 'speaker' as const, id: speaker.id }
  await call('speakers.update', { id: speaker.id, name: 'Dam engineers' })
  expect((await call('notes.resolve', link))?.name).toBe('Dam engineers')
  await call('speakers.delete', { id: speaker.id })
  expect(await call('notes.resolve', link)).toBeNull()
  await call('history.undo', {})
  expect((await call('notes.resolve', link))?.name).toBe('Dam engineers')
  await call('articles.delete', { ids: [article.id] })
  expect(await call('notes.resolve', { type: 'highlight', id: highlightId })).toBeNull()
})

test('backlinks tell which notes link to a thing, with the words around the link, through edits and undo', async () => {
  const { call, speaker, issue, article, highlightId } = await setting()
  const to = { type: 'speaker' as const, id: speaker.id }
  await call('notes.save', { subject: { type: 'article', id: article.id }, document: aNoteLinking(`${'Long before. '.repeat(30)}Compare with `, to, 'Engineers'), run: '1' })
  await call('notes.save', { subject: { type: 'issue', id: issue.id }, document: aNoteLinking('Said by ', to, 'Engineers'), run: '2' })
  await call('notes.save', { subject: { type: 'highlight', id: highlightId }, document: aNoteLinking('See ', to, 'Engineers'), run: '3' })
  const backlinks = await call('notes.backlinks', to)
  expect(backlinks.map(({ subject, title, articleId }) => [subject.type, title, articleId])).toEqual([
    ['highlight', 'The river deal', article.id], ['issue', 'The dam is safe', null], ['article', 'The river deal', article.id],
  ])
  expect(backlinks[1]!.text).toBe('Said by Engineers')
  expect(backlinks[2]!.text).toMatch(/^….*Compare with Engineers$/)
  await call('notes.save', { subject: { type: 'highlight', id: highlightId }, document: toLexical([{ type: 'paragraph', inlines: [{ text: 'No link' }] }]), run: '4' })
  expect(await call('notes.backlinks', to)).toHaveLength(2)
  await call('history.undo', {})
  expect(await call('notes.backlinks', to)).toHaveLength(3)
})

test('a note may link to the same thing several times', async () => {
  const { call, speaker, article } = await setting()
  const to = { type: 'speaker' as const, id: speaker.id }
  const { root } = aNoteLinking('See ', to, 'Engineers')
  for (const run of ['1', '2']) await call('notes.save', { subject: { type: 'article', id: article.id }, document: { root: { ...root, children: [...root.children!, ...root.children!, ...(run === '2' ? root.children! : [])] } }, run })
  expect(await call('notes.backlinks', to)).toHaveLength(1)
})
