/** The files of backups: what their names say, which are there, and what a killed process left behind. */
import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '../../../shared/library.ts'

export interface BackupFile extends Omit<Backup, 'places'> {
  /** The order of making, which no clock can change; 0 for those of before there were numbers. */
  sequence: number
}

/**
 * `library-2026-11-22T09-30-00-000Z-daily-000042-1f9c3a.db`; ':' and '.' are not safe in file names everywhere. The number tells
 * the order, the last part keeps names apart. One that did not pass its check ends in `-damaged`.
 */
const namePattern = /^library-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-(daily|migration|asked|restore)(?:-(\d{6,})-[0-9a-f]{6})?(-damaged)?\.db$/

export function backupsOf(folder: string): string {
  return join(folder, 'backups')
}

/** Newest first, by the order of making. None where the place is not there, or is no folder that may be read. */
export function backupsIn(place: string): BackupFile[] {
  return namesIn(place).flatMap((name) => fileOf(place, name) ?? []).sort((a, b) => b.sequence - a.sequence || b.madeAt.localeCompare(a.madeAt) || b.name.localeCompare(a.name))
}

function namesIn(place: string): string[] {
  try {
    return readdirSync(place)
  } catch {
    return []
  }
}

/** Undefined for what is no backup, or is gone by now. */
export function fileOf(place: string, name: string): BackupFile | undefined {
  const match = namePattern.exec(name)
  const file = match && statSync(join(place, name), { throwIfNoEntry: false })
  if (!match || !file) return undefined
  const [, day, hour, minute, second, milliseconds, reason, sequence, damaged] = match
  return { name, madeAt: `${day}T${hour}:${minute}:${second}.${milliseconds}Z`, reason: reason as Backup['reason'], bytes: file.size, damaged: damaged !== undefined, sequence: Number(sequence ?? 0) }
}

export function newName(place: string, reason: Backup['reason'], now: Date): string {
  const sequence = String((backupsIn(place)[0]?.sequence ?? 0) + 1).padStart(6, '0')
  return `library-${timeInName(now)}-${reason}-${sequence}-${randomBytes(3).toString('hex')}.db`
}

export function damagedName(name: string): string {
  return name.replace(/\.db$/, '-damaged.db')
}

export function timeInName(now: Date): string {
  return now.toISOString().replace(/[:.]/g, '-')
}

/** A name beside `file` for what is not finished. It names the process that writes it. */
export function partialName(file: string): string {
  return `${file}.${process.pid}-${randomBytes(3).toString('hex')}.partial`
}

/** Of earlier versions, too, which named no process. SQLite may have left its journal beside. */
const partialPattern = /^library[-.].*?(?:\.(\d+)-[0-9a-f]{6})?\.partial(?:-journal|-wal|-shm)?$/

/** Removes what processes that are no more left unfinished, in the library's folder and among its backups. */
export function removeLeftovers(folder: string): void {
  for (const place of [folder, backupsOf(folder)]) removeLeftoversIn(place)
}

export function removeLeftoversIn(place: string): void {
  for (const name of namesIn(place)) {
    const match = partialPattern.exec(name)
    if (match && !isRunning(Number(match[1] ?? 0))) rmSync(join(place, name), { force: true })
  }
}

function isRunning(process_: number): boolean {
  if (process_ === 0) return false
  try {
    return process.kill(process_, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
