/**
 * The journal behind undo: temporary triggers write what each touched row was and became into `change_row`,
 * under the Change that is being recorded (the pattern of https://sqlite.org/undoredo.html, with JSON: `kept-row.ts`).
 * Made anew at each opening from the schema as it is, so a migration has to think of them only where it adds a column:
 * rows that are kept whole get it too, with `UPDATE change_row SET before = json_insert(before, …), after = json_insert(after, …)`.
 */
import { CHECKSUM } from '../database/checksums/row-checksum.ts'
import type { Database } from '../database/open-database.ts'

/** Each journaled table and the noun whose `changed` event it causes. A revision never changes, but one that is made by editing can be undone; an import's first one is made outside any Change. */
export const journaledTables = {
  article: 'articles', revision: 'articles', highlight: 'highlights', highlight_range: 'highlights', statement: 'statements',
  speaker: 'speakers', speaker_alias: 'speakers', issue: 'issues', note: 'notes',
  tag: 'tags', article_tag: 'tags', highlight_tag: 'tags', collection: 'collections', article_collection: 'collections',
  comparison: 'comparisons', look: 'looks', event: 'events',
} as const
export type JournaledTable = keyof typeof journaledTables

/** Under this number is journaled which rows go along with others, to be compared and thrown away; of what is deleted, no more than that. */
export const TRIAL = -1

export interface Journal {
  /** The Change that rows are written under; null while nothing is recorded. */
  current: number | null
  columns(table: JournaledTable): string[]
}

export function openJournal(db: Database): Journal {
  const columns = new Map<string, string[]>()
  const journal: Journal = { current: null, columns: (table) => columns.get(table)! }
  db.function('current_change', { deterministic: false }, () => journal.current)
  for (const table of Object.keys(journaledTables) as JournaledTable[]) {
    const names = (db.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name).filter((name) => name !== CHECKSUM)
    columns.set(table, names)
    const changed = names.map((name) => `OLD.${name} IS NOT NEW.${name}`).join(' OR ')
    db.exec(trigger(table, 'INSERT', 'NEW', 'TRUE', 'NULL', wholeRow(names, 'NEW')) + trigger(table, 'DELETE', 'OLD', 'TRUE', `iif(current_change() = ${TRIAL}, '{}', ${wholeRow(names, 'OLD')})`, 'NULL')
      + trigger(table, `UPDATE OF ${names.join(', ')}`, 'OLD', changed, changedColumns(names, 'OLD'), changedColumns(names, 'NEW')))
  }
  return journal
}

function trigger(table: string, act: string, row: string, when: string, before: string, after: string): string {
  return `CREATE TEMP TRIGGER journal_${table}_${act.slice(0, 6)} AFTER ${act} ON main.${table} WHEN current_change() IS NOT NULL AND (${when}) BEGIN
    INSERT INTO change_row (change, noun, row, before, after, checksum) SELECT *, row_checksum(change, noun, row, before, after) FROM (
      SELECT current_change() AS change, '${table}' AS noun, ${row}.seq AS row, ${before} AS before, ${after} AS after LIMIT 1);
  END;`
}

function wholeRow(columns: string[], row: string): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`
}

function changedColumns(columns: string[], row: string): string {
  return `'{' || substr(${columns.map((column) => `iif(OLD.${column} IS NOT NEW.${column}, ',"${column}":' || json_quote(${row}.${column}), '')`).join(' || ')}, 2) || '}'`
}
