/** Verifying: every quote against its revision, character by character, and every revision against its SHA-256. */
import * as v from 'valibot'
import { Count } from './values.ts'

export const Difference = v.object({
  kind: v.picklist(['quote', 'context', 'revision', 'missing']),
  /** The highlight's or the article's identifier. */
  id: v.string(),
  articleId: v.string(),
  revision: Count,
  /** What differs, for people. */
  sentence: v.string(),
})
export type Difference = v.InferOutput<typeof Difference>

export const Verification = v.object({ revisions: Count, highlights: Count, ranges: Count, differences: v.array(Difference) })
export type Verification = v.InferOutput<typeof Verification>
