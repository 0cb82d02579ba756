/** Positions: what each speaker says on each issue. Derived from the statements, never stored. */
import { sourceOf, stances, wordings, type Stance } from '../statement.ts'
import type { StatementMark } from './statement-columns.ts'

/** How the stances in one position stand to each other. */
export type Course =
  | { kind: 'none' }
  | { kind: 'steady'; stance: Stance }
  /** Said differently before, on another day: of both it is known when they were said. */
  | { kind: 'changed'; stance: Stance; earlier: Stance; earlierDate: string }
  /** Printed differently on other days, and nobody knows which was said first. `source` printed the other stance. */
  | { kind: 'also'; stance: Stance; other: Stance; source: string }
  /** Said differently on one day, at any time, or no one knows which came first. */
  | { kind: 'contradictory'; stance: Stance; other: Stance }

export interface Position<S extends StatementMark = StatementMark> {
  issueId: string
  /** The column's: with folded speakers, not always the statements' own. */
  speakerId: string
  /** Newest first; what has no date comes last. */
  statements: S[]
  course: Course
  /** What stands for the position where room is short: the pinned statement, else one, or one for each side of a contradiction. */
  shown: S[]
  /** How many are not among the shown. */
  more: number
  /** Each named once, in the order of the statements. */
  sources: string[]
  /** The shown one was chosen by hand. */
  isPinned: boolean
}

export type Tally = Record<Stance | 'mixed', number>

export function positionOf<S extends StatementMark>(issueId: string, speakerId: string, unordered: S[], pinnedId?: string): Position<S> {
  if (unordered.length === 1) return alone(issueId, speakerId, unordered[0]!, pinnedId)
  const statements = unordered.toSorted(newestFirst)
  const course = courseOf(statements)
  const pinned = statements.filter(({ id }) => id === pinnedId)
  const shown = pinned.length > 0 ? pinned : sidesOf(course).flatMap((stance) => statements.filter((statement) => statement.stance === stance).toSorted(directFirst).slice(0, 1))
  return { issueId, speakerId, statements, course, shown, more: statements.length - shown.length, sources: [...new Set(statements.map(sourceOf))], isPinned: pinned.length > 0 }
}

/** Most cells of a large matrix. */
function alone<S extends StatementMark>(issueId: string, speakerId: string, statement: S, pinnedId: string | undefined): Position<S> {
  const course: Course = statement.stance ? { kind: 'steady', stance: statement.stance } : { kind: 'none' }
  return { issueId, speakerId, statements: [statement], course, shown: [statement], more: 0, sources: [sourceOf(statement)], isPinned: statement.id === pinnedId }
}

function courseOf<S extends StatementMark>(statements: S[]): Course {
  const withStance = statements.filter((statement): statement is S & { stance: Stance } => statement.stance !== null)
  const latest = withStance[0]
  if (!latest) return { kind: 'none' }
  for (const [at, one] of withStance.entries()) {
    const against = withStance.slice(at + 1).find(({ stance, date }) => stance !== one.stance && !areDifferentDays(date, one.date))
    if (against) return { kind: 'contradictory', stance: one.stance, other: against.stance }
  }
  const said = withStance.filter(({ isDateSaid }) => isDateSaid)
  const before = said.find(({ stance }) => stance !== latest.stance)
  if (before && said[0]!.stance === latest.stance) return { kind: 'changed', stance: latest.stance, earlier: before.stance, earlierDate: before.date }
  const other = withStance.find(({ stance }) => stance !== latest.stance)
  if (other) return { kind: 'also', stance: latest.stance, other: other.stance, source: sourceOf(other) === sourceOf(latest) ? other.articleTitle : sourceOf(other) }
  return { kind: 'steady', stance: latest.stance }
}

function sidesOf(course: Course): (Stance | null)[] {
  if (course.kind === 'none') return [null]
  return course.kind === 'contradictory' ? [course.stance, course.other] : [course.stance]
}

/** Cells by their latest stance; a contradictory one, or one of which nobody knows the latest, counts as mixed. */
export function tallyOf(positions: Position[]): Tally {
  const tally = Object.fromEntries([...stances, 'mixed'].map((name) => [name, 0])) as Tally
  for (const { course } of positions) if (course.kind !== 'none') tally[course.kind === 'contradictory' || course.kind === 'also' ? 'mixed' : course.stance]++
  return tally
}

/** "2017" and "2017-04-26" may be one day; "2017" and "2018-01-01" can't be. */
function areDifferentDays(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 10)
  return length > 0 && a.slice(0, length) !== b.slice(0, length)
}

/** Descending by day; on one day by when they were marked, which their identifiers hold (UUIDv7). An empty date sorts last. */
function newestFirst(a: StatementMark, b: StatementMark): number {
  return compare(dayOf(b), dayOf(a)) || compare(b.id, a.id)
}

/** Without the time, where an article's date has one. */
function dayOf({ date }: StatementMark): string {
  return date.length > 10 ? date.slice(0, 10) : date
}

/** The more of the speaker's own words, the better. Stable, so what is equal stays newest first. */
function directFirst(a: StatementMark, b: StatementMark): number {
  return wordings.indexOf(a.wording) - wordings.indexOf(b.wording)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
