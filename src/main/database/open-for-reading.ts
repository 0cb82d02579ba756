/**
 * A library that can't be written, opened to be read. SQLite reads one with a write-ahead log only where it may make files
 * beside it (https://sqlite.org/wal.html, 5), so a copy is read, as it was at that moment; the copy may also be migrated.
 */
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DamagedLibrary, databaseFile, openDatabase, type Database } from './open-database.ts'

/** From now on SQLite refuses every write as SQLITE_READONLY, those into a connection's own temporary tables too. */
export function refuseWrites(db: Database): void {
  db.pragma('query_only = ON')
}

/** `close` closes it and removes the copy. */
export async function openForReading(folder: string, now: () => Date): Promise<{ db: Database; close(): void }> {
  const copy = mkdtempSync(join(tmpdir(), 'counterpoint-reading-'))
  const remove = (): void => rmSync(copy, { recursive: true, force: true })
  try {
    for (const part of ['', '-wal']) {
      if (!existsSync(databaseFile(folder) + part)) continue
      copyFileSync(databaseFile(folder) + part, databaseFile(copy) + part)
      chmodSync(databaseFile(copy) + part, 0o600)
    }
    const db = await openDatabase(copy, now)
    return {
      db,
      close: () => {
        db.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error instanceof DamagedLibrary ? new DamagedLibrary(folder) : error
  }
}
