import { expect, test } from 'vitest'
import { aLibrary } from '../testing.ts'

const missing = '01890000-0000-7000-8000-000000000000'

test('an event that is gone, has no title or no date is refused', async () => {
  const { call } = await aLibrary()
  await expect(call('events.update', { id: missing, title: 'Else' })).rejects.toThrow('That event is not in the library any more.')
  await expect(call('events.delete', { id: missing })).rejects.toMatchObject({ code: 'not-found' })
  await expect(call('events.create', { title: ' ', date: '2017' })).rejects.toThrow('write a name')
  await expect(call('events.create', { title: 'Attack', date: '4 April' })).rejects.toThrow('write a date')
  expect(await call('events.list', {})).toEqual([])
})

test('events are by date; each act is one step of undo; they go out and come in with the JSON', async () => {
  const { call, events } = await aLibrary()
  const later = await call('events.create', { title: 'Strike', date: '2017-04-07' })
  const first = await call('events.create', { title: 'Attack', date: '2017-04' })
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
