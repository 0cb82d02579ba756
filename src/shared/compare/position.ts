/** Positions: what each speaker says on each issue. Derived from the statements, never stored. */
import type { Issue } from '../issue.ts'
import type { Speaker } from '../speaker.ts'
import { sourceOf, stances, type Stance, type StatementInContext } from '../statement.ts'

/** How the stances in one position stand to each other. */
export type Course =
  | { kind: 'none' }
  | { kind: 'steady'; stance: Stance }
  /** Said differently before, on another day. */
  | { kind: 'changed'; stance: Stance; earlier: Stance; earlierDate: string }
  /** Said differently on the same day, or no one knows which came first. */
  | { kind: 'contradictory'; stance: Stance; other: Stance }

export interface Position {
  issueId: string
  speakerId: string
  /** Newest first; what has no date comes last. */
  statements: StatementInContext[]
  course: Course
  /** What stands for the position where room is short: one statement, or one for each side of a contradiction. */
  shown: StatementInContext[]
  /** How many are not among the shown. */
  more: number
  /** Each named once, in the order of the statements. */
  sources: string[]
}

export type Tally = Record<Stance | 'mixed', number>

export interface PositionRow {
  issue: Issue
  /** One for each column; no statements where nothing was said yet. */
  positions: Position[]
  statements: number
  articles: number
  tally: Tally
}

export interface Matrix {
  speakers: { speaker: Speaker; statements: number }[]
  rows: PositionRow[]
}

/** Only statements with both a speaker and an issue have a place in it. */
export function arrangePositions(statements: StatementInContext[], issues: Issue[], speakers: Speaker[]): Matrix {
  const placed = Map.groupBy(statements.filter(({ issueId, speakerId }) => issueId && speakerId), keyOf)
  const all = [...placed.values()].flat()
  const bySpeaker = Map.groupBy(all, ({ speakerId }) => speakerId)
  const byIssue = Map.groupBy(all, ({ issueId }) => issueId)
  const columns = speakers.filter(({ id }) => bySpeaker.has(id))
  const rows = issues.filter(({ id }) => byIssue.has(id)).sort((a, b) => a.position - b.position)
  return {
    speakers: columns.map((speaker) => ({ speaker, statements: bySpeaker.get(speaker.id)!.length })),
    rows: rows.map((issue) => {
      const positions = columns.map(({ id }) => positionOf(issue.id, id, placed.get(keyOf({ issueId: issue.id, speakerId: id })) ?? []))
      const inRow = byIssue.get(issue.id)!
      return { issue, positions, statements: inRow.length, articles: new Set(inRow.map(({ articleId }) => articleId)).size, tally: tallyOf(positions) }
    }),
  }
}

export function positionOf(issueId: string, speakerId: string, unordered: StatementInContext[]): Position {
  const statements = unordered.toSorted(newestFirst)
  const course = courseOf(statements)
  const shown = sidesOf(course).flatMap((stance) => statements.filter((statement) => statement.stance === stance).toSorted(directFirst).slice(0, 1))
  return { issueId, speakerId, statements, course, shown, more: statements.length - shown.length, sources: [...new Set(statements.map(sourceOf))] }
}

function courseOf(statements: StatementInContext[]): Course {
  const withStance = statements.filter((statement): statement is StatementInContext & { stance: Stance } => statement.stance !== null)
  const latest = withStance[0]
  if (!latest) return { kind: 'none' }
  const others = withStance.filter(({ stance }) => stance !== latest.stance)
  const against = others.find(({ date }) => !areDifferentDays(date, latest.date))
  if (against) return { kind: 'contradictory', stance: latest.stance, other: against.stance }
  const before = others[0]
  if (before) return { kind: 'changed', stance: latest.stance, earlier: before.stance, earlierDate: before.date }
  return { kind: 'steady', stance: latest.stance }
}

function sidesOf(course: Course): (Stance | null)[] {
  if (course.kind === 'none') return [null]
  return course.kind === 'contradictory' ? [course.stance, course.other] : [course.stance]
}

function tallyOf(positions: Position[]): Tally {
  const tally = Object.fromEntries([...stances, 'mixed'].map((name) => [name, 0])) as Tally
  for (const { course } of positions) if (course.kind !== 'none') tally[course.kind === 'contradictory' ? 'mixed' : course.stance]++
  return tally
}

/** "2017" and "2017-04-26" may be one day; "2017" and "2018-01-01" can't be. */
function areDifferentDays(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 10)
  return length > 0 && a.slice(0, length) !== b.slice(0, length)
}

/** Descending by day; on one day by when they were marked. An empty date sorts last. */
function newestFirst(a: StatementInContext, b: StatementInContext): number {
  return compare(b.date.slice(0, 10), a.date.slice(0, 10)) || compare(b.createdAt, a.createdAt)
}

/** Stable, so what is equal stays newest first. */
function directFirst(a: StatementInContext, b: StatementInContext): number {
  return Number(b.wording === 'quote') - Number(a.wording === 'quote')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function keyOf({ issueId, speakerId }: { issueId: string | null; speakerId: string | null }): string {
  return `${issueId} ${speakerId}`
}
