/** Verifying: every quote against its revision, character by character, and every revision against its SHA-256. */
import * as v from 'valibot'
import { Count } from './values.ts'

export const Difference = v.object({
  /** `damaged`: a row is not as it was written. `structure`: the file itself, or what search keeps. `note`: what a note quotes. */
  kind: v.picklist(['quote', 'context', 'revision', 'missing', 'order', 'candidate', 'note', 'damaged', 'structure', 'speaker', 'source']),
  /** The highlight's, the article's or the note's identifier; of a damaged row its table and number: note-12. */
  id: v.string(),
  articleId: v.string(),
  revision: Count,
  /** What differs, for people. */
  sentence: v.string(),
})
export type Difference = v.InferOutput<typeof Difference>

export const Verification = v.object({ revisions: Count, highlights: Count, ranges: Count, differences: v.array(Difference) })
export type Verification = v.InferOutput<typeof Verification>
