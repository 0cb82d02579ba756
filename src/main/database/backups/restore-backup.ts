/**
 * Puts a backup in the place of the library. It is prepared aside and checked; then one step changes the library, so that whatever
 * ends the program leaves the old one or the restored one. Nothing is deleted: what was whole becomes a backup, what was damaged
 * is kept as `library.db.damaged-…`.
 */
import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { AppError } from '../../../shared/rpc.ts'
import { checkFile, isDamage } from '../check-file.ts'
import { schemaVersion } from '../migrate.ts'
import { backupsOf, fileOf, partialName, timeInName } from './backup-files.ts'
import { backUpLibrary, ALL_PAGES, removeCopy } from './make-backup.ts'
import { renameForGood, syncFile } from './sync-to-disk.ts'

/** What stands in the library's place: nothing, what SQLite can open, or what it can't. */
type Current = 'none' | 'readable' | 'unreadable'

/** `file` is the library's, which this process does not have open; `place` is where the backup lies. Throws with a sentence, and the library is as it was. */
export async function restoreBackup(folder: string, file: string, name: string, now: Date, place = backupsOf(folder)): Promise<void> {
  if (!fileOf(place, name)) throw new AppError('not-found', 'That backup is not there any more. Choose another.')
  const prepared = prepare(join(place, name), file)
  try {
    await takePlace(prepared, file, await keepCurrent(folder, file, now), now)
  } finally {
    removeCopy(prepared)
  }
}

/** The copy is checked, not the backup: what was read is what will be the library. It is migrated when it is opened. */
function prepare(backup: string, file: string): string {
  const prepared = partialName(file)
  try {
    copyFileSync(backup, prepared, constants.COPYFILE_FICLONE)
    const { damage, version } = checkFile(prepared)
    if (damage !== undefined) throw new AppError('damaged', 'That backup is damaged. Choose another.')
    if (version > schemaVersion) throw new AppError('conflict', 'That backup was made by a newer Counterpoint. Restore it with that version.')
    syncFile(prepared)
    return prepared
  } catch (error) {
    removeCopy(prepared)
    throw error
  }
}

async function keepCurrent(folder: string, file: string, now: Date): Promise<Current> {
  if (!statSync(file, { throwIfNoEntry: false })?.size) return 'none'
  try {
    const { name, damaged } = await backUpLibrary(folder, file, 'restore', now)
    if (damaged) linkOrCopy(join(backupsOf(folder), name), damagedCopy(file, now))
    return 'readable'
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'damaged') throw error
    for (const part of ['', '-wal']) if (existsSync(file + part)) linkOrCopy(file + part, damagedCopy(file, now) + part)
    return 'unreadable'
  }
}

async function takePlace(prepared: string, file: string, current: Current, now: Date): Promise<void> {
  if (current === 'readable' && !takesLogIn(file)) return copyInto(prepared, file)
  // A log that stays would be taken for the new file's. Only of a readable library does it hold anything, and there it is taken in.
  if (current === 'none' && existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${damagedCopy(file, now)}-wal`)
  for (const part of ['-wal', '-shm']) rmSync(file + part, { force: true })
  try {
    renameForGood(prepared, file)
  } catch (error) {
    // Windows renames nothing over a file that another program has open.
    if (current !== 'readable' || !['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    await copyInto(prepared, file)
  }
}

/** Makes the library one file without a log, which SQLite does only when nobody else has it open. False otherwise. */
function takesLogIn(file: string): boolean {
  const db = new Sqlite(file, { timeout: 1000, fileMustExist: true })
  try {
    return db.pragma('journal_mode = DELETE', { simple: true }) === 'delete'
  } catch (error) {
    if (isDamage(error) || !(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw error
    return false
  } finally {
    db.close()
  }
}

/** Where another program has the library open: one transaction of SQLite's, so that it sees the old content or the new. */
async function copyInto(prepared: string, file: string): Promise<void> {
  const source = new Sqlite(prepared, { readonly: true, fileMustExist: true })
  try {
    await source.backup(file, { progress: () => ALL_PAGES })
  } finally {
    source.close()
  }
}

function damagedCopy(file: string, now: Date): string {
  return `${file}.damaged-${timeInName(now)}`
}

/** A link needs no room; not every file system has them. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    copyFileSync(from, to)
    syncFile(to)
  }
}
