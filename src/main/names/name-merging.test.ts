import { describe, expect, test } from 'vitest'
import { toLexical, type LexicalDocument } from '../../shared/body.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { aLibrary, anArticle, aStatement, type TestApp } from '../testing.ts'

const missing = '01890000-0000-7000-8000-000000000000'
const note = (text: string): LexicalDocument => toLexical([{ type: 'paragraph', inlines: [{ text }] }])

async function everything({ call }: Pick<TestApp, 'call'>): Promise<unknown> {
  return JSON.parse((await call('exports.render', { format: 'json' })).content)
}

/** Acts, and sees that undo gives everything back and redo does it all again. */
async function throughUndo({ call }: Pick<TestApp, 'call'>, label: string, act: () => Promise<unknown>): Promise<void> {
  const untimed = async (): Promise<unknown> => JSON.parse(JSON.stringify(await everything({ call }), (key, value: unknown) => (key === 'exportedAt' ? undefined : value)))
  const before = await untimed()
  await act()
  const after = await untimed()
  expect(after).not.toEqual(before)
  expect(await call('history.undo', {})).toEqual({ label })
  expect(await untimed()).toEqual(before)
  expect(await call('history.redo', {})).toEqual({ label })
  expect(await untimed()).toEqual(after)
}

async function aDispute() {
  const app = await aLibrary()
  const { id: articleId } = await anArticle(app)
  const mayor = await aStatement(app, { articleId, words: '“We will not sign,”', speaker: 'Ana Ruiz', issue: 'The deal is signed', stance: 'denies' })
  const council = await aStatement(app, { articleId, words: 'The council wants the dam opened by May', speaker: 'The council', issue: 'The dam opens by May', stance: 'asserts' })
  const union = await aStatement(app, { articleId, words: '“Nobody has looked inside.”', speaker: 'The union', issue: 'The wall is safe', stance: 'doubts' })
  const speakers = async (): Promise<Record<string, Speaker>> => Object.fromEntries((await app.call('speakers.list', {})).map((one) => [one.name, one]))
  return { ...app, articleId, mayor, council, union, speakers }
}

describe('merging', () => {
  test('refuses the same one and one that is gone', async () => {
    const { call, speakers } = await aDispute()
    const { 'Ana Ruiz': ana } = await speakers()
    await expect(call('speakers.merge', { id: ana!.id, intoId: ana!.id })).rejects.toThrow('Choose another speaker')
    await expect(call('speakers.merge', { id: ana!.id, intoId: missing })).rejects.toMatchObject({ code: 'not-found' })
    expect((await call('history.state', {})).undo).toBe('Mark statement')
  })

  test('moves statements, those it relays, names, those who speak for it and its note, in one step', async () => {
    const dispute = await aDispute()
    const { call, speakers, articleId, mayor, council, union } = dispute
    const { 'Ana Ruiz': ana, 'The council': town, 'The union': workers } = await speakers()
    await call('statements.update', { id: union.id, reportedById: town!.id })
    await call('statements.update', { id: mayor.id, reportedById: town!.id })
    await call('speakers.addAlias', { id: town!.id, name: 'the town', articleId: null })
    await call('speakers.addAlias', { id: town!.id, name: 'they', articleId })
    await call('speakers.update', { id: workers!.id, speaksForId: town!.id })
    await call('speakers.update', { id: town!.id, speaksForId: ana!.id })
    await call('notes.save', { subject: { type: 'speaker', id: ana!.id }, document: note('Mayor since 2019.'), run: '1' })
    await call('notes.save', { subject: { type: 'speaker', id: town!.id }, document: note('Nine seats.'), run: '2' })
    const linking: LexicalDocument = { root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: 'See ' }, { type: 'reference', subjectType: 'speaker', subjectId: town!.id, text: 'The council' }] }] } }
    await call('notes.save', { subject: { type: 'article', id: articleId }, document: linking, run: '3' })
    await throughUndo(dispute, 'Merge speakers', () => call('speakers.merge', { id: town!.id, intoId: ana!.id }))

    const now = await speakers()
    expect(Object.keys(now)).toEqual(['Ana Ruiz', 'The union'])
    expect(now['Ana Ruiz']).toMatchObject({ statements: 2, speaksForId: null })
    expect(now['Ana Ruiz']!.aliases).toEqual([{ name: 'the town', articleId: null }, { name: 'they', articleId }, { name: 'The council', articleId: null }])
    expect(now['The union']!.speaksForId).toBe(ana!.id)
    const statements = await call('statements.list', {})
    expect(statements.find((one) => one.id === council.id)?.speakerId).toBe(ana!.id)
    expect(statements.find((one) => one.id === union.id)?.reportedById).toBe(ana!.id)
    expect(statements.find((one) => one.id === mayor.id)).toMatchObject({ speakerId: ana!.id, reportedById: null })
    expect((await call('notes.get', { type: 'speaker', id: ana!.id }))?.text).toBe('Mayor since 2019.\nNine seats.')
    expect(JSON.stringify((await call('notes.get', { type: 'article', id: articleId }))?.document)).toContain(ana!.id)
  })

  test.each([
    ['the one that speaks for it', 'b', 'a', [null, undefined, 'a']],
    ['the one that it speaks for', 'a', 'b', [undefined, null, 'b']],
    ['one that speaks for it through another', 'c', 'a', [null, 'a', undefined]],
    ['one that it speaks for through another', 'a', 'c', [undefined, 'c', null]],
  ])('into %s makes nobody speak for itself', async (_case, from, into, expected) => {
    const { call } = await aLibrary()
    const ids: Record<string, string> = {}
    for (const name of ['a', 'b', 'c']) ids[name] = (await call('speakers.create', { name })).id
    await call('speakers.update', { id: ids.c!, speaksForId: ids.b! })
    await call('speakers.update', { id: ids.b!, speaksForId: ids.a! })
    await call('speakers.merge', { id: ids[from]!, intoId: ids[into]! })
    const list = await call('speakers.list', {})
    const nameOf = (id: string | null): string | null => (id ? list.find((one) => one.id === id)!.name : null)
    expect(['a', 'b', 'c'].map((name) => { const one = list.find((each) => each.name === name); return one && nameOf(one.speaksForId) })).toEqual(expected)
  })

  test('one that it speaks for keeps speaking for the others', async () => {
    const { call } = await aLibrary()
    const [peskov, kremlin, russia] = [await call('speakers.create', { name: 'Peskov' }), await call('speakers.create', { name: 'Kremlin' }), await call('speakers.create', { name: 'Russia' })]
    await call('speakers.update', { id: peskov.id, speaksForId: kremlin.id })
    await call('speakers.update', { id: kremlin.id, speaksForId: russia.id })
    await call('speakers.merge', { id: kremlin.id, intoId: peskov.id })
    expect((await call('speakers.list', {})).map((one) => [one.name, one.speaksForId])).toEqual([['Peskov', russia.id], ['Russia', null]])
  })

  test('issues: statements and note move', async () => {
    const dispute = await aDispute()
    const { call, council } = dispute
    const [deal, may] = await call('issues.list', {})
    await call('notes.save', { subject: { type: 'issue', id: may!.id }, document: note('Who says May?'), run: '1' })
    await expect(call('issues.merge', { id: may!.id, intoId: may!.id })).rejects.toThrow('Choose another issue')
    await throughUndo(dispute, 'Merge issues', () => call('issues.merge', { id: may!.id, intoId: deal!.id }))
    expect((await call('statements.list', { issueId: deal!.id })).map((one) => one.id)).toContain(council.id)
    expect((await call('notes.get', { type: 'issue', id: deal!.id }))?.text).toBe('Who says May?')
  })
})

