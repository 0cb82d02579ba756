import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { aLibrary, anArticle, steppingClock, temporaryFolder, type TestApp } from '../../testing.ts'
import { first } from '../migrations/001-first.ts'
import { databaseFile, openDatabase } from '../open-database.ts'
import { backUpDaily } from './back-up.ts'
import { backupsOf } from './backup-files.ts'
import { backUpLibrary, listBackups, makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

const clock = steppingClock()
const backUp = ({ folder }: Pick<TestApp, 'folder'>, reason: 'asked' | 'daily' = 'asked', now = clock()) => backUpLibrary(folder, databaseFile(folder), reason, now)
const restore = ({ folder }: Pick<TestApp, 'folder'>, name: string) => restoreBackup(folder, databaseFile(folder), name, clock())
const isDaily = ({ reason }: { reason: string }): boolean => reason === 'daily'

/** Changes one letter of a text behind SQLite's back, as a failing disk does. */
function damageText(file: string): void {
  const bytes = readFileSync(file)
  const at = bytes.indexOf('We will not sign')
  expect(at).toBeGreaterThan(0)
  bytes[at] = 'M'.charCodeAt(0)
  writeFileSync(file, bytes)
}

test('of each reason the ten newest backups are kept, and of those asked for none costs a daily one', async () => {
  const folder = temporaryFolder()
  const db = await openDatabase(folder, clock)
  for (const reason of ['daily', 'asked', 'asked'] as const) for (let number = 0; number < 6; number += 1) await makeBackup(db, folder, reason, clock())
  db.close()
  const backups = listBackups(folder)
  expect(backups.filter(isDaily)).toHaveLength(6)
  expect(backups).toHaveLength(16)
  expect(readdirSync(backupsOf(folder))).toHaveLength(16)
  expect(backups.map(({ sequence }) => sequence)).toEqual(backups.map(({ sequence }) => sequence).toSorted((a, b) => b - a))
})

test('thirty asked for at once have names of their own', async () => {
  const library = await aLibrary()
  const now = clock()
  const made = await Promise.all(Array.from({ length: 30 }, () => backUp(library, 'asked', now)))
  expect(new Set(made.map(({ name }) => name)).size).toBe(30)
  expect(listBackups(library.folder).filter((one) => !isDaily(one))).toHaveLength(10)
})

test('a clock that was put back costs no backup, least of all the one just made', async () => {
  const library = await aLibrary({ clock: steppingClock('2026-05-01T10:00:00.000Z') })
  for (let number = 0; number < 10; number += 1) await backUp(library)
  const late = await backUp(library, 'asked', new Date('2020-01-01T00:00:00.000Z'))
  expect(listBackups(library.folder)[0]).toEqual(late)
})

test('a library that is damaged inside a text is backed up apart, and costs no good backup', async () => {
  const library = await aLibrary()
  await anArticle(library)
  for (let number = 0; number < 10; number += 1) await backUp(library)
  await library.app.close()
  const good = listBackups(library.folder).map(({ name }) => name)
  damageText(databaseFile(library.folder))
  for (let number = 0; number < 11; number += 1) expect(await backUp(library)).toMatchObject({ damaged: true })
  const backups = listBackups(library.folder)
  expect(backups.filter(({ damaged }) => !damaged).map(({ name }) => name)).toEqual(good)
  expect(backups.filter(({ damaged }) => damaged)).toHaveLength(2)
})

test('what a killed program left unfinished goes, what a running one writes stays', async () => {
  const library = await aLibrary()
  const unfinished = (writer: number): string => join(backupsOf(library.folder), `library.db.${writer}-0a1b2c.partial`)
  // No process has this number: they end at 2^22 (proc(5)).
  await backUp(library)
  for (const file of [unfinished(2 ** 22 + 1), unfinished(process.pid), join(backupsOf(library.folder), 'library-2026-01-01T00-00-00-000Z-daily.db.partial')]) writeFileSync(file, '')
  await backUp(library)
  expect(readdirSync(backupsOf(library.folder)).filter((name) => name.endsWith('.partial'))).toEqual([unfinished(process.pid)].map((file) => file.slice(backupsOf(library.folder).length + 1)))
})

test('a backup is not held up by another who writes all the time', async () => {
  const library = await aLibrary()
  // More than SQLite's backup copies in one step by itself.
  await anArticle(library, `Title\n\n${'Many words. '.repeat(50_000)}`)
  const other = new Sqlite(databaseFile(library.folder))
  other.exec('CREATE TABLE theirs (number INTEGER)')
  const write = other.prepare('INSERT INTO theirs VALUES (1)')
  let writing = setImmediate(function again() {
    write.run()
    writing = setImmediate(again)
  })
  const backup = await backUp(library)
  clearImmediate(writing)
  expect(other.prepare('SELECT count(*) FROM theirs').pluck().get()).toBeGreaterThan(0)
  other.close()
  expect(backup.damaged).toBe(false)
})

test('a backup that can’t be made says why', async () => {
  const library = await aLibrary()
  writeFileSync(backupsOf(library.folder), '')
  await expect(backUp(library)).rejects.toMatchObject({ code: 'not-writable', message: 'The backup could not be made: “backups” in the library’s folder is a file and not a folder. Move it away and try again.' })
})

test('a daily backup is made at most once a day, also after the clock showed a day that has not come', async () => {
  const { folder } = await aLibrary()
  const start = (time: string) => backUpDaily({ folder, second: null }, new Date(time))
  expect(await start('2026-01-01T00:00:00.000Z')).toMatchObject({ problem: null, backup: { reason: 'daily', damaged: false, places: ['library'] } })
  expect(await start('2026-01-01T12:00:00.000Z')).toBeUndefined()
  expect(await start('2026-01-02T12:00:00.000Z')).toBeDefined()
  expect(await start('2031-01-01T00:00:00.000Z')).toBeDefined()
  expect(await start('2026-01-03T12:00:00.000Z')).toBeDefined()
  expect(listBackups(folder)).toHaveLength(4)
})

test('restoring gives back the library as it was, and keeps what it replaces', async () => {
  const library = await aLibrary()
  const { id } = await anArticle(library)
  const backup = await backUp(library)
  await anArticle(library, 'A second\n\nWith some text.')
  await library.app.close()
  await restore(library, backup.name)
  const restored = await aLibrary({ folder: library.folder })
  expect((await restored.call('articles.list', {})).map((article) => article.id)).toEqual([id])
  expect(listBackups(library.folder).map((one) => one.reason)).toContain('restore')
})

test('a damaged library is moved aside when a backup is restored', async () => {
  const library = await aLibrary()
  const { id } = await anArticle(library)
  const backup = await backUp(library)
  await library.app.close()
  writeFileSync(databaseFile(library.folder), 'broken '.repeat(2000))
  await restore(library, backup.name)
  const restored = await aLibrary({ folder: library.folder })
  expect((await restored.call('articles.list', {})).map((article) => article.id)).toEqual([id])
  expect(readdirSync(library.folder).some((name) => name.startsWith('library.db.damaged-'))).toBe(true)
})

test('a backup of the first schema is restored and goes on with what came later', async () => {
  const library = await aLibrary()
  await library.app.close()
  const old = new Sqlite(':memory:')
  old.exec(first)
  old.exec("INSERT INTO speaker (id, name, colour) VALUES ('01936b00-0000-7000-8000-000000000020', 'Ana', 1)")
  old.pragma('user_version = 1')
  const { name } = await makeBackup(old, library.folder, 'asked', clock())
  old.close()
  await restore(library, name)
  const restored = await aLibrary({ folder: library.folder })
  expect((await restored.call('speakers.list', {})).map((speaker) => speaker.name)).toEqual(['Ana'])
})

test('a library damaged inside a text is kept aside when a backup is restored', async () => {
  const library = await aLibrary()
  await anArticle(library)
  const { name } = await backUp(library)
  await library.app.close()
  damageText(databaseFile(library.folder))
  await restore(library, name)
  const aside = readdirSync(library.folder).filter((one) => one.startsWith('library.db.damaged-'))
  expect(aside).toHaveLength(1)
  expect(readFileSync(join(library.folder, aside[0]!)).includes('Me will not sign')).toBe(true)
  expect(readFileSync(databaseFile(library.folder)).includes('We will not sign')).toBe(true)
})

test('a damaged backup is refused, and the library stays as it is', async () => {
  const library = await aLibrary()
  await anArticle(library)
  const { name } = await backUp(library)
  await anArticle(library, 'A second\n\nWith some text.')
  await library.app.close()
  damageText(join(backupsOf(library.folder), name))
  await expect(restore(library, name)).rejects.toMatchObject({ code: 'damaged', message: 'That backup is damaged. Choose another.' })
  const still = await aLibrary({ folder: library.folder })
  expect(await still.call('articles.list', {})).toHaveLength(2)
  expect(readdirSync(library.folder).filter((one) => one.endsWith('.partial'))).toEqual([])
})

test('a log that a lost library left behind is never played into the restored one', async () => {
  const library = await aLibrary()
  const { id } = await anArticle(library)
  const { name } = await backUp(library)
  await anArticle(library, 'A second\n\nWith some text.')
  const [file, log] = [databaseFile(library.folder), `${databaseFile(library.folder)}-wal`]
  copyFileSync(log, join(library.folder, 'kept-log'))
  await library.app.close()
  renameSync(file, join(library.folder, 'taken-away.db'))
  renameSync(join(library.folder, 'kept-log'), log)
  await restore(library, name)
  expect(existsSync(log)).toBe(false)
  const restored = await aLibrary({ folder: library.folder })
  expect((await restored.call('articles.list', {})).map((article) => article.id)).toEqual([id])
})

test('another program that has the library open sees the restored one', async () => {
  const library = await aLibrary()
  const { id } = await anArticle(library)
  const { name } = await backUp(library)
  await anArticle(library, 'A second\n\nWith some text.')
  await restore(library, name)
  expect((await library.call('articles.list', {})).map((article) => article.id)).toEqual([id])
})

test('a library of an older schema that can’t be backed up first is left as it is, and opens for reading', async () => {
  const folder = temporaryFolder()
  const old = new Sqlite(databaseFile(folder))
  old.exec(first)
  old.exec("INSERT INTO speaker (id, name, colour) VALUES ('01936b00-0000-7000-8000-000000000020', 'Ana', 1)")
  old.pragma('user_version = 1')
  old.close()
  writeFileSync(backupsOf(folder), '')
  const opened = await aLibrary({ folder })
  expect(opened.app.readOnly).toBe('not-writable')
  expect((await opened.call('speakers.list', {})).map((speaker) => speaker.name)).toEqual(['Ana'])
  const still = new Sqlite(databaseFile(folder), { readonly: true })
  expect(still.pragma('user_version', { simple: true })).toBe(1)
  still.close()
})

test('a library that is not there any more is not backed up, and its folder does not come back', async () => {
  const folder = join(temporaryFolder(), 'library')
  await expect(backUp({ folder })).rejects.toMatchObject({ code: 'library-gone', message: expect.stringContaining('no longer at') })
  expect(existsSync(folder)).toBe(false)
})
