import { statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { aLibrary, steppingClock, temporaryFolder } from '../testing.ts'
import { createFileSpace } from './file-space.ts'
import { databaseFile, openDatabase } from './open-database.ts'

const clock = (): Date => new Date('2026-01-02T00:00:00.000Z')
const MEBIBYTE = 1024 * 1024

/** Some megabytes of words that are hardly alike, so that the search index is large too. */
async function aLargeLibrary(folder: string): Promise<{ ids: string[]; emptyBin: () => Promise<void> }> {
  const { call, app } = await aLibrary({ folder, clock: steppingClock() })
  const ids: string[] = []
  for (let article = 0; article < 12; article += 1) {
    const words = Array.from({ length: 20_000 }, (_, word) => (article * 20_000 + word).toString(36).split('').toReversed().join('x'))
    ids.push((await call('articles.import', { kind: 'text', text: `Number ${article}\n\n${words.join(' ')}` })).id)
  }
  return {
    ids,
    async emptyBin() {
      await call('articles.delete', { ids })
      await call('articles.emptyBin', {})
      await app.close()
    },
  }
}

test('once the bin is empty, the file gives the room back, the search index’s too', async () => {
  const folder = temporaryFolder()
  const { emptyBin } = await aLargeLibrary(folder)
  const db = await openDatabase(folder, clock)
  const space = createFileSpace(db)
  await emptyBin()
  const before = statSync(databaseFile(folder)).size
  while (space.step());
  db.close()
  expect(before).toBeGreaterThan(8 * MEBIBYTE)
  expect(statSync(databaseFile(folder)).size).toBeLessThan(2 * MEBIBYTE)
})

test('a file of an earlier version is written anew once, holds what it held, and can shrink from then on', async () => {
  const folder = temporaryFolder()
  const made = await aLibrary({ folder, clock: steppingClock() })
  await made.call('tags.create', { name: 'water' })
  await made.app.close()
  const old = new Sqlite(databaseFile(folder))
  old.pragma('auto_vacuum = NONE')
  old.exec('VACUUM')
  expect(old.pragma('auto_vacuum', { simple: true })).toBe(0)
  old.close()
  const { call, app } = await aLibrary({ folder, clock: steppingClock() })
  expect(await call('tags.list', {})).toMatchObject([{ name: 'water' }])
  expect((await call('library.verify', {})).differences).toEqual([])
  await app.close()
  const now = new Sqlite(databaseFile(folder))
  expect(now.pragma('auto_vacuum', { simple: true })).toBe(2)
  now.close()
})
