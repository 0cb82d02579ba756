import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { databaseFile, openDatabase } from '../database/open-database.ts'
import { aLibrary, anArticle, aStatement, temporaryFolder, type TestApp } from '../testing.ts'

const document = (text: string) => ({ root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children: [
  { type: 'paragraph', version: 1, format: '', indent: 0, direction: null, textFormat: 0, textStyle: '', children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }] },
] } }) as never

/** A library with a backup, in which then `sql` was done to by what is not Counterpoint. */
async function aDamagedLibrary(sql: string, prepare: (made: Pick<TestApp, 'call'> & { articleId: string; highlightId: string }) => Promise<unknown> = async () => undefined) {
  const library = await aLibrary({ folder: temporaryFolder() })
  const article = await anArticle(library)
  const { highlightId, id } = await aStatement(library, { articleId: article.id, words: 'We will not sign', speaker: 'Ana Ruiz', issue: 'The deal is signed', stance: 'denies' })
  const subject = { type: 'highlight' as const, id: highlightId }
  await library.call('notes.save', { subject, document: document('She said it twice.'), run: 'a' })
  await prepare({ call: library.call, articleId: article.id, highlightId })
  await library.backUp()
  await library.app.close()
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'backups'))
  copyFileSync(databaseFile(library.folder), databaseFile(folder))
  copyFileSync(databaseFile(library.folder), join(folder, 'backups', 'library-2026-01-03T00-00-00-000Z-daily.db'))
  const db = await openDatabase(folder, () => new Date())
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
  return { ...await aLibrary({ folder }), article, highlightId, statementId: id, subject }
}

test('a whole library has no damage', async () => {
  const { call, events } = await aDamagedLibrary('SELECT 1')
  expect(await call('damage.offers', {})).toEqual([])
  expect(events).not.toContain('damage.changed')
})

test('a damaged note is told when it is first read, and can be taken from the backup and back', async () => {
  const { call, events, subject } = await aDamagedLibrary(`UPDATE note SET document = replace(document, 'twice', 'tuice'), text = 'She said it tuice.'`)
  expect(events).not.toContain('damage.changed')
  expect((await call('notes.get', subject))!.text).toBe('She said it tuice.')
  expect(events).toContain('damage.changed')
  expect(await call('damage.list', {})).toEqual([{ table: 'note', row: 1, name: 'Note “She said it tuice.”' }])
  const [offer] = await call('damage.offers', {})
  expect(offer!.backup).toMatchObject({ madeAt: '2026-01-03T00:00:00.000Z', fields: expect.arrayContaining([{ field: 'text', here: 'She said it tuice.', there: 'She said it twice.' }]) })
  await call('damage.take', { rows: [{ table: 'note', row: 1 }] })
  expect((await call('notes.get', subject))!.text).toBe('She said it twice.')
  expect(await call('damage.offers', {})).toEqual([])
  await call('history.undo', {})
  expect((await call('notes.get', subject))!.text).toBe('She said it tuice.')
})

test('a damaged row that is written again stays damaged, until its reader says that it is right', async () => {
  const { call, statementId } = await aDamagedLibrary(`UPDATE statement SET wording = 'paraphrase'`)
  await call('statements.update', { id: statementId, stance: 'doubts' })
  expect(await call('damage.list', {})).toMatchObject([{ table: 'statement', name: 'Statement “We will not sign”' }])
  await call('damage.keep', { rows: [{ table: 'statement', row: 1 }] })
  expect(await call('damage.list', {})).toEqual([])
  expect(await call('statements.list', {})).toMatchObject([{ stance: 'doubts', wording: 'paraphrase' }])
})

test('a highlight and its ranges are taken together', async () => {
  const { call, article } = await aDamagedLibrary(`UPDATE highlight_range SET exact = 'We will now sign'; UPDATE highlight SET state = 'moved'`)
  await call('highlights.list', { articleId: article.id })
  await call('damage.take', { rows: [{ table: 'highlight_range', row: 1 }] })
  expect(await call('damage.list', {})).toEqual([])
  expect(await call('highlights.list', { articleId: article.id })).toMatchObject([{ state: 'same', ranges: [{ exact: 'We will not sign' }] }])
})

test('an export goes on and names what is damaged in it', async () => {
  const { call } = await aDamagedLibrary(`UPDATE speaker SET name = 'Ana Suiz'`)
  const { damaged, content } = await call('exports.render', { format: 'json' })
  expect(damaged).toEqual(['Speaker “Ana Suiz”'])
  expect(content).toContain('Ana Suiz')
})

test('what only a damaged history would bring back is refused', async () => {
  const { call } = await aDamagedLibrary(`UPDATE change_row SET after = replace(after, 'twice', 'tuice')`)
  await expect(call('history.undo', {})).rejects.toThrow('is damaged')
})

test('what can’t be shown because it is damaged is called so', async () => {
  const { app, subject } = await aDamagedLibrary(`DROP TRIGGER note_relinked; UPDATE note SET document = '{"root":'`)
  expect(await app.dispatch('notes.get', subject, { client: 'window:main' })).toMatchObject({ ok: false, error: { code: 'damaged', message: expect.stringContaining('Note “She said it twice.”') } })
})

test('links between notes are made anew from the notes', async () => {
  const { call, article, highlightId } = await aDamagedLibrary(`UPDATE note_link SET subject_id = 'x'`, async (made) => {
    const quotation = { root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children: [{ type: 'quotation', version: 1, subjectType: 'highlight', subjectId: made.highlightId, text: 'We will not sign', source: 'The river deal' }] } } as never
    await made.call('notes.save', { subject: { type: 'article', id: made.articleId }, document: quotation, run: 'b' })
  })
  expect(await call('notes.backlinks', { type: 'highlight', id: highlightId })).toMatchObject([{ subject: { type: 'article', id: article.id } }])
  expect(await call('damage.offers', {})).toEqual([])
})

test('a draft is taken from the backup by its article, and an article keeps the revision that it has by now', async () => {
  const { call, article } = await aDamagedLibrary(`UPDATE draft SET document = replace(document, 'A draft', 'A graft'); UPDATE article SET title = 'The siver deal'`, async ({ call: ask, articleId }) => {
    await ask('drafts.save', { articleId, base: 1, document: document('A draft of it.') })
  })
  await call('articles.revise', { id: article.id }).catch(() => undefined)
  for (const { table, row } of await call('damage.offers', {})) await call('damage.take', { rows: [{ table, row }] })
  expect(await call('damage.offers', {})).toEqual([])
  expect(await call('articles.list', {})).toMatchObject([{ title: 'The river deal' }])
})