describe('splitting off', () => {
  test('refuses a name that is taken and statements that are not its own, and leaves all as it was', async () => {
    const dispute = await aDispute()
    const { call, speakers, mayor, union } = dispute
    const { 'Ana Ruiz': ana } = await speakers()
    const before = await everything(dispute)
    await expect(call('speakers.split', { id: ana!.id, name: 'the union', statementIds: [mayor.id] })).rejects.toMatchObject({ code: 'conflict' })
    await expect(call('speakers.split', { id: ana!.id, name: 'Deputy', statementIds: [mayor.id, union.id] })).rejects.toThrow('Not all of these statements')
    expect(await everything(dispute)).toMatchObject({ speakers: (before as { speakers: unknown }).speakers, statements: (before as { statements: unknown }).statements })
  })

  test('gives the statements to a new speaker with the colour least used', async () => {
    const dispute = await aDispute()
    const { call, speakers, mayor } = dispute
    const { 'Ana Ruiz': ana } = await speakers()
    await throughUndo(dispute, 'Split off speaker', async () => {
      expect(await call('speakers.split', { id: ana!.id, name: 'Deputy mayor', statementIds: [mayor.id] })).toMatchObject({ name: 'Deputy mayor', statements: 1, colour: 4 })
    })
    expect((await speakers())['Ana Ruiz']?.statements).toBe(0)
  })

  test('an issue too', async () => {
    const dispute = await aDispute()
    const { call, union } = dispute
    const wall = (await call('issues.list', {})).find((one) => one.id === union.issueId)!
    await throughUndo(dispute, 'Split off issue', () => call('issues.split', { id: wall.id, proposition: 'Somebody has looked inside', statementIds: [union.id] }))
    expect((await call('issues.list', {})).at(-1)).toMatchObject({ proposition: 'Somebody has looked inside', statements: 1 })
  })
})

describe('deleting', () => {
  test('moves the statements where asked, or leaves them without', async () => {
    const dispute = await aDispute()
    const { call, speakers, mayor, union } = dispute
    const { 'Ana Ruiz': ana, 'The union': workers, 'The council': town } = await speakers()
    await expect(call('speakers.delete', { id: ana!.id, moveToId: ana!.id })).rejects.toThrow('Choose another speaker')
    await expect(call('speakers.delete', { id: ana!.id, moveToId: missing })).rejects.toMatchObject({ code: 'not-found' })
    await throughUndo(dispute, 'Delete speaker', () => call('speakers.delete', { id: ana!.id, moveToId: town!.id }))
    expect((await call('statements.list', { speakerId: town!.id })).map((one) => one.id)).toContain(mayor.id)
    await throughUndo(dispute, 'Delete speaker', () => call('speakers.delete', { id: workers!.id, moveToId: null }))
    expect((await call('statements.list', { speakerId: null })).map((one) => one.id)).toEqual([union.id])
    const [deal, may] = await call('issues.list', {})
    await throughUndo(dispute, 'Delete issue', () => call('issues.delete', { id: may!.id, moveToId: deal!.id }))
    expect(await call('statements.list', { issueId: deal!.id })).toHaveLength(2)
  })
})
