/** How a backup is written for people. */
import type { Backup } from '../../shared/library.ts'
import { longDate } from '../marks/citation.ts'

const backupReasons: Record<Backup['reason'], string> = {
  daily: 'Made for the day',
  migration: 'Made before the library was brought up to date',
  asked: 'Made when you asked',
  restore: 'Made before another backup was restored',
}

/** "Made for the day, 1.2 MB, also in the second place" */
export function backupWords({ reason, bytes, places }: Backup): string {
  const where = places.includes('second') ? [places.includes('library') ? 'also in the second place' : 'in the second place'] : []
  return [backupReasons[reason], sizeWords(bytes), ...where].join(', ')
}

/** "26 April 2017, 09:05:12", in this device's time zone. */
export function backupDate(backup: Pick<Backup, 'madeAt'> & Partial<Backup>): string {
  const made = new Date(backup.madeAt)
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = longDate(`${made.getFullYear()}-${two(made.getMonth() + 1)}-${two(made.getDate())}`)
  return `${day}, ${[made.getHours(), made.getMinutes(), made.getSeconds()].map(two).join(':')}`
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']

/** Decimal units, as file managers use: 1.2 MB. */
export function sizeWords(bytes: number): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  // Short units have no plural of this one.
  if (power === 0) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  return (bytes / 1000 ** power).toLocaleString('en-GB', { style: 'unit', unit: units[power], unitDisplay: 'short', maximumFractionDigits: 1 })
}
