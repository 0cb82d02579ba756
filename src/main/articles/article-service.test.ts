import { expect, test } from 'vitest'
import { aLibrary, anArticle, aStatement, riverText, steppingClock, temporaryFolder, type TestApp } from '../testing.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

test('an article that is not there gives a sentence', async () => {
  const { call } = await aLibrary()
  await expect(call('articles.get', { id: '01890000-0000-7000-8000-000000000000' })).rejects.toThrow('That article is not in the library any more.')
})

test('an empty text is refused and leaves the library as it was', async () => {
  const { call } = await aLibrary()
  await expect(call('articles.import', { kind: 'text', text: '  \n ' })).rejects.toMatchObject({ code: 'bad-input' })
  expect(await call('articles.list', { view: 'bin' })).toEqual([])
  expect((await call('history.state', {})).undo).toBeNull()
})

test('the same source again is the article that is there already', async () => {
  const { call } = await aLibrary()
  const first = await call('articles.import', { kind: 'file', name: 'a.txt', base64: base64(riverText) })
  const again = await call('articles.import', { kind: 'file', name: 'b.txt', base64: base64(riverText) })
  expect(first.existing).toBe(false)
  expect(again).toMatchObject({ id: first.id, existing: true })
  await call('articles.delete', { ids: [first.id] })
  await call('articles.import', { kind: 'file', name: 'a.txt', base64: base64(riverText) })
  expect((await call('articles.list', {})).map((article) => article.id)).toEqual([first.id])
})

test('two imports of one source at once make one article', async () => {
  const { call } = await aLibrary()
  const results = await Promise.all([1, 2].map(() => call('articles.import', { kind: 'text', text: riverText })))
  expect(new Set(results.map((result) => result.id)).size).toBe(1)
})

test('the sample opens', async () => {
  const { call } = await aLibrary()
  const { id } = await call('articles.import', { kind: 'sample' })
  expect((await call('articles.get', { id })).text.length).toBeGreaterThan(2000)
})

test('an edited detail is no guess any more', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  await call('articles.update', { id, publisher: 'The River Post', published: '2026-01' })
  const article = await call('articles.get', { id })
  expect(article).toMatchObject({ publisher: 'The River Post', published: '2026-01' })
  expect(article.guessed).not.toContain('publisher')
  await expect(call('articles.update', { id, published: '26 April' })).rejects.toThrow('write a date as 2017')
})

test('marks lie where their words are, whatever characters stand before them; what stays on an older revision has none', async () => {
  const library = await aLibrary()
  const { call } = library
  const { id, text, body } = await anArticle(library, `Signs\n\n${'😀'.repeat(30)} and an end.`)
  const start = text.indexOf('end')
  const { id: highlightId } = await call('highlights.create', { articleId: id, ranges: [{ start, end: start + 3 }] })
  const marks = async () => (await call('articles.list', {}))[0]!.marks
  expect(await marks()).toEqual([{ start: start / text.length, end: (start + 3) / text.length, colour: null }])
  await call('drafts.save', { articleId: id, base: 1, document: JSON.parse(JSON.stringify(body).replace('an end', 'a start')) as typeof body })
  await call('articles.revise', { id })
  expect((await call('highlights.list', { articleId: id }))[0]).toMatchObject({ id: highlightId, revision: 1 })
  expect(await marks()).toEqual([])
})

test('tags and collections filter, and the archive is apart', async () => {
  const { call } = await aLibrary()
  const one = await anArticle({ call })
  const two = await anArticle({ call }, 'Another\n\nAnother text about a bridge.')
  const tag = await call('tags.create', { name: 'water' })
  const collection = await call('collections.create', { name: 'Dam' })
  await call('articles.setTag', { ids: [one.id], tagId: tag.id, on: true })
  await call('articles.setCollection', { ids: [two.id], collectionId: collection.id, on: true })
  const ids = async (filter: Parameters<typeof call<'articles.list'>>[1]) => (await call('articles.list', filter)).map((article) => article.id)
  expect(await ids({ tagId: tag.id })).toEqual([one.id])
  expect(await ids({ collectionId: collection.id })).toEqual([two.id])
  expect(await ids({ view: 'inbox' })).toEqual([one.id])
  await call('articles.update', { id: one.id, archived: true })
  expect(await ids({})).toEqual([two.id])
  expect(await ids({ view: 'archive' })).toEqual([one.id])
  await expect(call('tags.create', { name: ' WATER ' })).rejects.toThrow('There is a tag')
})

test('the bin gives back what is deleted, and emptied it is gone for good', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  await aStatement({ call }, { articleId: id, words: 'the wall is safe', speaker: 'Engineers', issue: 'The wall is safe' })
  await call('articles.delete', { ids: [id] })
  expect(await call('statements.list', {})).toEqual([])
  await call('articles.restore', { ids: [id] })
  expect(await call('statements.list', {})).toHaveLength(1)
  await call('articles.delete', { ids: [id] })
  expect(await call('articles.emptyBin', {})).toEqual({ removed: 1 })
  expect(await call('articles.list', { view: 'bin' })).toEqual([])
})

test('what has been in the bin for more than 30 days of use goes when the library opens, and no clock sets it going sooner', async () => {
  const folder = temporaryFolder()
  const inBinOn = async (day: string, act?: (library: TestApp) => Promise<unknown>): Promise<number> => {
    const library = await aLibrary({ folder, clock: steppingClock(`${day}T10:00:00.000Z`) })
    await act?.(library)
    const { length } = await library.call('articles.list', { view: 'bin' })
    await library.app.close()
    return length
  }
  const dayAfter = (days: number): string => new Date(Date.UTC(2026, 0, 2 + days)).toISOString().slice(0, 10)
  // Deleted while the clock was a year behind, and opened once while it was a year ahead.
  await inBinOn('2025-01-02', async (library) => library.call('articles.delete', { ids: [(await anArticle(library)).id] }))
  expect(await inBinOn('2027-01-02')).toBe(1)
  // The day it began to be counted on is none yet, and a day counts once.
  for (let day = 0; day < 30; day += 1) expect(await inBinOn(dayAfter(day))).toBe(1)
  expect(await inBinOn(dayAfter(29))).toBe(1)
  expect(await inBinOn(dayAfter(30))).toBe(0)
})

test('who took an article out of the bin and puts it back begins its stay anew', async () => {
  const folder = temporaryFolder()
  const first = await aLibrary({ folder })
  const { id } = await anArticle(first)
  await first.call('articles.delete', { ids: [id] })
  await first.app.close()
  for (let day = 0; day < 30; day += 1) await (await aLibrary({ folder, clock: steppingClock(new Date(Date.UTC(2026, 1, 1 + day)).toISOString()) })).app.close()
  const again = await aLibrary({ folder, clock: steppingClock('2026-03-02T12:00:00.000Z') })
  await again.call('articles.restore', { ids: [id] })
  await again.call('articles.delete', { ids: [id] })
  await again.app.close()
  const after = await aLibrary({ folder, clock: steppingClock('2026-03-10T12:00:00.000Z') })
  expect(await after.call('articles.list', { view: 'bin' })).toHaveLength(1)
})
