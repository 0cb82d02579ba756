/** How the queue calls the states that wait, and what it says of them. */
import { Pencil, TriangleAlert, UserRound, type LucideIcon } from 'lucide-react'
import type { HighlightState } from '../../shared/highlight.ts'
import type { Waiting } from './use-changes.ts'

/** In the order of harm. */
export const waitingStates = ['said-by-another', 'reworded', 'lost'] as const
export type WaitingState = (typeof waitingStates)[number]

export const stateNames: Record<WaitingState, string> = { 'said-by-another': 'Said by another?', reworded: 'Reworded', lost: 'Lost' }
export const stateIcons: Record<WaitingState, LucideIcon> = { 'said-by-another': UserRound, reworded: Pencil, lost: TriangleAlert }

/** Highlights that wait have no other state than these. */
export function isWaitingState(state: HighlightState): state is WaitingState {
  return waitingStates.some((one) => one === state)
}

export function stateOf({ state }: Waiting): WaitingState {
  return isWaitingState(state) ? state : 'lost'
}

/** What happened, in a sentence. */
export function whatHappened(waiting: Waiting): string {
  const places = waiting.candidates.length
  switch (stateOf(waiting)) {
    case 'said-by-another': return 'The words stand. Who says them, and how, does not.'
    case 'reworded': return 'The words themselves changed.'
    case 'lost': return places === 0 ? 'The words are gone, and no passage comes near them.' : places === 1 ? 'The words are gone from their place. They may belong here.' : `The words are gone from their place. They may belong in ${places} places.`
  }
}
