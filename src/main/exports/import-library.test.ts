/** A library's JSON into a library that holds some of it already: under the same identifiers, or made apart. */
import { describe, expect, test } from 'vitest'
import { fromLexical, toLexical } from '../../shared/body.ts'
import { everything, noFilter } from '../../shared/comparison.ts'
import type { LibraryFile } from '../../shared/export.ts'
import { aLibrary, anArticle, aStatement, riverText, type TestApp } from '../testing.ts'

type Library = Pick<TestApp, 'call'>
const typed = (text: string) => toLexical([{ type: 'paragraph', inlines: [{ text }] }])
const exported = async ({ call }: Library): Promise<string> => (await call('exports.render', { format: 'json' })).content
const contents = async (library: Library): Promise<LibraryFile> => JSON.parse(await exported(library)) as LibraryFile
const bringIn = ({ call }: Library, file: string) => call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(file).toString('base64') })

/** One article with one of everything on it. */
async function aFullLibrary(text = riverText) {
  const library = await aLibrary()
  const { call } = library
  const { id } = await anArticle(library, text)
  const statement = await aStatement(library, { articleId: id, words: '“We will not sign,”', speaker: 'Ana Ruiz', issue: 'The deal is signed', stance: 'denies' })
  const tag = await call('tags.create', { name: 'water' })
  const collection = await call('collections.create', { name: 'Rivers' })
  await call('articles.setTag', { ids: [id], tagId: tag.id, on: true })
  await call('articles.setCollection', { ids: [id], collectionId: collection.id, on: true })
  await call('highlights.setTag', { id: statement.highlightId, tagId: tag.id, on: true })
  await call('events.create', { title: 'Vote', date: '2026-03', articleIds: [], collectionId: collection.id })
  await call('notes.save', { subject: { type: 'speaker', id: statement.speakerId! }, document: typed('Mayor since 2020'), run: '1' })
  return { ...library, articleId: id, statement, tag, collection }
}

describe('import, undo, import', () => {
  test('everything is as after the first import; so it is after a redo', async () => {
    const file = await exported(await aFullLibrary())
    const to = await aLibrary()
    await bringIn(to, file)
    await to.call('history.undo', {})
    expect([await to.call('articles.list', {}), await to.call('tags.list', {}), await to.call('statements.list', {})]).toEqual([[], [], []])
    expect(await bringIn(to, file)).toMatchObject({ existing: false })
    expect(await exported(to)).toBe(file)
    await to.call('history.undo', {})
    await to.call('history.redo', {})
    expect(await exported(to)).toBe(file)
  })

  test('what was in the bin where it comes from stays there', async () => {
    const from = await aFullLibrary()
    const other = await anArticle(from, 'Deleted\n\nThis went to the bin.')
    await from.call('articles.delete', { ids: [other.id] })
    const file = await exported(from)
    const to = await aLibrary()
    await bringIn(to, file)
    await to.call('history.undo', {})
    await bringIn(to, file)
    expect((await to.call('articles.list', { view: 'bin' })).map(({ id }) => id)).toEqual([other.id])
  })
})

test('a file that an editor saved as UTF-16 is the same library', async () => {
  const file = await exported(await aFullLibrary())
  const to = await aLibrary()
  await to.call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(`\uFEFF${file}`, 'utf16le').toString('base64') })
  expect(await exported(to)).toBe(file)
})

