/** What Changes keep, and what that lets two windows undo side by side. */
import { expect, test } from 'vitest'
import { fromLexical, toLexical } from '../../shared/body.ts'
import type { Output } from '../../shared/contract.ts'
import { openDatabase } from '../database/open-database.ts'
import { aLibrary, anArticle, aStatement, riverText, type TestApp } from '../testing.ts'
import { windowClient } from '../window-client.ts'
import type { ChangeRow } from './change-table.ts'

const note = (text: string) => toLexical([{ type: 'paragraph', inlines: [{ text }] }])

async function journaled({ folder }: TestApp): Promise<ChangeRow[]> {
  const db = await openDatabase(folder, () => new Date())
  try {
    return db.prepare<[], ChangeRow>('SELECT seq, noun, row, before, after FROM change_row ORDER BY seq').all()
  } finally {
    db.close()
  }
}

/** With one more paragraph. */
async function revised({ call }: TestApp, id: string, paragraph: string): Promise<Output<'articles.get'>> {
  const { revision, body } = await call('articles.get', { id })
  await call('drafts.save', { articleId: id, base: revision, document: toLexical([...fromLexical(body), { type: 'paragraph', inlines: [{ text: paragraph }] }]) })
  await call('articles.revise', { id })
  return call('articles.get', { id })
}

test('two windows that set different fields of one statement each take back their own', async () => {
  const library = await aLibrary()
  const { call } = library
  const { id: articleId } = await anArticle(library)
  const { id } = await aStatement(library, { articleId, words: 'the wall is safe', speaker: 'Engineers', issue: 'The wall is safe' })
  const [one, two] = ['one', 'two'].map(windowClient)
  const fields = async () => (await call('statements.list', {})).map(({ stance, dateSaid }) => ({ stance, dateSaid }))
  const { change } = await call('statements.updateMany', { ids: [id], stance: 'doubts' }, one)
  await call('statements.update', { id, dateSaid: '2017' }, two)
  await call('history.undo', {}, one)
  expect(await fields()).toEqual([{ stance: null, dateSaid: '2017' }])
  await call('history.redo', {}, one)
  await call('history.undo', {}, two)
  expect(await fields()).toEqual([{ stance: 'doubts', dateSaid: null }])
  await call('history.redo', {}, two)
  await call('history.undo', { change: change! }, one)
  expect(await fields()).toEqual([{ stance: null, dateSaid: '2017' }])
})

test('undo refuses to take along another field that another window set since on what it changes itself', async () => {
  const library = await aLibrary()
  const { call } = library
  const { id: articleId } = await anArticle(library)
  const statement = await aStatement(library, { articleId, words: 'the wall is safe', speaker: 'Engineers', issue: 'The wall is safe' })
  const split = await call('speakers.split', { id: statement.speakerId!, name: 'Ana Ruiz', statementIds: [statement.id] })
  await call('statements.update', { id: statement.id, reportedById: split.id }, windowClient('two'))
  await expect(call('history.undo', {})).rejects.toThrow('can’t be undone, because “Set who relays it”, done in another window, changed it since. It stays as it is.')
  expect(await call('statements.list', {})).toMatchObject([{ speakerId: split.id, reportedById: split.id }])
})

test('the journal keeps what changed of a long note, not the note', async () => {
  const library = await aLibrary()
  const { call } = library
  const { id } = await anArticle(library)
  const subject = { type: 'article' as const, id }
  const textOf = (run: number, saved: number): string => `${'The wall was looked at. 😀 '.repeat(400)}${'More. '.repeat(3 * run + saved)}`
  const runs = Array.from({ length: 6 }, (_, run) => run)
  for (const run of runs) {
    for (const saved of [0, 1, 2]) await call('notes.save', { subject, document: note(textOf(run, saved)), run: String(run) })
    await call('tags.create', { name: `tag ${run}` })
  }
  const kept = (await journaled(library)).filter((row) => row.noun === 'note')
  expect(kept.map((row) => row.before === null)).toEqual(runs.map((run) => run === 0))
  for (const row of kept.slice(1)) expect(row.before!.length + row.after!.length).toBeLessThan(1000)
  for (const run of runs.toReversed()) {
    expect((await call('notes.get', subject))?.text).toBe(textOf(run, 2))
    for (let step = 0; step < 2; step += 1) await call('history.undo', {})
  }
  expect(await call('notes.get', subject)).toBeNull()
  for (let step = 0; step < 2 * runs.length; step += 1) await call('history.redo', {})
  expect((await call('notes.get', subject))?.text).toBe(textOf(5, 2))
})

test('the journal keeps what an edit changed of an article, not its text', async () => {
  const library = await aLibrary()
  const { call } = library
  const first = await anArticle(library, `${riverText}\n\n${'The wall was looked at once more. '.repeat(400)}`)
  const last = await revised(library, first.id, 'Nobody has looked outside.')
  const [kept] = (await journaled(library)).filter((row) => row.noun === 'revision')
  expect(kept!.after!.length).toBeLessThan(1000)
  await call('history.undo', {})
  expect(await call('articles.get', { id: first.id })).toEqual(first)
  await call('history.redo', {})
  const again = await call('articles.get', { id: first.id })
  expect(again).toEqual({ ...last, updatedAt: again.updatedAt })
  expect((await call('library.verify', {})).differences).toEqual([])
})
