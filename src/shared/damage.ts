/** Damage: rows of the library that are not as Counterpoint wrote them, and what the backups have of them. */
import * as v from 'valibot'
import { Time } from './values.ts'

/** A row of a table, by SQLite's own number. */
export const RowPlace = v.object({ table: v.string(), row: v.pipe(v.number(), v.integer()) })
export type RowPlace = v.InferOutput<typeof RowPlace>

/** `name`: what it is, in words with a capital: "Note on “We will not sign”". The words in it may be the spoiled ones. */
export const DamagedThing = v.object({ ...RowPlace.entries, name: v.string() })
export type DamagedThing = v.InferOutput<typeof DamagedThing>

/** Long texts are cut around the first place that differs. */
export const DamagedField = v.object({ field: v.string(), here: v.string(), there: v.string() })
export type DamagedField = v.InferOutput<typeof DamagedField>

/** `backup`: the newest that has the thing undamaged; null where none has. No field differs where only the checksum was hit. */
export const DamageOffer = v.object({ ...DamagedThing.entries, backup: v.nullable(v.object({ name: v.string(), madeAt: Time, fields: v.array(DamagedField) })) })
export type DamageOffer = v.InferOutput<typeof DamageOffer>
