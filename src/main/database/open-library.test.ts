import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aLibrary, anArticle, steppingClock, temporaryFolder } from '../testing.ts'
import { databaseFile, openDatabase } from './open-database.ts'
import { openForReading, refuseWrites } from './open-for-reading.ts'

const clock = steppingClock()

describe('no empty library in the place of a lost one', () => {
  const parts: [string, (folder: string) => void, RegExp][] = [
    ['its backups', () => undefined, /but backups of it are\. Restore one/],
    ['a damaged copy', (folder) => { rmSync(join(folder, 'backups'), { recursive: true }); writeFileSync(join(folder, 'library.db.damaged-2026'), 'x') }, /but library\.db\.damaged-2026 is, which was part of it/],
    ['its log', (folder) => { rmSync(join(folder, 'backups'), { recursive: true }); writeFileSync(join(folder, 'library.db-wal'), 'x') }, /but library\.db-wal is/],
  ]
  test.each(parts)('where %s are left, none is made, and nothing is touched', async (_name, leave, says) => {
    for (const lose of [rmSync, (file: string) => writeFileSync(file, '')]) {
      const library = await aLibrary()
      await library.app.close()
      leave(library.folder)
      lose(databaseFile(library.folder))
      const before = readdirSync(library.folder)
      await expect(openDatabase(library.folder, clock)).rejects.toMatchObject({ code: 'library-unavailable', message: expect.stringMatching(says) })
      expect(readdirSync(library.folder)).toEqual(before)
    }
  })

  test('where one was open before, none is made, and no folder either', async () => {
    const folder = join(temporaryFolder(), 'drive', 'library')
    await expect(openDatabase(folder, clock, { mustExist: true })).rejects.toThrow('is not in')
    expect(existsSync(folder)).toBe(false)
  })

  test('in a folder with other things a new one is made', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'letters.txt'), 'x')
    mkdirSync(join(folder, 'backups'))
    writeFileSync(databaseFile(folder), '')
    const { call } = await aLibrary({ folder })
    expect(await call('articles.list', {})).toEqual([])
  })
})

test('a library that can’t be written is read from a copy, which is gone when it is closed', async () => {
  const library = await aLibrary()
  await anArticle(library)
  // What is in its log alone is read too.
  const copies = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('counterpoint-reading-'))
  const before = copies()
  const { db, close } = await openForReading(library.folder, clock)
  refuseWrites(db)
  expect(db.prepare('SELECT count(*) FROM article').pluck().get()).toBe(1)
  expect(() => db.exec("INSERT INTO speaker (id, name, colour) VALUES ('a', 'Ana', 1)")).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }))
  close()
  expect(copies().filter((name) => !before.includes(name))).toEqual([])
})

test('a damaged one that can’t be written is called by its own name', async () => {
  const folder = temporaryFolder()
  writeFileSync(databaseFile(folder), 'no database at all '.repeat(500))
  await expect(openForReading(folder, clock)).rejects.toThrow(`The library in ${folder} is damaged`)
})

describe.skipIf(process.platform === 'win32')('permissions', () => {
  const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

  test('a new library is its owner’s alone, whatever the umask', async () => {
    const folder = join(temporaryFolder(), 'deep', 'library')
    const library = await aLibrary({ folder })
    await anArticle(library)
    await library.backUp()
    expect(modeOf(folder)).toBe('700')
    for (const name of ['library.db', 'library.db-wal', 'library.db-shm']) expect([name, modeOf(join(folder, name))]).toEqual([name, '600'])
  })

  test('one that others could read is tightened; one that others may write is shared on purpose', async () => {
    const library = await aLibrary()
    await library.app.close()
    const file = databaseFile(library.folder)
    for (const [found, kept] of [[0o644, '600'], [0o664, '664']] as const) {
      chmodSync(file, found)
      ;(await openDatabase(library.folder, clock)).close()
      expect(modeOf(file)).toBe(kept)
    }
  })
})

test('a library that was moved away and back is opened as it was', async () => {
  const library = await aLibrary({ folder: join(temporaryFolder(), 'library') })
  await anArticle(library)
  await library.app.close()
  const bytes = readFileSync(databaseFile(library.folder))
  renameSync(library.folder, `${library.folder} away`)
  await expect(openDatabase(library.folder, clock, { mustExist: true })).rejects.toThrow('connect the drive')
  renameSync(`${library.folder} away`, library.folder)
  expect(readFileSync(databaseFile(library.folder))).toEqual(bytes)
  const again = await aLibrary({ folder: library.folder })
  expect(await again.call('articles.list', {})).toHaveLength(1)
})
