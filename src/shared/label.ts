/** Tags and collections: labels and folders. */
import * as v from 'valibot'
import { Count, Id, Name } from './values.ts'

export const Tag = v.object({ id: Id, name: Name, articles: Count })
export type Tag = v.InferOutput<typeof Tag>
export const Collection = v.object({ id: Id, name: Name, articles: Count })
export type Collection = v.InferOutput<typeof Collection>
