/** Rows and columns of the matrix, whichever way it is turned. */
import type { Matrix, MatrixSpeaker, Sum } from '../../shared/compare/matrix.ts'
import type { Position } from '../../shared/compare/position.ts'
import type { Look } from '../../shared/comparison.ts'
import type { Issue } from '../../shared/issue.ts'
import type { Speaker } from '../../shared/speaker.ts'

export type Line = { kind: 'issue'; issue: Issue; sum: Sum } | { kind: 'speaker'; speaker: Speaker; sum: MatrixSpeaker }

export interface Cell {
  issueId: string
  speakerId: string
  position: Position | undefined
  look: Look | undefined
}

export interface Lines {
  rows: Line[]
  columns: Line[]
  cell: (row: Line, column: Line) => Cell
  /** All dates are of one year, so that it need not be said each time. */
  isOneYear: boolean
}

export function linesOf(matrix: Matrix, turned: boolean): Lines {
  const issues = matrix.issues.map((sum): Line => ({ kind: 'issue', issue: sum.issue, sum }))
  const speakers = matrix.speakers.map((sum): Line => ({ kind: 'speaker', speaker: sum.speaker, sum }))
  return {
    isOneYear: matrix.isOneYear,
    rows: turned ? speakers : issues,
    columns: turned ? issues : speakers,
    cell: (row, column) => {
      const [issueId, speakerId] = row.kind === 'issue' ? [row.issue.id, idOf(column)] : [idOf(column), row.speaker.id]
      return { issueId, speakerId, position: matrix.position(issueId, speakerId), look: matrix.look(issueId, speakerId) }
    },
  }
}

export function idOf(line: Line): string {
  return line.kind === 'issue' ? line.issue.id : line.speaker.id
}

export function nameOf(line: Line): string {
  return line.kind === 'issue' ? line.issue.proposition : line.speaker.name
}

export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
