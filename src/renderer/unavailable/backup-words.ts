/** How a backup is written for people. */
import type { Backup } from '../../shared/library.ts'

export const backupReasons: Record<Backup['reason'], string> = {
  daily: 'Made for the day',
  migration: 'Made before the library was brought up to date',
  asked: 'Made when you asked',
  restore: 'Made before another backup was restored',
}

/** In this device's time zone, as its language writes it. */
export function backupDate(backup: Backup): string {
  return new Date(backup.madeAt).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'medium' })
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']

/** Decimal units, as file managers use: 1.2 MB. */
export function sizeWords(bytes: number): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  return (bytes / 1000 ** power).toLocaleString(undefined, { style: 'unit', unit: units[power], unitDisplay: 'short', maximumFractionDigits: 1 })
}
