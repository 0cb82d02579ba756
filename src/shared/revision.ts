/** Revisions: the states of an article's body, each kept; and the draft of the next one. */
import * as v from 'valibot'
import { LexicalDocumentSchema } from './document.ts'
import { highlightStates } from './highlight.ts'
import { Count, Id, RevisionNumber, Sha256, ShortText, Time } from './values.ts'

/** Where a revision comes from: the first import, the reader's own editing, or a newer version of the source. */
export const revisionOrigins = ['first', 'edit', 'import'] as const

export const RevisionSummary = v.object({ number: RevisionNumber, origin: v.picklist(revisionOrigins), sourceName: ShortText, words: Count, createdAt: Time })
export type RevisionSummary = v.InferOutput<typeof RevisionSummary>

/** `text` is canonical; `sha256` is its SHA-256 in hex. */
export const Revision = v.object({ ...RevisionSummary.entries, articleId: Id, body: LexicalDocumentSchema, text: v.string(), sha256: Sha256 })
export type Revision = v.InferOutput<typeof Revision>

/**
 * At most one an article. Not a Change: it is a text being written. `base` is the revision that it was begun on; `edited`: it is the
 * reader's own work, and once discarded nothing brings it back.
 */
export const Draft = v.object({
  articleId: Id, base: RevisionNumber, origin: v.picklist(['edit', 'import']), document: LexicalDocumentSchema, sourceName: ShortText, edited: v.boolean(), updatedAt: Time,
})
export type Draft = v.InferOutput<typeof Draft>

/** How many highlights came through to a revision, by state. */
export const CarriedCounts = v.object(Object.fromEntries(highlightStates.map((state) => [state, Count])) as Record<(typeof highlightStates)[number], typeof Count>)
export type CarriedCounts = v.InferOutput<typeof CarriedCounts>
