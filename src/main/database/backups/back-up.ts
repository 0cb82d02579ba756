/** A library's backups in all their places: making, listing, restoring. None of it needs the library's own connection. */
import type { Backup } from '../../../shared/library.ts'
import { AppError } from '../../../shared/rpc.ts'
import { databaseFile } from '../open-database.ts'
import { backupsIn, backupsOf, fileOf, removeLeftovers, type BackupFile } from './backup-files.ts'
import { backUpLibrary, dailyBackupIsDue, listBackups } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { copyToSecondPlace, secondPlaceOf } from './second-place.ts'

export interface Places {
  /** The library's folder. */
  folder: string
  /** The folder of the second place; null where none is chosen. */
  second: string | null
}

/** `problem`: what the person should know of it, in a sentence or two; null when all is well. */
export interface Made { backup: Backup; problem: string | null }

const DAMAGED = 'The library is damaged, so what was just backed up does not count; the good backups before it are kept. Take what is damaged from one of them, or restore it.'

/** Throws with a sentence when none can be made. */
export async function backUp({ folder, second }: Places, reason: 'daily' | 'asked', now: Date): Promise<Made> {
  const made = await backUpLibrary(folder, databaseFile(folder), reason, now)
  const notCopied = second === null ? undefined : copyToSecondPlace(second, folder)
  const problem = made.damaged ? DAMAGED : notCopied
  return { backup: withPlaces(made, { folder, second }), problem: problem ?? null }
}

/** Removes what killed programs left, and makes the daily backup where a day has gone by. Undefined where none is due. */
export async function backUpDaily(places: Places, now: Date): Promise<Made | undefined> {
  removeLeftovers(places.folder)
  return dailyBackupIsDue(places.folder, now) ? backUp(places, 'daily', now) : undefined
}

/** Newest first, each once. */
export function listInPlaces({ folder, second }: Places): Backup[] {
  const here = listBackups(folder)
  const there = second === null ? [] : backupsIn(secondPlaceOf(second, folder)).filter(({ name }) => !here.some((one) => one.name === name))
  return [...here, ...there].toSorted((a, b) => b.sequence - a.sequence || b.madeAt.localeCompare(a.madeAt)).map((backup) => withPlaces(backup, { folder, second }))
}

/** From the library's own place, or where it is not there, or damaged, from the second. What is replaced is copied to the second place, too. */
export async function restoreFromPlaces({ folder, second }: Places, name: string, now: Date): Promise<void> {
  const places = [backupsOf(folder), ...(second === null ? [] : [secondPlaceOf(second, folder)])].filter((place) => fileOf(place, name))
  await restoreFrom(places.length > 0 ? places : [backupsOf(folder)])
  if (second !== null) copyToSecondPlace(second, folder)

  async function restoreFrom([place, ...others]: string[]): Promise<void> {
    try {
      await restoreBackup(folder, databaseFile(folder), name, now, place)
    } catch (error) {
      if (others.length === 0 || !(error instanceof AppError) || error.code !== 'damaged') throw error
      await restoreFrom(others)
    }
  }
}

function withPlaces({ sequence: _sequence, ...backup }: BackupFile, { folder, second }: Places): Backup {
  const isThere = (place: string): boolean => fileOf(place, backup.name) !== undefined
  return { ...backup, places: [...(isThere(backupsOf(folder)) ? ['library' as const] : []), ...(second !== null && isThere(secondPlaceOf(second, folder)) ? ['second' as const] : [])] }
}
