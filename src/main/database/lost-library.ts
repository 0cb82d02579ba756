/** Whether a folder once held a library, so that no empty one is made in the place of a lost one. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** SQLite takes an empty file for a new database. */
export function isMissing(folder: string): boolean {
  return sizeOf(join(folder, 'library.db')) === 0
}

/** What lies there of a library that is lost: its backups, or the name of another part; undefined where nothing does. */
export function lostHere(folder: string): string | undefined {
  if (namesIn(join(folder, 'backups')).some((name) => /^library-.*\.db$/.test(name))) return 'backups'
  const part = namesIn(folder).find((name) => name.startsWith('library.db.'))
  return part ?? (sizeOf(join(folder, 'library.db-wal')) > 0 ? 'library.db-wal' : undefined)
}

function sizeOf(file: string): number {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0
  } catch {
    return 0
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