describe('the same names', () => {
  test('are the same speaker, issue, tag, collection, event and comparison; nothing is there twice, also after a second import', async () => {
    const from = await aFullLibrary()
    const city = await from.call('speakers.create', { name: 'The city' })
    await from.call('speakers.update', { id: from.statement.speakerId!, speaksForId: city.id })
    await from.call('speakers.addAlias', { id: from.statement.speakerId!, name: 'Mayor Ruiz', articleId: null })
    const choice = { ...everything, issueIds: [from.statement.issueId!], pins: [{ issueId: from.statement.issueId!, speakerId: from.statement.speakerId!, statementId: from.statement.id }], filter: { ...noFilter, tagId: from.tag.id, collectionId: from.collection.id } }
    await from.call('comparisons.create', { title: 'Deal', choice })
    const file = await exported(from)

    const to = await aLibrary()
    const mine = await anArticle(to)
    const speaker = await to.call('speakers.create', { name: 'ana RUIZ' })
    const issue = await to.call('issues.create', { proposition: 'the deal is signed' })
    const [tag, collection] = [await to.call('tags.create', { name: 'Water' }), await to.call('collections.create', { name: 'RIVERS' })]
    const event = await to.call('events.create', { title: 'vote', date: '2026-03', articleIds: [], collectionId: collection.id })
    await to.call('notes.save', { subject: { type: 'speaker', id: speaker.id }, document: typed('Elected twice'), run: '1' })
    const before = await contents(to)
    await bringIn(to, file)

    const after = await contents(to)
    expect(after.speakers.map(({ name }) => name)).toEqual(['ana RUIZ', 'The city'])
    expect(after.speakers[0]).toMatchObject({ id: speaker.id, aliases: [{ name: 'Mayor Ruiz', articleId: null }], speaksForId: city.id })
    expect([after.issues, after.tags, after.collections, after.events]).toMatchObject([[{ id: issue.id }], [{ id: tag.id }], [{ id: collection.id }], [{ id: event.id }]])
    expect(after.statements).toMatchObject([{ id: from.statement.id, speakerId: speaker.id, issueId: issue.id }])
    expect(after.articles).toMatchObject([{ id: mine.id, tagIds: [tag.id], collectionIds: [collection.id] }])
    expect(after.highlights).toMatchObject([{ tagIds: [tag.id] }])
    expect(after.comparisons).toMatchObject([{ title: 'Deal', choice: { issueIds: [issue.id], pins: [{ issueId: issue.id, speakerId: speaker.id }], filter: { tagId: tag.id, collectionId: collection.id } } }])
    expect(after.notes.map(({ text }) => text)).toEqual(['Elected twice\nMayor since 2020'])

    expect(await bringIn(to, file)).toMatchObject({ existing: true })
    expect(await contents(to)).toEqual(after)
    await to.call('history.undo', {})
    expect(await contents(to)).toEqual(before)
  })

  test('a speaker is known by another name too, and keeps both', async () => {
    const from = await aFullLibrary()
    const to = await aLibrary()
    const mayor = await to.call('speakers.create', { name: 'Mayor of Arden' })
    await to.call('speakers.addAlias', { id: mayor.id, name: 'Ana Ruiz', articleId: null })
    await bringIn(to, await exported(from))
    expect((await contents(to)).speakers).toMatchObject([{ id: mayor.id, name: 'Mayor of Arden', aliases: [{ name: 'Ana Ruiz' }] }])

    const back = await aFullLibrary()
    await bringIn(back, await exported(to))
    expect((await contents(back)).speakers).toMatchObject([{ id: back.statement.speakerId, name: 'Ana Ruiz', aliases: [{ name: 'Mayor of Arden' }] }])
  })

  test('who speaks for whom never leads in a circle', async () => {
    const pair = async (): Promise<{ library: TestApp; one: string; other: string }> => {
      const library = await aLibrary()
      await anArticle(library)
      return { library, one: (await library.call('speakers.create', { name: 'One' })).id, other: (await library.call('speakers.create', { name: 'Other' })).id }
    }
    const [from, to] = [await pair(), await pair()]
    await from.library.call('speakers.update', { id: from.one, speaksForId: from.other })
    await to.library.call('speakers.update', { id: to.other, speaksForId: to.one })
    await bringIn(to.library, await exported(from.library))
    expect((await contents(to.library)).speakers.map(({ id, speaksForId }) => [id, speaksForId])).toEqual([[to.one, null], [to.other, to.one]])
  })
})

describe('comparisons', () => {
  test('the one without a title comes in beside the one that is there, once', async () => {
    const from = await aFullLibrary()
    const { id } = await from.call('comparisons.update', { id: null, turned: true })
    await from.call('notes.save', { subject: { type: 'comparison', id }, document: typed('Turned for print'), run: '1' })
    const to = await aLibrary()
    await to.call('comparisons.update', { id: null, issueIds: [] })
    await bringIn(to, await exported(from))
    await bringIn(to, await exported(from))
    const { comparisons, notes } = await contents(to)
    expect(comparisons.map(({ title, choice }) => [title, choice.turned])).toEqual([['', false], ['All statements (imported)', true]])
    expect(notes).toContainEqual(expect.objectContaining({ subject: { type: 'comparison', id }, text: 'Turned for print' }))
  })

  test('the same title with another choice comes in under a title of its own', async () => {
    const from = await aFullLibrary()
    await from.call('comparisons.create', { title: 'Deal', choice: { ...everything, turned: true } })
    const to = await aLibrary()
    await to.call('comparisons.create', { title: 'deal', choice: everything })
    await bringIn(to, await exported(from))
    expect((await contents(to)).comparisons.map(({ title, choice }) => [title, choice.turned])).toEqual([['deal', false], ['Deal 2', true]])
  })
})

