/** An issue: a proposition in dispute, one that can be asserted or denied. */
import * as v from 'valibot'
import { Count, Id, KeptPosition, Name } from './values.ts'

export const Issue = v.object({ id: Id, proposition: Name, position: KeptPosition, statements: Count })
export type Issue = v.InferOutput<typeof Issue>
