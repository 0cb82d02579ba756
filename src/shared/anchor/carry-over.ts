/** Carrying highlights over from one revision of a text to another. */
import type { HighlightState } from '../highlight.ts'
import type { TextRange } from './selectors.ts'

export interface Carried {
  state: HighlightState
  /** Where it lies in the new text; for reworded and lost, the old ranges unchanged. */
  ranges: TextRange[]
  /** Where a reworded or lost highlight may belong in the new text, best first. */
  candidates: TextRange[][]
}

/** Offsets are UTF-16 code units. One carrier serves all highlights of a pair of texts. */
export function createCarrier(before: string, after: string): (ranges: TextRange[]) => Carried {
  const same = before === after
  return (ranges) => (same ? { state: 'same', ranges, candidates: [] } : { state: 'lost', ranges, candidates: [] })
}
