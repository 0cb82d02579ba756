/** An issue: a proposition in dispute, one that can be asserted or denied. */
import * as v from 'valibot'
import { Id, Name } from './values.ts'

export const Issue = v.object({ id: Id, proposition: Name, position: v.number(), statements: v.number() })
export type Issue = v.InferOutput<typeof Issue>
