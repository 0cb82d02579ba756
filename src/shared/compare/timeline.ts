/** When each speaker said what on one issue, beside what happened. */
import { belongsTo, type Event } from '../event.ts'
import type { Stance } from '../statement.ts'
import type { Matrix } from './matrix.ts'
import type { FilteredMark } from './statement-columns.ts'

/** Dates as precise as they are known, or by month, or by year. */
export const zooms = ['day', 'month', 'year'] as const
export type Zoom = (typeof zooms)[number]
/** As many characters of an ISO 8601 date as each shows. */
const SHOWN: Record<Zoom, number> = { day: 10, month: 7, year: 4 }

export interface TimelineEntry {
  mark: FilteredMark
  /** The stance before it, where that was another and it is known when each was said. */
  changedFrom: Stance | null
}

export type TimelineRow =
  | { kind: 'event'; event: Event; days: number | null }
  /** `date` is a year, a month or a day; '' is the row of what has no date. */
  | { kind: 'date'; date: string; days: number | null; /** By speaker, oldest first. */ entries: Map<string, TimelineEntry[]> }

/** From one of a speaker's statements to the next, in rows. */
export interface Run {
  speakerId: string
  from: number
  to: number
  hasChanged: boolean
}

export interface Timeline {
  /** Those with a statement, in the order of the matrix. */
  speakerIds: string[]
  rows: TimelineRow[]
  runs: Run[]
  statements: number
  changes: number
  /** From the first to the last day, where both are known to the day. */
  days: number | null
}

/** Of `events` those that belong to the statements shown. */
export function arrangeTimeline({ matrix, issueId, events: allEvents, zoom }: { matrix: Pick<Matrix, 'speakers' | 'position'>; issueId: string; events: Event[]; zoom: Zoom }): Timeline {
  const lanes = matrix.speakers.flatMap(({ speaker }) => {
    const position = matrix.position(issueId, speaker.id)
    return position ? [{ speakerId: speaker.id, entries: entriesOf(position.statements.toReversed()) }] : []
  })
  const dates = [...new Set(lanes.flatMap(({ entries }) => entries.map(({ mark }) => mark.date.slice(0, SHOWN[zoom]))))]
  const events = allEvents.filter((event) => belongsTo(event, lanes.flatMap(({ entries }) => entries.map(({ mark }) => mark))))
  const origin = events.find(({ date }) => date.length === 10)?.date
  const shown: TimelineRow[] = [
    ...events.map((event): TimelineRow => ({ kind: 'event', event, days: null })),
    ...dates.map((date): TimelineRow => ({ kind: 'date', date, days: zoom === 'day' ? daysBetween(origin, date) : null, entries: at(lanes, date, zoom) })),
  ]
  const rows = shown.sort((a, b) => order(a, zoom).localeCompare(order(b, zoom)))
  const all = lanes.flatMap(({ entries }) => entries)
  const known = all.map(({ mark }) => mark.date).filter((date) => date.length === 10).sort()
  return {
    speakerIds: lanes.map(({ speakerId }) => speakerId), rows, runs: lanes.flatMap(({ speakerId, entries }) => runsOf(speakerId, entries, rows)),
    statements: all.length, changes: all.filter(({ changedFrom }) => changedFrom).length, days: known.length > 0 ? daysBetween(known[0], known.at(-1)!) : null,
  }
}

/** What has no date comes last. Only what has a date said changes anything: a paper's own date may be weeks later. */
function entriesOf(oldestFirst: FilteredMark[]): TimelineEntry[] {
  const dated = oldestFirst.filter(({ date }) => date)
  let before: Stance | null = null
  const entries = dated.map((mark): TimelineEntry => {
    if (!mark.isDateSaid) return { mark, changedFrom: null }
    const changedFrom = mark.stance && before && before !== mark.stance ? before : null
    before = mark.stance ?? before
    return { mark, changedFrom }
  })
  return [...entries, ...oldestFirst.filter(({ date }) => !date).map((mark) => ({ mark, changedFrom: null }))]
}

function at(lanes: { speakerId: string; entries: TimelineEntry[] }[], date: string, zoom: Zoom): Map<string, TimelineEntry[]> {
  return new Map(lanes.flatMap(({ speakerId, entries }) => {
    const here = entries.filter(({ mark }) => mark.date.slice(0, SHOWN[zoom]) === date)
    return here.length > 0 ? [[speakerId, here]] : []
  }))
}

/** By date; an event before what was said on its day, as far as the zoom tells days apart; no date last. */
function order(row: TimelineRow, zoom: Zoom): string {
  if (row.kind === 'event') return `${row.event.date.slice(0, SHOWN[zoom])} 0 ${row.event.date}`
  return row.date ? `${row.date} 1` : '\uffff'
}

function runsOf(speakerId: string, entries: TimelineEntry[], rows: TimelineRow[]): Run[] {
  const places = rows.flatMap((row, place) => (row.kind === 'date' && row.date && row.entries.has(speakerId) ? [{ place, entries: row.entries.get(speakerId)! }] : []))
  return places.slice(1).map(({ place, entries: here }, before) => ({ speakerId, from: places[before]!.place, to: place, hasChanged: entries.some((entry) => here.includes(entry) && entry.changedFrom) }))
}

function daysBetween(from: string | undefined, to: string): number | null {
  if (from?.length !== 10 || to.length !== 10) return null
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
