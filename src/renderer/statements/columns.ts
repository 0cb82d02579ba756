/** The table's columns, and which of them there is room for. */
export const columnNames = {
  pick: 'Picked', stance: 'Stance', speaker: 'Speaker', issue: 'Issue', quote: 'Quote', wording: 'Wording', date: 'Date said', source: 'Source', tags: 'Tags',
} as const
export type Column = keyof typeof columnNames
export type SortColumn = Exclude<Column, 'pick'>

/** Least width in CSS px at which a column is shown: those that can be done without come last. */
const shownFrom: Record<Column, number> = { pick: 0, stance: 0, speaker: 0, quote: 0, issue: 590, source: 720, date: 860, wording: 980, tags: 1080 }

const widths: Record<Column, string> = {
  pick: '36px', stance: '120px', speaker: 'minmax(112px, 150px)', issue: 'minmax(130px, 1fr)', quote: 'minmax(190px, 2fr)', wording: '98px', date: '94px', source: 'minmax(112px, 152px)', tags: 'minmax(76px, 104px)',
}

/** In their order, for a table of this width in CSS px. */
export function columnsIn(width: number): Column[] {
  return (Object.keys(columnNames) as Column[]).filter((column) => width >= shownFrom[column])
}

/** A CSS grid template. */
export function templateOf(columns: Column[]): string {
  return columns.map((column) => widths[column]).join(' ')
}
