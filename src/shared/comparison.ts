/** A comparison: a saved arrangement of positions. What it holds is the choice; the positions come from the statements. */
import * as v from 'valibot'
import { stances, wordings } from './statement.ts'
import { Id, Name, PartialDate, ShortText, Time } from './values.ts'

/** Which statements count. Null and '' let all through. */
export const ComparisonFilter = v.object({
  articleIds: v.nullable(v.array(Id)),
  collectionId: v.nullable(Id),
  /** Of the article or of the highlight. */
  tagId: v.nullable(Id),
  /** Days, months or years, both included; what has no date is left out as soon as one is set. */
  from: v.union([v.literal(''), PartialDate]),
  to: v.union([v.literal(''), PartialDate]),
  stances: v.nullable(v.array(v.picklist(stances))),
  wording: v.nullable(v.picklist(wordings)),
})
export type ComparisonFilter = v.InferOutput<typeof ComparisonFilter>

/** The statement that stands for a position in this comparison. */
export const Pin = v.object({ issueId: Id, speakerId: Id, statementId: Id })
export type Pin = v.InferOutput<typeof Pin>

export const ComparisonChoice = v.object({
  /** The rows, in this order. Null: every issue with a statement, in the library's order. */
  issueIds: v.nullable(v.array(Id)),
  /** The columns, in the same way. */
  speakerIds: v.nullable(v.array(Id)),
  /** Speakers down, issues across. */
  turned: v.boolean(),
  /** Speakers whose column also holds what those say who speak for them, however indirectly. */
  foldedIds: v.array(Id),
  filter: ComparisonFilter,
  pins: v.array(Pin),
})
export type ComparisonChoice = v.InferOutput<typeof ComparisonChoice>

export const noFilter: ComparisonFilter = { articleIds: null, collectionId: null, tagId: null, from: '', to: '', stances: null, wording: null }
export const everything: ComparisonChoice = { issueIds: null, speakerIds: null, turned: false, foldedIds: [], filter: noFilter, pins: [] }

/** `title` is '' for the one that is there before any is saved. */
export const Comparison = v.object({ id: Id, title: v.pipe(ShortText, v.maxLength(500, 'at most 500 characters')), choice: ComparisonChoice, createdAt: Time, updatedAt: Time })
export type Comparison = v.InferOutput<typeof Comparison>
export const ComparisonTitle = Name

/** "Looked, none found": the articles that the reader has read for this speaker on this issue. */
export const Look = v.object({ issueId: Id, speakerId: Id, articleIds: v.array(Id), lookedAt: Time })
export type Look = v.InferOutput<typeof Look>
