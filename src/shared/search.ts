/** What searching finds. */
import * as v from 'valibot'
import { Id } from './values.ts'

export const SearchHit = v.object({
  kind: v.picklist(['article', 'highlight', 'note']),
  id: Id,
  articleId: v.nullable(Id),
  articleTitle: v.string(),
  /** The words found, with text around them; `match` runs are the words. */
  excerpt: v.array(v.object({ text: v.string(), match: v.boolean() })),
})
export type SearchHit = v.InferOutput<typeof SearchHit>