describe('articles', () => {
  test('from the same source and with the same text are one, out of the bin, with the marks, labels and note of both', async () => {
    const [from, to] = [await aFullLibrary(), await aLibrary()]
    await from.call('notes.save', { subject: { type: 'article', id: from.articleId }, document: typed('Read twice'), run: '1' })
    const mine = await anArticle(to)
    await to.call('highlights.create', { articleId: mine.id, ranges: [{ start: 0, end: 5 }] })
    await to.call('articles.delete', { ids: [mine.id] })
    expect(await bringIn(to, await exported(from))).toMatchObject({ id: mine.id, existing: false })
    const { articles, highlights, notes } = await contents(to)
    expect(articles).toMatchObject([{ id: mine.id, deletedAt: null, tagIds: [from.tag.id], collectionIds: [from.collection.id] }])
    expect(highlights.map(({ articleId }) => articleId)).toEqual([mine.id, mine.id])
    expect(notes).toContainEqual(expect.objectContaining({ subject: { type: 'article', id: mine.id }, text: 'Read twice' }))
    expect(await bringIn(to, await exported(from))).toMatchObject({ existing: true })
    expect((await to.call('library.verify', {})).differences).toEqual([])
  })

  const later = async (library: Awaited<ReturnType<typeof aFullLibrary>>): Promise<string> => {
    const { call, articleId: id } = library
    const { body } = await call('articles.get', { id })
    const document = toLexical(fromLexical(body).map((block) => ({ ...block, inlines: block.inlines.map((inline) => ({ ...inline, text: inline.text.replace('The union doubts', 'The union still doubts') })) })))
    await call('drafts.save', { articleId: id, base: 1, document })
    await call('articles.revise', { id })
    const { text } = await call('articles.get', { id })
    await call('highlights.create', { articleId: id, ranges: [{ start: text.indexOf('still doubts'), end: text.indexOf('still doubts') + 12 }] })
    return exported(library)
  }

  test('a later export of what was imported brings the later text, the highlights on it, and carries those here', async () => {
    const from = await aFullLibrary()
    const to = await aLibrary()
    await bringIn(to, await exported(from))
    const text = (await to.call('articles.get', { id: from.articleId })).text
    const start = text.indexOf('The council')
    const mine = await to.call('highlights.create', { articleId: from.articleId, ranges: [{ start, end: start + 11 }] })
    const before = await exported(to)
    await bringIn(to, await later(from))
    const { articles, highlights } = await contents(to)
    expect(articles).toMatchObject([{ revision: 2, revisions: [{ number: 1 }, { number: 2 }] }])
    expect(highlights.map(({ revision, ranges }) => [revision, ranges[0]!.exact])).toEqual([[2, '“We will not sign,”'], [2, 'The council'], [2, 'still doubts']])
    expect(highlights[1]).toMatchObject({ id: mine.id, state: 'same' })
    expect((await to.call('library.verify', {})).differences).toEqual([])
    expect(await bringIn(to, await exported(from))).toMatchObject({ existing: true })
    await to.call('history.undo', {})
    expect(await exported(to)).toBe(before)
  })

  test('import, undo, import of a later export', async () => {
    const from = await aFullLibrary()
    const to = await aLibrary()
    await bringIn(to, await exported(from))
    await to.call('history.undo', {})
    const file = await later(from)
    await bringIn(to, file)
    const dated = (text: string): unknown => JSON.parse(text, (key, value: unknown) => (key === 'updatedAt' ? '' : value))
    expect(dated(await exported(to))).toEqual(dated(file))
  })

  test('a text that was edited here too stays as it is, and the other one comes in beside it, once, with the marks on it', async () => {
    const from = await aFullLibrary()
    await from.call('notes.save', { subject: { type: 'article', id: from.articleId }, document: typed('Read twice'), run: '1' })
    const to = await aLibrary()
    await bringIn(to, await exported(from))
    await to.call('drafts.save', { articleId: from.articleId, base: 1, document: typed('Mine.') })
    await to.call('articles.revise', { id: from.articleId })
    await bringIn(to, await later(from))
    const { articles, highlights, notes } = await contents(to)
    expect(articles).toMatchObject([{ id: from.articleId, revision: 2, revisions: [{}, { text: 'Mine.' }] }, { deletedAt: null, tagIds: [from.tag.id], revision: 2, revisions: [{}, { origin: 'edit' }] }])
    expect(highlights.map(({ articleId, ranges }) => [articleId, ranges[0]!.exact])).toEqual([[from.articleId, '“We will not sign,”'], [articles[1]!.id, 'still doubts']])
    expect(notes.filter(({ subject }) => subject.type === 'article').map(({ subject, text }) => [subject.id, text])).toEqual([[from.articleId, 'Read twice'], [articles[1]!.id, 'Read twice']])
    expect((await to.call('library.verify', {})).differences).toEqual([])
    expect(await bringIn(to, await exported(from))).toMatchObject({ existing: true })
  })

  test('whose texts went different ways since stay two', async () => {
    const [from, to] = [await aFullLibrary(), await aLibrary()]
    const mine = await anArticle(to)
    await from.call('drafts.save', { articleId: from.articleId, base: 1, document: typed('Rewritten.') })
    await from.call('articles.revise', { id: from.articleId })
    await bringIn(to, await exported(from))
    expect((await contents(to)).articles.map(({ id }) => id).toSorted()).toEqual([mine.id, from.articleId].toSorted())
  })
})

