import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aLibrary, anArticle, temporaryFolder } from '../testing.ts'
import { databaseFile, openDatabase } from './open-database.ts'
import { rescueFolder } from './rescue.ts'
import { guardFile, type LibraryGone } from './still-there.ts'

type Library = Awaited<ReturnType<typeof aLibrary>>

/** A library with one article, in a folder that may be moved. */
async function aLibraryToTakeAway(): Promise<Library> {
  const library = await aLibrary({ folder: join(temporaryFolder(), 'library') })
  await anArticle(library)
  return library
}

/** Another library's file, older, put in the place of this one's as programs do that keep folders in step. */
async function replace(library: Library): Promise<void> {
  const older = await aLibrary({ folder: join(temporaryFolder(), 'older') })
  await older.call('speakers.create', { name: 'Older' })
  await older.app.close()
  copyFileSync(databaseFile(older.folder), databaseFile(library.folder) + '.new')
  renameSync(databaseFile(library.folder) + '.new', databaseFile(library.folder))
}

const ways: [string, (library: Library) => Promise<void> | void, RegExp][] = [
  ['its file is deleted', ({ folder }) => rmSync(databaseFile(folder)), /no longer at .*library\.db\. It was moved or deleted/],
  ['its file is moved', ({ folder }) => renameSync(databaseFile(folder), join(folder, 'elsewhere.db')), /no longer at/],
  ['its folder is deleted', ({ folder }) => rmSync(folder, { recursive: true }), /no longer at/],
  ['its folder is moved', ({ folder }) => renameSync(folder, `${folder} elsewhere`), /no longer at/],
  ['its file is replaced', replace, /was replaced by another one/],
  ['its log is deleted', ({ folder }) => rmSync(`${databaseFile(folder)}-wal`), /library\.db-wal, which holds the latest/],
  ['its log is replaced', ({ folder }) => { copyFileSync(`${databaseFile(folder)}-wal`, `${databaseFile(folder)}-new`); renameSync(`${databaseFile(folder)}-new`, `${databaseFile(folder)}-wal`) }, /library\.db-wal, which holds the latest/],
]

test.each(ways)('when %s nothing more is acknowledged, and a rescue copy holds all that was', async (_name, take, says) => {
  const library = await aLibraryToTakeAway()
  await library.call('speakers.create', { name: 'Ana' })
  await take(library)
  for (let attempt = 0; attempt < 3; attempt += 1) await expect(library.call('speakers.create', { name: `Lost ${attempt}` })).rejects.toMatchObject({ code: 'library-gone', message: expect.stringMatching(says) })

  const folder = rescueFolder(temporaryFolder(), new Date('2026-11-24T15:30:12Z'))
  expect(folder.endsWith('Counterpoint rescued 2026-11-24 15-30-12')).toBe(true)
  await library.app.rescue(folder)
  const rescued = await aLibrary({ folder })
  expect((await rescued.call('speakers.list', {})).map(({ name }) => name)).toEqual(['Ana'])
  expect(await rescued.call('articles.list', {})).toHaveLength(1)
  expect(await rescued.call('library.verify', {})).toMatchObject({ revisions: 1, differences: [] })
  await expect(library.app.rescue(folder)).rejects.toMatchObject({ code: 'conflict' })
})

test('a file that replaced another is not written into, and opens as it is', async () => {
  const library = await aLibraryToTakeAway()
  await replace(library)
  await expect(library.call('speakers.create', { name: 'Lost' })).rejects.toMatchObject({ code: 'library-gone' })
  await library.app.close()
  const now = await aLibrary({ folder: library.folder })
  expect((await now.call('speakers.list', {})).map(({ name }) => name)).toEqual(['Older'])
  expect(await now.call('articles.list', {})).toEqual([])
})

test('a library that was moved holds all that was stored, where it is now', async () => {
  const library = await aLibraryToTakeAway()
  const elsewhere = `${library.folder} elsewhere`
  renameSync(library.folder, elsewhere)
  await expect(library.call('speakers.create', { name: 'Lost' })).rejects.toMatchObject({ code: 'library-gone' })
  await library.app.close()
  expect(existsSync(library.folder)).toBe(false)
  const found = await aLibrary({ folder: elsewhere })
  expect(await found.call('articles.list', {})).toHaveLength(1)
  expect(await found.call('speakers.list', {})).toEqual([])
})

test.each([0, 4096, 40_960])('a file cut to %i bytes takes nothing more', async (length) => {
  const library = await aLibraryToTakeAway()
  await library.app.close()
  const again = await aLibrary({ folder: library.folder })
  truncateSync(databaseFile(library.folder), length)
  await expect(again.call('speakers.create', { name: 'Lost' })).rejects.toMatchObject({ code: 'library-gone', message: expect.stringContaining('cut short') })
})

test('a file that gives space back is not taken for one that was cut', async () => {
  const folder = temporaryFolder()
  const db = await openDatabase(folder, () => new Date())
  const gone: LibraryGone[] = []
  const { assertStillThere } = guardFile(db, databaseFile(folder), (one) => gone.push(one))
  db.exec("INSERT INTO speaker (id, name, colour) VALUES ('a', 'Ana', 1)")
  const grow = (): void => {
    db.prepare('UPDATE speaker SET name = ?').run('long '.repeat(200_000))
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
  const shrink = (): void => {
    db.prepare('UPDATE speaker SET name = ?').run('short')
    db.exec('VACUUM')
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
  for (let round = 0; round < 3; round += 1) {
    grow()
    assertStillThere()
    shrink()
    assertStillThere()
  }
  // Shorter at one look, and at the same look with much more in its log alone.
  grow()
  assertStillThere()
  shrink()
  db.prepare('UPDATE speaker SET name = ?').run('long '.repeat(150_000))
  assertStillThere()
  db.close()
  expect(gone).toEqual([])
})

test('a rescue copy that can’t be made leaves nothing half', async () => {
  const library = await aLibraryToTakeAway()
  const folder = join(temporaryFolder(), 'rescued')
  mkdirSync(join(folder, 'library.db.partial'), { recursive: true })
  await expect(library.app.rescue(folder)).rejects.toThrow()
  expect(existsSync(databaseFile(folder))).toBe(false)
  expect(readdirSync(folder)).toEqual(['library.db.partial'])
})
