/** A statement: a highlight read as "this speaker takes this stance on this issue". */
import * as v from 'valibot'
import { Span } from './anchor/selectors.ts'
import { detailNames } from './article.ts'
import { Count, Id, PartialDate, Time } from './values.ts'

export const stances = ['asserts', 'leans', 'unclear', 'doubts', 'denies'] as const
export type Stance = (typeof stances)[number]
export const stanceNames: Record<Stance, string> = {
  asserts: 'Asserts', leans: 'Leans towards', unclear: 'Unclear', doubts: 'Doubts', denies: 'Denies',
}

export const wordings = ['quote', 'partly', 'paraphrase'] as const
export type Wording = (typeof wordings)[number]
export const wordingNames: Record<Wording, string> = { quote: 'Direct quote', partly: 'Partly quoted', paraphrase: 'Paraphrase' }

/** "Partly quoted", or "Partly quoted (guessed)" while its reader has not said so. */
export function wordingName({ wording, wordingGuessed }: { wording: Wording; wordingGuessed: boolean }): string {
  return wordingGuessed ? `${wordingNames[wording]} (guessed)` : wordingNames[wording]
}

/** What the reader sets. Null: not yet. */
export const StatementFields = v.object({
  speakerId: v.nullable(Id),
  issueId: v.nullable(Id),
  stance: v.nullable(v.picklist(stances)),
  /** Whether the speaker's own words are marked, none of them, or both. */
  wording: v.picklist(wordings),
  /** The speaker who relays it, if not the article. */
  reportedById: v.nullable(Id),
  dateSaid: v.nullable(PartialDate),
})

export type StatementFields = v.InferOutput<typeof StatementFields>

export const Statement = v.object({
  id: Id, highlightId: Id, ...StatementFields.entries,
  /** From the quotation marks in and around the passage, until the reader sets it. */
  wordingGuessed: v.boolean(),
  createdAt: Time,
})
export type Statement = v.InferOutput<typeof Statement>

/** A statement with what shows where it comes from. */
export const StatementInContext = v.object({
  ...Statement.entries,
  articleId: Id,
  articleTitle: v.string(),
  publisher: v.string(),
  /** Which of the article's details are guesses. */
  guessed: v.array(v.picklist(detailNames)),
  /** When it was said or, unknown that, when the article appeared. */
  date: v.string(),
  /** The ranges' exact words, […] between them. */
  quote: v.string(),
  paragraph: Count,
  /** What must be said beside the quote: "said by another?" or "wording of revision 2"; '' for nothing. */
  caveat: v.string(),
  note: v.string(),
})
export type StatementInContext = v.InferOutput<typeof StatementInContext>

/** Where a statement stands in its article: each paragraph that the highlight touches, and the one before and after, '' for none. */
export const StatementSurroundings = v.object({
  id: Id,
  /** BCP 47, '' for unknown. */
  language: v.string(),
  before: v.string(),
  /** `marked`: the highlight's ranges in `text`, in UTF-16 code units. */
  paragraphs: v.array(v.object({ number: Count, text: v.string(), marked: v.array(Span) })),
  after: v.string(),
})
export type StatementSurroundings = v.InferOutput<typeof StatementSurroundings>

/** The source as people name it: the publisher; without one, the article. */
export function sourceOf(statement: { publisher: string; articleTitle: string }): string {
  return statement.publisher || statement.articleTitle
}
