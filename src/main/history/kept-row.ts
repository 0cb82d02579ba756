/**
 * What a Change keeps of a row that it touched: `before` and `after`, as JSON. One that was made or deleted is kept whole, on one
 * side; of one that was changed only the columns that changed, on both sides. A long text is kept as its difference: one that
 * changed from the text on the other side, that of a revision from the one before it.
 */
import { differenceFrom, isTextOf, wholeText, type TextDifference } from './text-difference.ts'

export type Value = string | number | null
/** A row as its table has it. */
export type Row = Record<string, Value>
/** Some columns of it. */
export type Kept = Record<string, Value | TextDifference>
export type Sides = Record<'before' | 'after', Kept | null>

/** From how many UTF-16 code units on a text is kept as its difference: below, the difference is hardly smaller. */
export const LONG = 200

/** Libraries of before kept the whole row on both sides: columns that did not change are left out. */
export function parseSides(before: string | null, after: string | null): Sides {
  const sides = { before: parse(before), after: parse(after) }
  return sides.before && sides.after ? onlyChanged(sides.before, sides.after) : sides
}

function isDifference(value: Value | TextDifference | undefined): value is TextDifference {
  return typeof value === 'object' && value !== null
}

/** Whether the row (undefined: there is none) is what is kept, as far as that goes. */
export function isAs(row: Row | undefined, kept: Kept | null): boolean {
  if (!row || !kept) return !row && !kept
  return Object.entries(kept).every(([column, value]) => (isDifference(value) ? isTextOf(value, String(row[column])) : row[column] === value))
}

/** The columns themselves. `base` is the row that texts were kept as differences from. */
export function whole(kept: Kept, base: Row | undefined): Row {
  return Object.fromEntries(Object.entries(kept).map(([column, value]) => [column, isDifference(value) ? wholeText(String(base?.[column] ?? ''), value) : value]))
}

/** Two touches of one row, neither of them deleting it, as one. Of `later`, texts are whole. */
export function joined(earlier: Sides, later: Sides): Sides {
  const before = earlier.before && { ...later.before, ...Object.fromEntries(Object.entries(earlier.before).map(([column, value]) =>
    [column, isDifference(value) && later.before && column in later.before ? wholeText(String(later.before[column]), value) : value])) }
  return { before, after: { ...earlier.after, ...later.after } }
}

/** With long texts as differences. `previous` is the row that a row which was made is like: a revision's the one before it. */
export function shortened({ before, after }: Sides, previous: Row | undefined): Sides {
  if (before && after) return { before: differences(before, after), after: differences(after, before) }
  return after && previous ? { before, after: differences(after, previous) } : { before, after }
}

function differences(kept: Kept, base: Kept): Kept {
  return Object.fromEntries(Object.entries(kept).map(([column, value]) => {
    const from = base[column]
    return [column, typeof value === 'string' && typeof from === 'string' && Math.max(value.length, from.length) > LONG ? differenceFrom(from, value) : value]
  }))
}

function onlyChanged(before: Kept, after: Kept): Sides {
  const changed = Object.keys(after).filter((column) => isDifference(after[column]) || before[column] !== after[column])
  const only = (kept: Kept): Kept => Object.fromEntries(changed.map((column) => [column, kept[column] ?? null]))
  return { before: only(before), after: only(after) }
}

function parse(json: string | null): Kept | null {
  return json === null ? null : JSON.parse(json) as Kept
}
