import type { Matrix } from '../../shared/compare/matrix.ts'
import { MOST_PICKS } from '../compare-picks.ts'

/** What to show of another issue: what the same speakers say on it, in the same order; where fewer than two do, the next in the matrix as well. */
export function statementsOnIssue(matrix: Matrix, issueId: string, speakerIds: (string | null)[]): string[] {
  const shownBy = (speakerId: string): string[] => matrix.position(issueId, speakerId)?.shown.map(({ id }) => id) ?? []
  const kept = [...new Set(speakerIds)].flatMap((speakerId) => speakerId ? shownBy(speakerId) : [])
  const others = matrix.speakers.flatMap(({ speaker }) => shownBy(speaker.id)).filter((id) => !kept.includes(id))
  return [...kept, ...others.slice(0, Math.max(0, 2 - kept.length))].slice(0, MOST_PICKS)
}

/** The issues that have something to show, and the place of this one among them: -1 where it is not there. */
export function issuesAround(matrix: Matrix, issueId: string | null): { ids: string[]; at: number } {
  const ids = matrix.issues.filter(({ statements }) => statements > 0).map(({ issue }) => issue.id)
  return { ids, at: issueId ? ids.indexOf(issueId) : -1 }
}
