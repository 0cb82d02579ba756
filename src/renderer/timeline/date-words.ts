import { longDate } from '../marks/citation.ts'

/** As precise as it is known. */
export function dateWords(date: string): string {
  return date ? longDate(date) : 'No date'
}

/** Counted from the first event. */
export function daysWords(days: number): string {
  if (days === 0) return 'the same day'
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return `${count} ${days > 0 ? 'after' : 'before'}`
}
