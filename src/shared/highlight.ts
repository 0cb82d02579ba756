/** A highlight: a passage that the user marked, of one or more ranges. */
import * as v from 'valibot'
import { TextRange } from './anchor/selectors.ts'
import { Statement } from './statement.ts'
import { Id, Time } from './values.ts'

/** How the highlight came through the article's revisions. */
export const highlightStates = ['same', 'moved', 'reworded', 'lost'] as const

export const Highlight = v.object({
  id: Id,
  articleId: Id,
  revision: v.number(),
  state: v.picklist(highlightStates),
  ranges: v.pipe(v.array(TextRange), v.minLength(1)),
  /** The ranges' exact words, […] between them. */
  quote: v.string(),
  paragraph: v.number(),
  /** The note's plain text, '' for none. */
  note: v.string(),
  statements: v.array(Statement),
  tagIds: v.array(Id),
  createdAt: Time,
})
export type Highlight = v.InferOutput<typeof Highlight>
