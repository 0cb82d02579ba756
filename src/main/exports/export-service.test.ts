import { expect, test } from 'vitest'
import { toLexical } from '../../shared/body.ts'
import { openDatabase } from '../database/open-database.ts'
import { aLibrary, anArticle, aStatement } from '../testing.ts'

async function aFullLibrary() {
  const library = await aLibrary()
  const { call } = library
  const { id } = await anArticle(library)
  const statement = await aStatement(library, { articleId: id, words: '“We will not sign,”', speaker: 'Ana Ruiz', issue: 'The deal is signed', stance: 'denies' })
  const city = await call('speakers.create', { name: 'The city' })
  await call('speakers.update', { id: statement.speakerId!, speaksForId: city.id })
  await call('notes.save', { subject: { type: 'highlight', id: statement.highlightId }, document: toLexical([{ type: 'paragraph', inlines: [{ text: 'Firm', bold: true }] }]), run: '1' })
  const tag = await call('tags.create', { name: 'water' })
  await call('articles.setTag', { ids: [id], tagId: tag.id, on: true })
  const other = await anArticle(library, 'Deleted one\n\nThis went to the bin.')
  await call('articles.delete', { ids: [other.id] })
  return { ...library, articleId: id }
}

test('export and import into an empty library give the same library, identifiers included', async () => {
  const from = await aFullLibrary()
  const to = await aLibrary()
  const { content } = await from.call('exports.render', { format: 'json' })
  const base64 = Buffer.from(content).toString('base64')
  expect(await to.call('articles.import', { kind: 'file', name: 'library.json', base64 })).toMatchObject({ existing: false, articles: 2 })
  expect((await to.call('exports.render', { format: 'json' })).content).toBe(content)
  expect(await to.call('articles.import', { kind: 'file', name: 'library.json', base64 })).toMatchObject({ existing: true })
  expect((await to.call('exports.render', { format: 'json' })).content).toBe(content)
})

test('an imported library can be undone', async () => {
  const from = await aFullLibrary()
  const to = await aLibrary()
  const { content } = await from.call('exports.render', { format: 'json' })
  await to.call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(content).toString('base64') })
  await to.call('history.undo', {})
  expect(await to.call('articles.list', {})).toEqual([])
  expect(await to.call('speakers.list', {})).toEqual([])
  expect(await to.call('articles.list', { view: 'bin' })).toHaveLength(2)
  await to.call('history.redo', {})
  const [article] = await to.call('articles.list', {})
  expect((await to.call('articles.get', { id: article!.id })).text).toContain('We will not sign')
  expect(await to.call('statements.list', {})).toHaveLength(1)
})

test('one article is exported with what belongs to it and no more', async () => {
  const { call, articleId } = await aFullLibrary()
  await call('issues.create', { proposition: 'Nobody spoke about this' })
  const { content } = await call('exports.render', { format: 'json', articleId })
  const file = JSON.parse(content) as { articles: unknown[]; issues: unknown[]; speakers: unknown[] }
  expect([file.articles.length, file.issues.length, file.speakers.length]).toEqual([1, 1, 2])
})

test.each(['markdown', 'html', 'csv', 'web-annotation'] as const)('%s holds the exact quote', async (format) => {
  const { call, articleId } = await aFullLibrary()
  const { content } = await call('exports.render', { format, articleId })
  expect(content).toContain('We will not sign,')
})

test('importing again leaves what is there as it is', async () => {
  const { call, articleId } = await aFullLibrary()
  const { content } = await call('exports.render', { format: 'json' })
  const [tag] = await call('tags.list', {})
  await call('articles.setTag', { ids: [articleId], tagId: tag!.id, on: false })
  expect(await call('articles.import', { kind: 'file', name: 'again.json', base64: Buffer.from(content).toString('base64') })).toMatchObject({ existing: true })
  expect((await call('articles.get', { id: articleId })).tagIds).toEqual([])
})

test.each([
  ['a quote that its text does not hold', (file: { highlights: { ranges: { exact: string }[] }[] }) => { file.highlights[0]!.ranges[0]!.exact = 'We will sign' }],
  ['speakers who speak for each other', (file: { speakers: { id: string; speaksForId: string | null }[] }) => { [file.speakers[0]!.speaksForId, file.speakers[1]!.speaksForId] = [file.speakers[1]!.id, file.speakers[0]!.id] }],
])('a file with %s is refused', async (_what, spoil) => {
  const from = await aFullLibrary()
  const file = JSON.parse((await from.call('exports.render', { format: 'json' })).content)
  spoil(file)
  const to = await aLibrary()
  await expect(to.call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(JSON.stringify(file)).toString('base64') })).rejects.toThrow('This Counterpoint file is damaged')
  expect(await to.call('articles.list', { view: 'bin' })).toEqual([])
})

test('revisions, waiting highlights and the order of speakers go along; files without them still come in', async () => {
  const from = await aFullLibrary()
  const file = JSON.parse((await from.call('exports.render', { format: 'json' })).content)
  const article = file.articles.find((one: { id: string }) => one.id === from.articleId)
  const [revision] = article.revisions
  article.revisions.push({ ...revision, number: 2, origin: 'import', sourceName: 'newer.html' })
  article.revision = 2
  Object.assign(file.highlights[0], { state: 'reworded', waiting: true, candidates: [file.highlights[0].ranges] })
  file.speakers[0].position = 7
  const bring = async (value: unknown) => {
    const to = await aLibrary()
    await to.call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(JSON.stringify(value)).toString('base64') })
    return JSON.parse((await to.call('exports.render', { format: 'json' })).content)
  }
  const brought = await bring(file)
  expect(brought.articles.find((one: { id: string }) => one.id === from.articleId)).toEqual(article)
  expect(brought.highlights).toEqual(file.highlights)
  expect(brought.speakers).toContainEqual(file.speakers[0])

  for (const one of article.revisions) { delete one.origin; delete one.sourceName }
  for (const one of file.highlights) { delete one.waiting; delete one.candidates }
  for (const one of file.speakers) delete one.position
  const old = await bring(file)
  expect(old.highlights[0]).toMatchObject({ waiting: false, candidates: [] })
  expect(old.articles.find((one: { id: string }) => one.id === from.articleId).revisions[0]).toMatchObject({ origin: 'first', sourceName: '' })
})

test('what could not be read back is not written, and is named', async () => {
  const { app, folder, ...library } = await aLibrary()
  const { id } = await anArticle(library)
  await app.close()
  const db = await openDatabase(folder, () => new Date())
  db.prepare("UPDATE article SET language = 'no language' WHERE id = ?").run(id)
  db.close()
  const again = await aLibrary({ folder })
  await expect(again.call('exports.render', { format: 'json' })).rejects.toThrow('One of the library’s articles (The river deal) can’t be exported: its language: not a language tag such as en or pt-BR. Change it or delete it, then export again.')
})
