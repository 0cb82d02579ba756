/** Migration 007: names of before get their folded forms, and those that were one name twice are both kept. */
import { mkdirSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { aLibrary, temporaryFolder } from '../testing.ts'
import { first } from './migrations/001-first.ts'
import { databaseFile } from './open-database.ts'

const id = (number: number): string => `01936b00-0000-7000-8000-${String(number).padStart(12, '0')}`

/** A library of the first schema, in which two programs added the same speaker at once, and one named it anew since. */
function aLibraryWithTwins(): string {
  const folder = temporaryFolder()
  mkdirSync(folder, { recursive: true })
  const db = new Sqlite(databaseFile(folder))
  db.exec(first)
  db.pragma('user_version = 1')
  db.exec(`
    INSERT INTO speaker (id, name, colour) VALUES ('${id(1)}', 'Ana Ruiz', 1), ('${id(2)}', 'ana ruiz', 2), ('${id(3)}', 'Straße', 3);
    INSERT INTO issue (id, proposition, position) VALUES ('${id(4)}', 'The wall is safe', 1), ('${id(5)}', 'The Wall is safe', 2);
    INSERT INTO tag (id, name) VALUES ('${id(6)}', 'İzmir'), ('${id(7)}', 'izmir');
    INSERT INTO collection (id, name) VALUES ('${id(8)}', 'Dam');
    INSERT INTO change (client, label, made_at) VALUES ('window:main', 'Add speaker', 't'), ('window:main', 'Rename speaker', 't'), ('window:main', 'Delete tag', 't');
    INSERT INTO change_row (change, noun, row, before, after) VALUES
      (1, 'speaker', 2, NULL, json_object('seq', 2, 'id', '${id(2)}', 'name', 'Anna', 'speaks_for_id', NULL, 'colour', 2)),
      (2, 'speaker', 2, json_object('seq', 2, 'id', '${id(2)}', 'name', 'Anna', 'speaks_for_id', NULL, 'colour', 2), json_object('seq', 2, 'id', '${id(2)}', 'name', 'ana ruiz', 'speaks_for_id', NULL, 'colour', 2)),
      (3, 'tag', 3, json_object('seq', 3, 'id', '${id(9)}', 'name', 'Gone'), NULL);
  `)
  db.close()
  return folder
}

test('both of two that were one name are kept, and a third is refused', async () => {
  const { call } = await aLibrary({ folder: aLibraryWithTwins() })
  expect((await call('speakers.list', {})).map(({ name }) => name)).toEqual(['Ana Ruiz', 'ana ruiz', 'Straße'])
  expect((await call('issues.list', {})).map(({ proposition }) => proposition)).toEqual(['The wall is safe', 'The Wall is safe'])
  expect((await call('tags.list', {})).map(({ name }) => name).toSorted()).toEqual(['izmir', 'İzmir'])
  await expect(call('speakers.create', { name: 'ANA RUIZ' })).rejects.toThrow('There is a speaker “Ana Ruiz” already.')
  await expect(call('speakers.create', { name: 'STRASSE' })).rejects.toThrow('There is a speaker “Straße” already.')
  await expect(call('tags.create', { name: 'IZMIR' })).rejects.toThrow('already')
})

test('undo knows them, and goes back to before they were one name and forth again', async () => {
  const folder = aLibraryWithTwins()
  const { call, app } = await aLibrary({ folder })
  expect(await call('history.undo', {})).toEqual({ label: 'Delete tag' })
  expect(await call('history.undo', {})).toEqual({ label: 'Rename speaker' })
  expect((await call('speakers.list', {})).map(({ name }) => name)).toEqual(['Ana Ruiz', 'Anna', 'Straße'])
  await expect(call('speakers.create', { name: 'anna' })).rejects.toThrow('There is a speaker “Anna” already.')
  expect(await call('history.redo', {})).toEqual({ label: 'Rename speaker' })
  expect((await call('speakers.list', {})).map(({ name }) => name)).toEqual(['Ana Ruiz', 'ana ruiz', 'Straße'])
  await app.close()
  const db = new Sqlite(databaseFile(folder))
  expect(db.prepare('SELECT name, folded FROM speaker ORDER BY seq').all()).toEqual([{ name: 'Ana Ruiz', folded: 'ana ruiz' }, { name: 'ana ruiz', folded: null }, { name: 'Straße', folded: 'strasse' }])
  db.close()
})

test('one of two that were one name can be named anew, and then the name is free for no other but the one that has it', async () => {
  const { call } = await aLibrary({ folder: aLibraryWithTwins() })
  await call('speakers.update', { id: id(2), name: 'Ben' })
  await expect(call('speakers.create', { name: 'BEN' })).rejects.toThrow('There is a speaker “Ben” already.')
  await call('history.undo', {})
  expect((await call('speakers.create', { name: 'Ben' })).name).toBe('Ben')
})

test('a second row of the same name can’t be written, also not by another program', async () => {
  const { call, folder } = await aLibrary()
  await call('speakers.create', { name: 'Ana Ruiz' })
  const db = new Sqlite(databaseFile(folder))
  expect(() => db.exec("INSERT INTO speaker (id, name, folded, colour) VALUES ('x', 'Ana RUIZ', 'ana ruiz', 1)")).toThrow('UNIQUE')
  db.close()
})

test('names are taken and given back by rename, delete and undo as before', async () => {
  const { call } = await aLibrary()
  const ana = await call('speakers.create', { name: 'Ana' })
  await call('speakers.update', { id: ana.id, name: 'Bea' })
  await call('speakers.create', { name: 'Ana' })
  await expect(call('history.undo', {}, 'window:other')).rejects.toThrow('nothing to undo')
  await call('history.undo', {})
  await call('history.undo', {})
  expect((await call('speakers.list', {})).map(({ name }) => name)).toEqual(['Ana'])
  await call('speakers.delete', { id: ana.id })
  await call('speakers.create', { name: 'ana' }, 'window:other')
  await expect(call('history.undo', {})).rejects.toThrow('“Delete speaker” can’t be undone, because “Add speaker”, done in another window, changed it since.')
})

test('two of one name in a Counterpoint file are both kept, the second under a name of its own', async () => {
  const from = await aLibrary()
  await from.call('articles.import', { kind: 'text', text: 'The river deal\n\nSome text.' })
  await from.call('speakers.create', { name: 'Ana' })
  await from.call('tags.create', { name: 'Dam' })
  const file = JSON.parse((await from.call('exports.render', { format: 'json' })).content) as { speakers: { id: string; name: string; position: number }[]; tags: { id: string; name: string }[] }
  file.speakers.push({ ...file.speakers[0]!, id: id(1), name: 'ANA' })
  file.tags.push({ id: id(2), name: 'dam' })
  const { call } = await aLibrary()
  await call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(JSON.stringify(file)).toString('base64') })
  expect((await call('speakers.list', {})).map(({ name }) => name)).toEqual(['Ana', 'ANA 2'])
  expect((await call('tags.list', {})).map(({ name }) => name)).toEqual(['Dam', 'dam 2'])
})
