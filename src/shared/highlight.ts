/** A highlight: a passage that the user marked, of one or more ranges. */
import * as v from 'valibot'
import { TextRange } from './anchor/selectors.ts'
import { Statement } from './statement.ts'
import { Count, Id, RevisionNumber, Time } from './values.ts'

/** How the highlight came through the article's revisions. */
export const highlightStates = ['same', 'moved', 'said-by-another', 'reworded', 'lost'] as const
export type HighlightState = (typeof highlightStates)[number]

/** A placement offered to the reader: ranges of the article's current revision, in order. */
export const Candidate = v.array(TextRange)
export type Candidate = v.InferOutput<typeof Candidate>

export const Highlight = v.object({
  id: Id,
  articleId: Id,
  revision: RevisionNumber,
  state: v.picklist(highlightStates),
  /** Said by another, reworded or lost, and not decided yet: it is in the queue. Decided and still on an older revision: the old wording was kept. */
  waiting: v.boolean(),
  /** Where a waiting highlight may belong, best first. One that may be said by another keeps its place: the one where its words stand. */
  candidates: v.array(Candidate),
  /** Of the text of `revision`, which is older than the article's while the highlight waits or keeps the old wording. */
  ranges: v.pipe(v.array(TextRange), v.minLength(1)),
  /** The ranges' exact words, […] between them. */
  quote: v.string(),
  paragraph: Count,
  /** The note's plain text, '' for none. */
  note: v.string(),
  statements: v.array(Statement),
  tagIds: v.array(Id),
  createdAt: Time,
})
export type Highlight = v.InferOutput<typeof Highlight>

type State = Pick<Highlight, 'state' | 'waiting'>

/** Its words stand, who says them may have changed, and the reader has not decided: until then it keeps its place. */
export function mayBeAnothers({ state, waiting }: State): boolean {
  return state === 'said-by-another' && waiting
}

/** Where its words stand in the article's present text; null where they don't, or where it is not known. */
export function placeIn(highlight: State & Pick<Highlight, 'revision' | 'ranges' | 'candidates'>, { revision, text }: { revision: number; text: string }): TextRange[] | null {
  if (!mayBeAnothers(highlight)) return highlight.revision === revision && highlight.state !== 'lost' ? highlight.ranges : null
  const [place] = highlight.candidates
  return place && place.length > 0 && place.every(({ start, end, exact }) => text.slice(start, end) === exact) ? place : null
}

/** What must be said beside its words wherever they are shown; '' for nothing. `present` is the article's revision. */
export function caveatOf(highlight: State & Pick<Highlight, 'revision'>, present: number): string {
  if (mayBeAnothers(highlight)) return 'said by another?'
  return highlight.revision === present ? '' : `wording of revision ${highlight.revision}`
}
