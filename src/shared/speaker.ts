/** Who makes statements: a person, a body or a state. */
import * as v from 'valibot'
import { Count, Id, KeptPosition, Name, SpeakerColour } from './values.ts'

/** An alias may hold in one article only ("he"). */
export const Alias = v.object({ name: Name, articleId: v.nullable(Id) })
export type Alias = v.InferOutput<typeof Alias>
export const Speaker = v.object({
  id: Id, name: Name, aliases: v.array(Alias), speaksForId: v.nullable(Id), colour: SpeakerColour, position: KeptPosition, statements: Count,
})
export type Speaker = v.InferOutput<typeof Speaker>
