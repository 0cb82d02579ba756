/** A rescue copy: what an open connection still holds of a library that was taken away, as a library in a folder of its own. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { AppError } from '../../shared/rpc.ts'
import { makeFolder } from './make-folder.ts'
import { databaseFile } from './open-database.ts'

/** Written aside and then named. Throws `conflict` where a library is, `damaged` when what is held is not whole. */
export async function rescueCopy(db: Database, folder: string): Promise<void> {
  const file = databaseFile(folder)
  if (existsSync(file)) throw new AppError('conflict', `There is a library in ${folder} already. Name another folder.`)
  makeFolder(folder)
  const partial = `${file}.partial`
  try {
    await db.backup(partial)
    check(partial)
    renameSync(partial, file)
  } catch (error) {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(partial + part, { force: true })
    throw error
  }
}

function check(file: string): void {
  const copy = new Sqlite(file)
  try {
    // So that it is one file, and whole.
    copy.pragma('journal_mode = DELETE')
    if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new AppError('damaged', 'What Counterpoint holds of the library is not whole any more. Restore a backup.')
  } finally {
    copy.close()
  }
}

/** Such as `…/Documents/Counterpoint rescued 2026-11-24 15-30-12`: beside nothing that a folder of the library's could be taken away with. */
export function rescueFolder(home: string, now: Date): string {
  const documents = join(home, 'Documents')
  const time = now.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-')
  return join(existsSync(documents) ? documents : home, `Counterpoint rescued ${time}`)
}
