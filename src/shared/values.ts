/** Small schemas that several nouns share. Every number is finite and bounded, and whole where it counts something. */
import * as v from 'valibot'
import { oneLine } from './clean-text.ts'

/** UUIDv7, made in main (RFC 9562). */
export const Id = v.pipe(v.string(), v.uuid('not an identifier'))
/** UTC, ISO 8601 with milliseconds. */
export const Time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'not a time'), v.check((time) => !Number.isNaN(Date.parse(time)), 'not a time'))
/** A date as precise as it is known: a year, a month or a day. */
export const PartialDate = v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'write a date as 2017, 2017-04 or 2017-04-26'))
/** BCP 47 language tag, or '' for unknown. */
export const Language = v.pipe(v.string(), v.regex(/^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$/, 'not a language tag such as en or pt-BR'), v.maxLength(100, 'not a language tag such as en or pt-BR'))
/** One line without anything that can't be seen or makes text read otherwise than it is: that is left out, not refused. */
const Line = v.pipe(v.string(), v.transform(oneLine))
/** A name that people type: trimmed, not empty, at most 500 UTF-16 code units. */
export const Name = v.pipe(Line, v.minLength(1, 'write a name'), v.maxLength(500, 'at most 500 characters'))
export const ShortText = v.pipe(Line, v.maxLength(2000, 'at most 2,000 characters'))
/** A name that a caller gives to what it does: an upload, a job, a run of typing. */
export const Handle = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
export const Empty = v.strictObject({})

/** How many, or a place counted from 0. */
export const Count = v.pipe(v.number(), v.safeInteger('write a whole number'), v.minValue(0, 'write a number from 0 on'))
/** Into a text, in UTF-16 code units. No text is as long as the longest that this lets through. */
export const Offset = v.pipe(v.number(), v.integer('write a whole number'), v.minValue(0, 'write a number from 0 on'), v.maxValue(2 ** 31 - 1, 'lies behind the end of every text'))
/** Revisions are counted from 1. */
export const RevisionNumber = v.pipe(v.number(), v.integer('write a whole number'), v.minValue(1, 'revisions are counted from 1'), v.maxValue(1_000_000_000, 'no article has so many revisions'))
/** From 0 to 1. */
export const Fraction = v.pipe(v.number(), v.minValue(0, 'write a number from 0 to 1'), v.maxValue(1, 'write a number from 0 to 1'))
/** A place in an order that the user makes, as it is kept: those that come behind the last one that was moved are counted on. */
export const KeptPosition = v.pipe(v.number(), v.minValue(-1e15, 'too small a number'), v.maxValue(1e15, 'too large a number'))
/** Such a place as it is given: whatever is counted on from it is kept exactly. */
export const Position = v.pipe(v.number(), v.minValue(-1_000_000_000, 'write a number from −1,000,000,000 to 1,000,000,000'), v.maxValue(1_000_000_000, 'write a number from −1,000,000,000 to 1,000,000,000'))
/** Speaker colours 1 to 8; from the ninth speaker on they repeat. */
export const SpeakerColour = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8))
/** In hex. */
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hex'))
