import type { HighlightState } from '../../shared/highlight.ts'
import type { CarriedCounts } from '../../shared/revision.ts'

export function countStates(states: HighlightState[]): CarriedCounts {
  const counts: CarriedCounts = { same: 0, moved: 0, 'said-by-another': 0, reworded: 0, lost: 0 }
  for (const state of states) counts[state] += 1
  return counts
}

/** "9 highlights stay, 1 is reworded, 2 are lost." */
export function carriedWords({ same, moved, 'said-by-another': byAnother, reworded, lost }: CarriedCounts): string {
  const stay = same + moved
  const parts = [
    stay > 0 && (stay === 1 ? '1 highlight stays' : `${stay} highlights stay`),
    byAnother > 0 && `${byAnother} may be said by another`,
    reworded > 0 && `${reworded} ${reworded === 1 ? 'is' : 'are'} reworded`,
    lost > 0 && `${lost} ${lost === 1 ? 'is' : 'are'} lost`,
  ].filter(Boolean)
  if (parts.length === 0) return ''
  const words = parts.join(', ')
  return `${stay > 0 ? words : `Of the highlights, ${words}`}.`
}

/** How many of them the reader is asked about. */
export function waitingIn(carried: CarriedCounts): number {
  return carried['said-by-another'] + carried.reworded + carried.lost
}
