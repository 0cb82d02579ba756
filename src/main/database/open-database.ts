/** Opens `library.db` in a library's folder; makes both when they aren't there. */
import { accessSync, closeSync, constants, existsSync, openSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { AppError } from '../../shared/rpc.ts'
import { diskFault } from '../../shared/disk-fault.ts'
import { isWholeOrMended } from './check-library.ts'
import { makeBackup } from './backups/make-backup.ts'
import { beginFile, makeAbleToShrink } from './file-space.ts'
import { isMissing, lostHere } from './lost-library.ts'
import { makeFolder } from './make-folder.ts'
import { migrate, schemaVersion, versionOf } from './migrate.ts'
import { tighten } from './permissions.ts'

export type { Database }

/** How long a read waits for another program that recovers or closes the library, in ms. */
export const READ_PATIENCE = 5000

export function databaseFile(folder: string): string {
  return join(folder, 'library.db')
}

/** The library's file can't be read as a library: offer a backup. */
export class DamagedLibrary extends AppError {
  constructor(folder: string) {
    super('library-unavailable', `The library in ${folder} is damaged and can’t be opened. Restore a backup, or open another library.`)
  }
}

/** It can't be written, but perhaps read. */
export class NotWritable extends AppError {
  readonly reason: 'not-writable' | 'disk-full'

  constructor(folder: string, reason: NotWritable['reason']) {
    super('library-unavailable', reason === 'disk-full'
      ? `The library in ${folder} can’t be opened, because the disk is full. Free some space and try again.`
      : `The library in ${folder} can’t be opened, because the folder or its files may not be written. Change their permissions, or open another library.`)
    this.reason = reason
  }
}

/** `mustExist`: a library was open here before, so a new one is not made in its place. */
export async function openDatabase(folder: string, now: () => Date, { mustExist = false } = {}): Promise<Database> {
  if (isMissing(folder)) refuseWhereLost(folder, mustExist)
  checkFolder(folder)
  const db = openFile(folder)
  try {
    beginFile(db)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    if (!isWholeOrMended(db)) throw new DamagedLibrary(folder)
    const version = versionOf(db)
    if (version > 0 && version < schemaVersion) await backUpBefore(db, folder, now())
    migrate(db)
    makeAbleToShrink(db)
    return db
  } catch (error) {
    db.close()
    throw sentenceFor(error, folder)
  }
}

/** Nothing is migrated that is not backed up: then the library is opened for reading, from a copy that is migrated instead. */
async function backUpBefore(db: Database, folder: string, now: Date): Promise<void> {
  try {
    await makeBackup(db, folder, 'migration', now)
  } catch (error) {
    const code = error instanceof AppError ? error.code : undefined
    throw code === 'disk-full' || code === 'not-writable' ? new NotWritable(folder, code) : error
  }
}

function refuseWhereLost(folder: string, mustExist: boolean): void {
  const lost = lostHere(folder)
  if (lost === 'backups') throw new AppError('library-unavailable', `The library’s file is not in ${folder} any more, but backups of it are. Restore one of them, or open another library.`)
  if (lost) throw new AppError('library-unavailable', `The library’s file is not in ${folder} any more, but ${lost} is, which was part of it. Put library.db back from a copy, or open another library.`)
  if (mustExist) throw new AppError('library-unavailable', `The library is not in ${folder} any more. If it was moved, open it where it is now; if it is on a drive that is away, connect the drive and try again. To begin a new library, open another folder.`)
}

function checkFolder(folder: string): void {
  try {
    makeFolder(folder)
    if (!statSync(folder).isDirectory()) throw new AppError('library-unavailable', `${folder} is not a folder. Name a folder for the library.`)
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK)
    const file = databaseFile(folder)
    if (existsSync(file)) accessSync(file, constants.W_OK | constants.R_OK)
    else closeSync(openSync(file, 'wx', 0o600))
    tighten(folder)
  } catch (error) {
    throw sentenceFor(error, folder)
  }
}

function openFile(folder: string): Database {
  try {
    return new Sqlite(databaseFile(folder), { timeout: READ_PATIENCE })
  } catch (error) {
    throw sentenceFor(error, folder)
  }
}

function sentenceFor(error: unknown, folder: string): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return new DamagedLibrary(folder)
  if (code === 'EEXIST' || code === 'ENOTDIR') return new AppError('library-unavailable', `${folder} is not a folder. Name a folder for the library.`)
  if (code === 'ENOENT') return new AppError('library-unavailable', `The folder ${folder} can’t be made there. Name another folder for the library.`)
  if (['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM'].some((one) => code.startsWith(one))) {
    return new NotWritable(folder, 'not-writable')
  }
  if (code.startsWith('SQLITE_BUSY')) return new AppError('library-unavailable', `The library in ${folder} is busy in another program. Wait a moment and try again.`)
  const fault = diskFault(error)?.code
  // Where there is no room for its index, SQLite speaks of an input error.
  if (fault === 'disk-full' || (fault === 'disk-error' && isFull(folder))) return new NotWritable(folder, 'disk-full')
  if (fault === 'disk-error') return new AppError('library-unavailable', `The library in ${folder} can’t be opened, because the disk did not answer as it should. See that it is connected and try again.`)
  return error
}

/** Whether not even the least that SQLite needs has room: its index of the log begins with 32 KiB (https://sqlite.org/walformat.html, 2). */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < 32 * 1024
  } catch {
    return false
  }
}
