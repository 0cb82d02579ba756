/** Backups of `library.db`: whole copies in the library's `backups/`, each checked before it counts. */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import type { Backup } from '../../../shared/library.ts'
import { AppError } from '../../../shared/rpc.ts'
import { checkFile, isDamage } from '../check-file.ts'
import { backupsIn, backupsOf, damagedName, fileOf, newName, partialName, removeLeftoversIn, type BackupFile } from './backup-files.ts'
import { superseded } from './rotation.ts'
import { renameForGood, syncFile } from './sync-to-disk.ts'

/** More pages than any file has: the copy is one step, in one read transaction, so that no other writer makes it begin anew. */
export const ALL_PAGES = 0x7fffffff
const NOT_MADE = 'The backup could not be made'
const DAY = 24 * 60 * 60 * 1000

/** Newest first, also those that did not pass their check. */
export function listBackups(folder: string): BackupFile[] {
  return backupsIn(backupsOf(folder))
}

/** A day has gone by since the last one, or the last ones are from a time that has not come. */
export function dailyBackupIsDue(folder: string, now: Date): boolean {
  return !listBackups(folder).some(({ reason, damaged, madeAt }) => reason === 'daily' && !damaged && Math.abs(now.getTime() - Date.parse(madeAt)) < DAY)
}

/**
 * Of a library that is open here. Written aside, checked and then named, so that a backup is whole or not there; one of a damaged
 * library is named as such and takes no good one's place. Throws with a sentence when it can't be made.
 */
export async function makeBackup(db: Database, folder: string, reason: Backup['reason'], now: Date): Promise<BackupFile> {
  const place = backupsOf(folder)
  return sayingWhy(async () => {
    mkdirSync(place, { recursive: true, mode: 0o700 })
    removeLeftoversIn(place)
    const { file, damage } = await copyAside(db, join(place, 'library.db'))
    return nameBackup(file, place, reason, damage, now)
  })
}

/** Of a library that others may have open meanwhile. */
export async function backUpLibrary(folder: string, file: string, reason: Backup['reason'], now: Date): Promise<BackupFile> {
  const db = openedFor(file)
  try {
    return await makeBackup(db, folder, reason, now)
  } finally {
    db.close()
  }
}

function openedFor(file: string): Database {
  if (!existsSync(file)) throw new AppError('library-gone', `${NOT_MADE}: the library’s file is no longer at ${file}.`)
  try {
    return new Sqlite(file, { timeout: 5000, fileMustExist: true })
  } catch (error) {
    throw sentenceFor(error)
  }
}

/** A checked copy beside `target`, under a name of its own. */
export async function copyAside(db: Database, target: string): Promise<{ file: string; damage: string | undefined }> {
  const file = partialName(target)
  try {
    await db.backup(file, { progress: () => ALL_PAGES })
    const { damage } = checkFile(file)
    syncFile(file)
    return { file, damage }
  } catch (error) {
    removeCopy(file)
    throw error
  }
}

export function removeCopy(file: string): void {
  for (const part of ['', '-journal', '-wal', '-shm']) rmSync(file + part, { force: true })
}

/** What is not needed any more goes once the new one stands. */
export function nameBackup(copy: string, place: string, reason: Backup['reason'], damage: string | undefined, now: Date): BackupFile {
  const good = newName(place, reason, now)
  const name = damage === undefined ? good : damagedName(good)
  try {
    renameForGood(copy, join(place, name))
  } catch (error) {
    removeCopy(copy)
    throw error
  }
  for (const old of superseded(backupsIn(place))) if (old.name !== name) rmSync(join(place, old.name), { force: true })
  return fileOf(place, name)!
}

async function sayingWhy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw sentenceFor(error)
  }
}

function sentenceFor(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (error instanceof AppError || code === '') return error
  if (isDamage(error)) return new AppError('damaged', `${NOT_MADE}: the library is damaged. Restore an earlier backup.`)
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code)) return new AppError('disk-full', `${NOT_MADE}: the disk is full. Free some space and try again.`)
  if (code === 'EEXIST' || code === 'ENOTDIR') return new AppError('not-writable', `${NOT_MADE}: “backups” in the library’s folder is a file and not a folder. Move it away and try again.`)
  if (['EACCES', 'EPERM', 'EROFS'].includes(code) || /^SQLITE_(?:READONLY|PERM|CANTOPEN)/.test(code)) return new AppError('not-writable', `${NOT_MADE}: the folder “backups” in the library’s folder may not be written. Change its permissions and try again.`)
  if (code.startsWith('SQLITE_BUSY')) return new AppError('busy', `${NOT_MADE}: another program holds the library. Wait a moment and try again.`)
  return new AppError('disk-error', `${NOT_MADE}: the disk did not answer as it should (${code}). See that it is connected and try again.`)
}
