import { expect, test } from 'vitest'
import { everything } from '../../shared/comparison.ts'
import { emptyDocument } from '../../shared/body.ts'
import { aLibrary, anArticle, aStatement } from '../testing.ts'

const missing = '01890000-0000-7000-8000-000000000000'
const typed = { root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [{ type: 'paragraph', version: 1, direction: null, format: '', indent: 0, children: [{ type: 'text', version: 1, text: 'Compare again in May', format: 0, detail: 0, mode: 'normal', style: '' }] }] } }

test('a comparison that is gone is refused', async () => {
  const { call } = await aLibrary()
  for (const act of [call('comparisons.update', { id: missing, turned: true }), call('comparisons.duplicate', { id: missing }), call('comparisons.delete', { id: missing })]) await expect(act).rejects.toThrow('That comparison is not in the library any more.')
  await expect(call('comparisons.create', { title: ' ', choice: everything })).rejects.toThrow('write a name')
  expect(await call('comparisons.list', {})).toEqual([])
})

test('the one without a title is made by its first change, once', async () => {
  const { call } = await aLibrary()
  await call('comparisons.update', { id: null, turned: true })
  await call('comparisons.update', { id: null, speakerIds: [missing] })
  const all = await call('comparisons.list', {})
  expect(all).toMatchObject([{ title: '', choice: { ...everything, turned: true, speakerIds: [missing] } }])
  await call('history.undo', {})
  expect(await call('comparisons.list', {})).toMatchObject([{ choice: { turned: true, speakerIds: null } }])
  await call('history.undo', {})
  expect(await call('comparisons.list', {})).toEqual([])
})

test('several are saved, renamed, duplicated with their note, deleted and brought back', async () => {
  const { call, events } = await aLibrary()
  const bridge = await call('comparisons.create', { title: 'Bridge', choice: { ...everything, turned: true } })
  await call('notes.save', { subject: { type: 'comparison', id: bridge.id }, document: typed, run: '1' })
  const copy = await call('comparisons.duplicate', { id: bridge.id })
  expect(copy).toMatchObject({ title: 'Bridge 2', choice: { turned: true } })
  expect((await call('notes.get', { type: 'comparison', id: copy.id }))?.text).toBe('Compare again in May')
  expect((await call('comparisons.create', { title: 'bridge', choice: everything })).title).toBe('bridge 3')
  expect((await call('comparisons.duplicate', { id: (await call('comparisons.create', { title: 'March 2025', choice: everything })).id })).title).toBe('March 2025 2')
  await call('comparisons.update', { id: copy.id, title: 'Copy' })
  await call('comparisons.delete', { id: bridge.id })
  expect((await call('comparisons.list', {})).map(({ title }) => title)).toEqual(['bridge 3', 'Copy', 'March 2025', 'March 2025 2'])
  expect(await call('notes.get', { type: 'comparison', id: bridge.id })).toBeNull()
  await call('history.undo', {})
  expect((await call('comparisons.list', {})).map(({ title }) => title)).toEqual(['Bridge', 'bridge 3', 'Copy', 'March 2025', 'March 2025 2'])
  expect((await call('notes.get', { type: 'comparison', id: bridge.id }))?.text).toBe('Compare again in May')
  expect(events).toContain('comparisons.changed')
  await call('notes.save', { subject: { type: 'comparison', id: bridge.id }, document: emptyDocument, run: '2' })
})

test('merged speakers and issues are merged in comparisons and looks too', async () => {
  const { call } = await aLibrary()
  const { id: articleId } = await anArticle({ call })
  const first = await aStatement({ call }, { articleId, words: 'We will not sign', speaker: 'Mayor', issue: 'The deal holds' })
  const second = await aStatement({ call }, { articleId, words: 'the wall is safe', speaker: 'Ana Ruiz', issue: 'The wall is safe' })
  const choice = { ...everything, speakerIds: [first.speakerId!, second.speakerId!], issueIds: [first.issueId!], foldedIds: [first.speakerId!], pins: [{ issueId: first.issueId!, speakerId: first.speakerId!, statementId: first.id }] }
  const { id } = await call('comparisons.create', { title: 'Deal', choice })
  await call('looks.set', { issueId: second.issueId!, speakerId: first.speakerId!, articleIds: [articleId] })
  await call('speakers.merge', { id: first.speakerId!, intoId: second.speakerId! })
  await call('issues.merge', { id: first.issueId!, intoId: second.issueId! })
  const [found] = await call('comparisons.list', {})
  expect(found).toMatchObject({ id, choice: { speakerIds: [second.speakerId], issueIds: [second.issueId], foldedIds: [second.speakerId], pins: [{ issueId: second.issueId, speakerId: second.speakerId }] } })
  expect(await call('looks.list', {})).toMatchObject([{ issueId: second.issueId, speakerId: second.speakerId, articleIds: [articleId] }])
  await call('history.undo', {})
  await call('history.undo', {})
  expect((await call('comparisons.list', {}))[0]!.choice).toEqual(choice)
  expect(await call('looks.list', {})).toMatchObject([{ speakerId: first.speakerId }])
})

test('comparisons and looks go out and come in with the library’s JSON', async () => {
  const { call } = await aLibrary()
  const { id: articleId } = await anArticle({ call })
  const statement = await aStatement({ call }, { articleId, words: 'We will not sign', speaker: 'Mayor', issue: 'The deal holds' })
  await call('looks.set', { issueId: statement.issueId!, speakerId: statement.speakerId!, articleIds: [articleId] })
  const { id } = await call('comparisons.create', { title: 'Deal', choice: { ...everything, speakerIds: [statement.speakerId!] } })
  await call('notes.save', { subject: { type: 'comparison', id }, document: typed, run: '1' })
  const { content } = await call('exports.render', { format: 'json' })
  const other = await aLibrary()
  await other.call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(content).toString('base64') })
  for (const name of ['comparisons.list', 'looks.list', 'notes.get'] as const) {
    const input = name === 'notes.get' ? { type: 'comparison' as const, id } : {}
    expect(await other.call(name, input as never), name).toEqual(await call(name, input as never))
  }
})

test('no two have the same title: a rename gets a number, and a copy of the one without a title gets a name', async () => {
  const { call } = await aLibrary()
  await call('comparisons.create', { title: 'Deal', choice: everything })
  const other = await call('comparisons.create', { title: 'x'.repeat(500), choice: everything })
  expect((await call('comparisons.create', { title: 'X'.repeat(500), choice: everything })).title).toHaveLength(492)
  expect((await call('comparisons.update', { id: other.id, title: 'deal' })).title).toBe('deal 2')
  expect((await call('comparisons.update', { id: other.id, title: 'Deal 2' })).title).toBe('Deal 2')
  const open = await call('comparisons.update', { id: null, turned: true })
  expect((await call('comparisons.duplicate', { id: open.id })).title).toBe('All statements')
})
