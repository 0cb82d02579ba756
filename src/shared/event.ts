/** An event: a dated happening that a timeline shows. */
import * as v from 'valibot'
import { Id, Name, PartialDate } from './values.ts'

export const EventFields = v.object({ title: Name, date: PartialDate })
export const Event = v.object({ id: Id, ...EventFields.entries })
export type Event = v.InferOutput<typeof Event>
