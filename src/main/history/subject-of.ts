/** What a Change was about, in the user's own words, from the rows that it touched. */
import type { ChangeRow } from './change-table.ts'
import type { JournaledTable } from './journal.ts'
import type { RowTable } from './row-table.ts'

/** Longer ones are cut, in UTF-16 code units. */
const LONGEST = 120

type Named = Record<string, string | null>
export interface Names {
  quoteOf(highlightId: string): string
  titleOf(articleId: string): string
}

/** The nouns from the one that says most to the one that says least, with how each is named. */
const naming: [JournaledTable, (row: Named, names: Names) => string][] = [
  ['comparison', (row) => row.title ?? ''],
  ['event', (row) => row.title ?? ''],
  ['article', (row) => row.title ?? ''],
  ['speaker', (row) => row.name ?? ''],
  ['issue', (row) => row.proposition ?? ''],
  ['collection', (row) => row.name ?? ''],
  ['tag', (row) => row.name ?? ''],
  ['speaker_alias', (row) => row.name ?? ''],
  ['highlight_range', (row, names) => (row.highlight_id && names.quoteOf(row.highlight_id)) || (row.exact ?? '')],
  ['statement', (row, names) => names.quoteOf(row.highlight_id ?? '')],
  ['highlight', (row, names) => names.quoteOf(row.id ?? '')],
  ['note', (row) => row.text ?? ''],
  ['highlight_tag', (row, names) => names.quoteOf(row.highlight_id ?? '')],
  ['article_tag', (row, names) => names.titleOf(row.article_id ?? '')],
  ['article_collection', (row, names) => names.titleOf(row.article_id ?? '')],
]

/** '' where nothing can be named. */
export function subjectOf(rows: ChangeRow[], names: Names, rowTable: RowTable): string {
  for (const [noun, name] of naming) {
    const row = rows.find((one) => one.noun === noun)
    const subject = row ? name(wholeRow(row, rows, rowTable), names).trim() : ''
    if (subject) return subject.length > LONGEST ? `${subject.slice(0, LONGEST).trimEnd().toWellFormed()}…` : subject
  }
  return ''
}

/** As it is now or, where the Change deleted it, as it was. */
function wholeRow({ noun, row }: ChangeRow, rows: ChangeRow[], rowTable: RowTable): Named {
  return (rowTable.find(noun, row) ?? JSON.parse(rows.find((one) => one.noun === noun && one.row === row && one.after === null)?.before ?? '{}')) as Named
}
