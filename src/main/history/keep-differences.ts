/** What a Change has recorded, made small: one touch of a row where a run goes on, and differences of long texts. */
import type { ChangeRow, ChangeTable } from './change-table.ts'
import { joined, LONG, parseSides, shortened, type Row, type Sides } from './kept-row.ts'
import type { RowTable } from './row-table.ts'

/** `touched` is what was recorded just now, `earlier` what the same run recorded before: a typing run stays one before and one after. */
export function keepDifferences(table: ChangeTable, rowTable: RowTable, earlier: ChangeRow[], touched: ChangeRow[]): void {
  const kept = new Map(earlier.filter((row) => row.after !== null).map((row) => [`${row.noun} ${row.row}`, row]))
  for (const row of touched) {
    const key = `${row.noun} ${row.row}`
    const same = row.after === null ? undefined : kept.get(key)
    if (same) table.removeRow(row)
    const one = same ? { ...same, ...asJson(joined(parseSides(same.before, same.after), parseSides(row.before, row.after))) } : row
    const short = shortenedRow(one, rowTable)
    if (short !== row) table.setSides(short)
    if (same) kept.set(key, short)
  }
}

function shortenedRow(row: ChangeRow, rowTable: RowTable): ChangeRow {
  if (Math.max(row.before?.length ?? 0, row.after?.length ?? 0) <= LONG) return row
  const made = row.before === null && row.noun === 'revision' ? JSON.parse(row.after!) as Row : undefined
  if (row.before !== null && row.after !== null || made) return { ...row, ...asJson(shortened(parseSides(row.before, row.after), made && rowTable.previousRevision(made))) }
  return row
}

function asJson({ before, after }: Sides): Pick<ChangeRow, 'before' | 'after'> {
  return { before: before && JSON.stringify(before), after: after && JSON.stringify(after) }
}

/** From how many bytes on a row of an earlier version is looked at. */
const LONG_ROW = 4000
/** How long one step takes about, in ms: whoever asks something meanwhile doesn't notice. */
const STEP = 15

/** Earlier versions kept whole texts: theirs are made small when nothing else is to be done. `step` gives true while there may be more. */
export function createShortening(table: ChangeTable, rowTable: RowTable): { step(): boolean } {
  let last = 0
  return {
    step: () => table.transaction(() => {
      const end = performance.now() + STEP
      do {
        const row = table.nextLong(last, LONG_ROW)
        if (!row) return false
        last = row.seq
        const short = shortenedRow(row, rowTable)
        if (short.before !== row.before || short.after !== row.after) table.setSides(short)
      } while (performance.now() < end)
      return true
    }),
  }
}
