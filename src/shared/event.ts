/** An event: a dated happening that the timelines of its articles show. */
import * as v from 'valibot'
import type { FilteredMark } from './compare/statement-columns.ts'
import { Id, Name, PartialDate } from './values.ts'

/** It belongs to articles, to a collection, or to both. What they name need not be there any more. */
export const EventFields = v.object({ title: Name, date: PartialDate, articleIds: v.array(Id), collectionId: v.nullable(Id) })
export type EventFields = v.InferOutput<typeof EventFields>
export const Event = v.object({ id: Id, ...EventFields.entries })
export type Event = v.InferOutput<typeof Event>

/** An event stands beside statements of its own articles, and beside no other story's. */
export function belongsTo({ articleIds, collectionId }: Event, marks: FilteredMark[]): boolean {
  return marks.some(({ articleId, article }) => articleIds.includes(articleId) || (collectionId !== null && article.collectionIds.includes(collectionId)))
}
