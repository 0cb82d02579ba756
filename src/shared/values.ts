/** Small schemas that several nouns share. */
import * as v from 'valibot'

/** UUIDv7, made in main (RFC 9562). */
export const Id = v.pipe(v.string(), v.uuid('not an identifier'))
/** UTC, ISO 8601 with milliseconds. */
export const Time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'not a time'))
/** A date as precise as it is known: a year, a month or a day. */
export const PartialDate = v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'write a date as 2017, 2017-04 or 2017-04-26'))
/** BCP 47 language tag, or '' for unknown. */
export const Language = v.pipe(v.string(), v.regex(/^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$/, 'not a language tag such as en or pt-BR'))
/** A name that people type: trimmed, not empty, at most 500 UTF-16 code units. */
export const Name = v.pipe(v.string(), v.trim(), v.minLength(1, 'write a name'), v.maxLength(500, 'at most 500 characters'))
export const ShortText = v.pipe(v.string(), v.trim(), v.maxLength(2000, 'at most 2,000 characters'))
export const Empty = v.strictObject({})
/** Speaker colours 1 to 8; from the ninth speaker on they repeat. */
export const SpeakerColour = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8))
