/** Opens `library.db` in a library's folder; makes both when they aren't there. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { AppError } from '../../shared/rpc.ts'
import { isWholeOrMended } from './check-library.ts'
import { makeBackup } from './backup.ts'
import { beginFile, makeAbleToShrink } from './file-space.ts'
import { migrate, schemaVersion, versionOf } from './migrate.ts'

export type { Database }

export function databaseFile(folder: string): string {
  return join(folder, 'library.db')
}

/** The library's file can't be read as a library: offer a backup. */
export class DamagedLibrary extends AppError {
  constructor(folder: string) {
    super('library-unavailable', `The library in ${folder} is damaged and can’t be opened. Restore a backup, or open another library.`)
  }
}

export async function openDatabase(folder: string, now: () => Date): Promise<Database> {
  checkFolder(folder)
  const db = openFile(folder)
  try {
    beginFile(db)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    if (!isWholeOrMended(db)) throw new DamagedLibrary(folder)
    const version = versionOf(db)
    if (version > 0 && version < schemaVersion) await makeBackup(db, folder, 'migration', now())
    migrate(db)
    makeAbleToShrink(db)
    return db
  } catch (error) {
    db.close()
    throw sentenceFor(error, folder)
  }
}

function checkFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    if (!statSync(folder).isDirectory()) throw new AppError('library-unavailable', `${folder} is not a folder. Name a folder for the library.`)
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK)
    if (existsSync(databaseFile(folder))) accessSync(databaseFile(folder), constants.W_OK | constants.R_OK)
  } catch (error) {
    throw sentenceFor(error, folder)
  }
}

function openFile(folder: string): Database {
  try {
    return new Sqlite(databaseFile(folder), { timeout: 5000 })
  } catch (error) {
    throw sentenceFor(error, folder)
  }
}

function sentenceFor(error: unknown, folder: string): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return new DamagedLibrary(folder)
  if (code === 'EEXIST' || code === 'ENOTDIR') return new AppError('library-unavailable', `${folder} is not a folder. Name a folder for the library.`)
  if (['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM'].some((one) => code.startsWith(one))) {
    return new AppError('library-unavailable', `The library in ${folder} can’t be opened, because the folder or its files may not be written. Change their permissions, or open another library.`)
  }
  if (code.startsWith('SQLITE_BUSY')) return new AppError('library-unavailable', `The library in ${folder} is busy in another program. Wait a moment and try again.`)
  return error
}
