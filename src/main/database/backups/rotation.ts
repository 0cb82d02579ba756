/** Which backups are kept. No clock decides: only the order of making does, and the dates only tell weeks and months apart. */
import type { Backup } from '../../../shared/library.ts'
import type { BackupFile } from './backup-files.ts'

/** How many of the newest are kept of each kind. */
export const kept = { daily: 10, asked: 10, change: 10, damaged: 2 }
/** Beyond the newest: of how many weeks, and of how many months, one is kept. */
export const keptBeyond = { weeks: 4, months: 12 }

type Kind = keyof typeof kept
type Dated = Pick<BackupFile, 'name' | 'reason' | 'madeAt' | 'damaged'>

/** Those to remove of a place's backups, which come newest first. */
export function superseded<T extends Dated>(backups: T[]): T[] {
  const kinds = Map.groupBy(backups, kindOf)
  return [...kinds].flatMap(([kind, those]) => {
    const older = those.slice(kept[kind])
    return kind === 'daily' ? beyondWeeksAndMonths(older) : older
  })
}

function kindOf({ reason, damaged }: Pick<Backup, 'reason' | 'damaged'>): Kind {
  if (damaged) return 'damaged'
  return reason === 'daily' || reason === 'asked' ? reason : 'change'
}

/** The newest of each of the last weeks stays, and the newest of each of the last months. */
function beyondWeeksAndMonths<T extends Dated>(older: T[]): T[] {
  const stay = new Set([...newestOfEach(older, weekOf, keptBeyond.weeks), ...newestOfEach(older, monthOf, keptBeyond.months)])
  return older.filter((backup) => !stay.has(backup))
}

/** `most`: of how many periods. */
function newestOfEach<T extends Dated>(backups: T[], periodOf: (time: string) => string, most: number): T[] {
  return [...Map.groupBy(backups, ({ madeAt }) => periodOf(madeAt)).values()].slice(0, most).map(([newest]) => newest!)
}

const DAY = 24 * 60 * 60 * 1000

/** Weeks begin on Mondays; 1970-01-01 was a Thursday. */
function weekOf(time: string): string {
  return String(Math.floor((Math.floor(Date.parse(time) / DAY) + 3) / 7))
}

function monthOf(time: string): string {
  return time.slice(0, 7)
}
