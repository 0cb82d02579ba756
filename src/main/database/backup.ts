/** Backups of `library.db`: whole copies in the library's `backups/`, the last ten kept. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import type { Backup } from '../../shared/library.ts'
import { AppError } from '../../shared/rpc.ts'

const KEPT = 10
const DAY = 24 * 60 * 60 * 1000

/** `library-2026-11-22T09-30-00-000Z-daily.db`; ':' and '.' are not safe in file names everywhere. */
const namePattern = /^library-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-(daily|migration|asked|restore)\.db$/

/** Newest first. */
export function listBackups(folder: string): Backup[] {
  const backups = join(folder, 'backups')
  if (!existsSync(backups)) return []
  return readdirSync(backups)
    .flatMap((name) => {
      const match = namePattern.exec(name)
      if (!match) return []
      const [, day, hour, minute, second, milliseconds, reason] = match
      return [{ name, madeAt: `${day}T${hour}:${minute}:${second}.${milliseconds}Z`, reason: reason as Backup['reason'], bytes: statSync(join(backups, name)).size }]
    })
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt))
}

/** Written aside and then named, so that a backup is whole or not there. `needed` is kept however old it is. */
export async function makeBackup(db: Database, folder: string, reason: Backup['reason'], now: Date, needed?: string): Promise<Backup> {
  const backups = join(folder, 'backups')
  mkdirSync(backups, { recursive: true })
  const name = `library-${now.toISOString().replace(/[:.]/g, '-')}-${reason}.db`
  const partial = join(backups, `${name}.partial`)
  await db.backup(partial)
  renameSync(partial, join(backups, name))
  for (const old of listBackups(folder).slice(KEPT)) if (old.name !== needed) rmSync(join(backups, old.name))
  return { name, madeAt: now.toISOString(), reason, bytes: statSync(join(backups, name)).size }
}

export function dailyBackupIsDue(folder: string, now: Date): boolean {
  const last = listBackups(folder).find((backup) => backup.reason === 'daily')
  return !last || now.getTime() - Date.parse(last.madeAt) >= DAY
}

/**
 * Puts a backup's content in the place of the library's. SQLite's own backup does it under SQLite's locks,
 * so another program that has the library open sees the old content or the new one.
 * A library too damaged for that is moved aside, never deleted.
 */
export async function restoreBackup(folder: string, file: string, name: string, now: Date): Promise<void> {
  const backup = listBackups(folder).find((one) => one.name === name)
  if (!backup) throw new AppError('not-found', 'That backup is not there any more. Choose another.')
  const source = new Sqlite(join(folder, 'backups', name), { readonly: true, fileMustExist: true })
  try {
    if (source.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new AppError('unreadable', 'That backup is damaged. Choose another.')
    const kept = await keepCurrent(folder, file, name, now)
    if (!kept) moveAside(file, now)
    await source.backup(file)
  } finally {
    source.close()
  }
}

/** False only when the library is damaged: any other failure is told, and nothing is touched. */
async function keepCurrent(folder: string, file: string, needed: string, now: Date): Promise<boolean> {
  if (!existsSync(file)) return false
  try {
    const current = new Sqlite(file)
    try {
      if (current.pragma('quick_check(1)', { simple: true }) !== 'ok') return false
      await makeBackup(current, folder, 'restore', now, needed)
      return true
    } finally {
      current.close()
    }
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return false
    throw error
  }
}

function moveAside(file: string, now: Date): void {
  for (const part of ['', '-wal', '-shm']) {
    if (!existsSync(file + part)) continue
    copyFileSync(file + part, `${file}.damaged-${now.toISOString().replace(/[:.]/g, '-')}${part}`)
    rmSync(file + part)
  }
}
