/** What searching finds. */
import * as v from 'valibot'
import { noteSubjects } from './note.ts'
import { Id } from './values.ts'

export const SearchHit = v.object({
  kind: v.picklist(['article', 'highlight', 'note']),
  /** What `id` names. A note is found under the thing that it is on. */
  subject: v.picklist(noteSubjects),
  id: Id,
  articleId: v.nullable(Id),
  /** For a note on a speaker, an issue or a comparison: the speaker's name, the proposition, the title ('' for the one without). */
  articleTitle: v.string(),
  /** The words found, with text around them; `match` runs are the words. */
  excerpt: v.array(v.object({ text: v.string(), match: v.boolean() })),
})
export type SearchHit = v.InferOutput<typeof SearchHit>
