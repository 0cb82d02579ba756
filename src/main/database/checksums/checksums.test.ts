import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { everything } from '../../../shared/comparison.ts'
import { databaseFile } from '../open-database.ts'
import { journaledTables } from '../../history/journal.ts'
import { aLibrary, anArticle, aStatement } from '../../testing.ts'
import { allDamagedRows, checkedTables, registerRowChecksum, rowChecksum, sealRows } from './row-checksum.ts'

function opened(folder: string): Sqlite.Database {
  const db = new Sqlite(databaseFile(folder))
  registerRowChecksum(db)
  return db
}

const damagedIn = (folder: string): [string, number[]][] => {
  const db = opened(folder)
  const damaged = [...allDamagedRows(db)].filter(([, rows]) => rows.length > 0)
  db.close()
  return damaged
}

test('every table that undo knows has checksums, and so have drafts, reading places and the history', async () => {
  const { folder } = await aLibrary()
  const db = opened(folder)
  expect([...checkedTables(db).keys()]).toEqual(expect.arrayContaining([...Object.keys(journaledTables), 'draft', 'reading_place', 'change', 'change_row']))
  db.close()
})

test('whatever is written, undone, redone, merged or deleted has its checksum', async () => {
  const { call, folder } = await aLibrary()
  const article = await anArticle({ call })
  const said = await aStatement({ call }, { articleId: article.id, words: 'We will not sign', speaker: 'Ana Ruiz', issue: 'The deal is signed', stance: 'denies' })
  await aStatement({ call }, { articleId: article.id, words: 'Nobody has looked', speaker: 'The union', issue: 'The wall is safe' })
  const [ana, union] = await call('speakers.list', {})
  await call('speakers.addAlias', { id: ana!.id, name: 'The mayor', articleId: article.id })
  await call('articles.setReadingPlace', { id: article.id, readingPlace: 3, readTo: 1 / 3 })
  await call('comparisons.create', { title: 'Dam', choice: everything })
  expect(damagedIn(folder)).toEqual([])
  await call('speakers.merge', { id: union!.id, intoId: ana!.id })
  await call('history.undo', {})
  await call('history.redo', {})
  await call('speakers.delete', { id: ana!.id })
  expect((await call('statements.list', {})).map((one) => one.speakerId)).toEqual([null, null])
  expect(damagedIn(folder)).toEqual([])
  await call('statements.delete', { id: said.id })
  await call('history.undo', {})
  await call('history.undo', {})
  expect(damagedIn(folder)).toEqual([])
})

test.each([
  ['a letter', ['Aña\u0000 \uD800 🇫🇷', 1]], ['a number', [1 / 3, 'x']], ['where one text ends', ['ab', 'c']], ['nothing for nought', [null, 0]],
])('no change of %s leaves the checksum as it was', (_what, values) => {
  const was = rowChecksum(values)
  const others = [values.toReversed(), [values.join('')], [...values, null], values.map((value) => (value === null ? 0 : value)), values.map((value) => (typeof value === 'string' ? value.toUpperCase() : value)), values.map((value) => (typeof value === 'number' ? value + Number.EPSILON : value)), ['a', 'bc']]
  for (const other of others.filter((one) => JSON.stringify(one) !== JSON.stringify(values))) expect(rowChecksum(other)).not.toBe(was)
})

test('a row that was damaged before a migration is so after it, and what the migration made of the others is not', async () => {
  const { call, folder, app } = await aLibrary()
  await call('issues.create', { proposition: 'The wall is safe' })
  await call('issues.create', { proposition: 'The dam is open' })
  await app.close()
  const db = opened(folder)
  db.exec(`UPDATE issue SET proposition = 'The wall is sage' WHERE seq = 1`)
  const before = allDamagedRows(db)
  db.exec(`ALTER TABLE issue ADD COLUMN kind TEXT NOT NULL DEFAULT 'old'`)
  expect(allDamagedRows(db).get('issue')).toEqual([1, 2])
  sealRows(db, before)
  expect(allDamagedRows(db).get('issue')).toEqual([1])
  db.close()
})