describe('drafts', () => {
  const page = (words: string) => ({ kind: 'file' as const, name: 'dam.md', base64: Buffer.from(`---\naddress: https://example.org/dam\ntitle: The dam\n---\n\nThe dam opens in ${words}.\n`).toString('base64') })

  test('an edit and a newer version go along, with what was found of it, and come back after an undone import', async () => {
    const from = await aFullLibrary()
    await from.call('drafts.save', { articleId: from.articleId, base: 1, document: typed('Half rewritten') })
    const { id } = await from.call('articles.import', page('May'))
    await from.call('articles.import', page('June'))
    await from.call('articles.setReadingPlace', { id, readingPlace: 4, readTo: 0.5 })
    const file = await exported(from)
    const to = await aLibrary()
    await bringIn(to, file)
    expect(await exported(to)).toBe(file)
    await to.call('history.undo', {})
    await bringIn(to, file)
    expect(await exported(to)).toBe(file)
    const own = await to.call('drafts.separate', { articleId: id })
    expect((await to.call('articles.get', { id: own.id }))).toMatchObject({ title: 'The dam', address: 'https://example.org/dam', text: 'The dam opens in June.' })
  })

  test('what is being edited here stays as it is, and an article that is there gets no draft', async () => {
    const from = await aFullLibrary()
    const to = await aLibrary()
    await bringIn(to, await exported(from))
    await from.call('drafts.save', { articleId: from.articleId, base: 1, document: typed('Theirs') })
    const file = await exported(from)
    await bringIn(to, file)
    expect((await contents(to)).drafts).toEqual([])
    await to.call('drafts.save', { articleId: from.articleId, base: 1, document: typed('Mine') })
    await to.call('articles.delete', { ids: [from.articleId] })
    await bringIn(to, file)
    expect(JSON.stringify((await contents(to)).drafts)).toContain('Mine')
  })

  test('of a text that is not in the file is refused', async () => {
    const from = await aFullLibrary()
    await from.call('drafts.save', { articleId: from.articleId, base: 1, document: typed('Half rewritten') })
    const file = await contents(from)
    file.drafts[0]!.base = 2
    await expect(bringIn(await aLibrary(), JSON.stringify(file))).rejects.toThrow('a draft belongs to a text that is not there')
  })
})

test('an article in the bin keeps its tags and collections', async () => {
  const from = await aFullLibrary()
  await from.call('articles.delete', { ids: [from.articleId] })
  const file = await exported(from)
  const to = await aLibrary()
  await bringIn(to, file)
  expect(await exported(to)).toBe(file)
  expect((await contents(to)).articles).toMatchObject([{ tagIds: [from.tag.id], collectionIds: [from.collection.id] }])
})
