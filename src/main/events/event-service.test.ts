import { expect, test } from 'vitest'
import { aLibrary, anArticle } from '../testing.ts'

const missing = '01890000-0000-7000-8000-000000000000'
const place = { articleIds: [missing], collectionId: null }

test('an event that is gone, has no title or no date is refused', async () => {
  const { call } = await aLibrary()
  await expect(call('events.update', { id: missing, title: 'Else' })).rejects.toThrow('That event is not in the library any more.')
  await expect(call('events.delete', { id: missing })).rejects.toMatchObject({ code: 'not-found' })
  await expect(call('events.create', { title: ' ', date: '2017', ...place })).rejects.toThrow('write a name')
  await expect(call('events.create', { title: 'Attack', date: '4 April', ...place })).rejects.toThrow('write a date')
  await expect(call('events.create', { title: 'Attack', date: '2017', articleIds: [], collectionId: null })).rejects.toThrow('Choose the articles or the collection')
  expect(await call('events.list', {})).toEqual([])
})

test('events are by date; each act is one step of undo; they go out and come in with the JSON', async () => {
  const { call, events } = await aLibrary()
  const later = await call('events.create', { title: 'Strike', date: '2017-04-07', ...place })
  const first = await call('events.create', { title: 'Attack', date: '2017-04', ...place })
  expect((await call('events.list', {})).map(({ title }) => title)).toEqual(['Attack', 'Strike'])
  await call('events.update', { id: later.id, date: '2016' })
  expect((await call('events.list', {})).map(({ title }) => title)).toEqual(['Strike', 'Attack'])
  await call('events.delete', { id: first.id })
  await call('history.undo', {})
  await call('history.undo', {})
  expect(await call('events.list', {})).toEqual([first, later])
  expect(events).toContain('events.changed')
  await call('articles.import', { kind: 'text', text: 'A title\n\nSome words.' })
  const { content } = await call('exports.render', { format: 'json' })
  const other = await aLibrary()
  await other.call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(content).toString('base64') })
  expect(await other.call('events.list', {})).toEqual([first, later])
})

test('when a collection goes, its events belong to the articles that were in it; undo gives both back', async () => {
  const { call } = await aLibrary()
  const { id } = await anArticle({ call })
  const [harbour, empty] = [await call('collections.create', { name: 'Harbour' }), await call('collections.create', { name: 'Empty' })]
  await call('articles.setCollection', { ids: [id], collectionId: harbour.id, on: true })
  const event = await call('events.create', { title: 'Storm', date: '2017', articleIds: [], collectionId: harbour.id })
  const other = await call('events.create', { title: 'Calm', date: '2018', articleIds: [], collectionId: empty.id })
  await call('collections.delete', { id: harbour.id })
  await call('collections.delete', { id: empty.id })
  expect(await call('events.list', {})).toEqual([{ ...event, articleIds: [id], collectionId: null }])
  await call('history.undo', {})
  await call('history.undo', {})
  expect(await call('events.list', {})).toEqual([event, other])
  await call('history.redo', {})
  expect((await call('events.list', {})).map(({ collectionId }) => collectionId)).toEqual([null, empty.id])
})

test('an event of an older file belongs to that file’s articles', async () => {
  const library = await aLibrary()
  const { id } = await anArticle(library)
  await library.call('events.create', { title: 'Storm', date: '2017', articleIds: [id], collectionId: null })
  const file = JSON.parse((await library.call('exports.render', { format: 'json' })).content) as { events: Record<string, unknown>[] }
  delete file.events[0]!.articleIds
  delete file.events[0]!.collectionId
  const other = await aLibrary()
  await anArticle(other, 'Another story\n\nOf elsewhere.')
  await other.call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(JSON.stringify(file)).toString('base64') })
  expect(await other.call('events.list', {})).toMatchObject([{ title: 'Storm', articleIds: [id], collectionId: null }])
})
