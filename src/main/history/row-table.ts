/** SQL of the rows that Changes touch, whatever their table: as they are now, and put back. */
import type { Database, Statement } from 'better-sqlite3'
import { revisionBody, revisionText } from '../database/packed-text.ts'
import type { Journal, JournaledTable } from './journal.ts'
import type { Kept, Row } from './kept-row.ts'

export type RowTable = ReturnType<typeof createRowTable>

export function createRowTable(db: Database, journal: Journal) {
  const prepared = new Map<string, Statement<unknown[], Row>>()
  /** Thousands of rows are put back by the same few statements. */
  function statement(sql: string): Statement<unknown[], Row> {
    const known = prepared.get(sql) ?? db.prepare<unknown[], Row>(sql)
    prepared.set(sql, known)
    return known
  }
  /** Without columns that the table has no more. */
  const columnsOf = (noun: JournaledTable, row: Kept): string[] => journal.columns(noun).filter((column) => column in row)

  return {
    /** All its columns that are journaled, or (besides `seq`) those that are kept. */
    find: (noun: JournaledTable, row: number, kept: Kept | null = null): Row | undefined => {
      const columns = journal.columns(noun).filter((column) => column === 'seq' || !kept || column in kept)
      return statement(`SELECT ${(noun === 'revision' ? columns.map(ofRevision) : columns).join(', ')} FROM ${noun} WHERE seq = ?`).get(row)
    },
    remove: (noun: JournaledTable, row: number): void => { statement(`DELETE FROM ${noun} WHERE seq = ?`).run(row) },
    insert(noun: JournaledTable, row: Row): void {
      const columns = columnsOf(noun, row)
      statement(`INSERT INTO ${noun} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...columns.map((column) => row[column]))
    },
    update(noun: JournaledTable, row: number, changed: Row): void {
      const columns = columnsOf(noun, changed)
      statement(`UPDATE ${noun} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE seq = ?`).run(...columns.map((column) => changed[column]), row)
    },
    /** The revision before this one. */
    previousRevision: ({ article_id, number }: Record<string, unknown>): Row | undefined =>
      statement(`SELECT ${journal.columns('revision').map(ofRevision).join(', ')} FROM revision WHERE article_id = ? AND number = ?`).get(article_id, Number(number) - 1),
    /** What a note is on is of many kinds, so no foreign key can tell. */
    isNoteOnNothing: (row: number): boolean => statement(`SELECT 1 FROM note WHERE seq = ? AND NOT CASE subject_type
      WHEN 'highlight' THEN EXISTS (SELECT 1 FROM highlight WHERE id = subject_id) WHEN 'article' THEN EXISTS (SELECT 1 FROM article WHERE id = subject_id)
      WHEN 'speaker' THEN EXISTS (SELECT 1 FROM speaker WHERE id = subject_id) WHEN 'issue' THEN EXISTS (SELECT 1 FROM issue WHERE id = subject_id)
      ELSE EXISTS (SELECT 1 FROM comparison WHERE id = subject_id) END`).get(row) !== undefined,
    /** The row that has the same name by now, of a noun whose names are unique. */
    named: (noun: JournaledTable, { folded }: Row): number | undefined =>
      (typeof folded === 'string' ? (statement(`SELECT seq FROM ${noun} WHERE folded = ?`).get(folded) as { seq: number } | undefined)?.seq : undefined),
    /** Whether one of these rows names another that is not there. Deferred foreign keys would say so at the COMMIT, which is the whole act's. */
    isBroken(noun: JournaledTable, rows: number[]): boolean {
      const keys = db.pragma(`foreign_key_list(${noun})`) as { table: string; from: string; to: string }[]
      const dangling = keys.map(({ table, from, to }) => `(${from} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${table} AS parent WHERE parent.${to} = ${noun}.${from}))`)
      if (dangling.length === 0) return false
      return statement(`SELECT seq FROM ${noun} WHERE seq IN (SELECT value FROM json_each(?)) AND (${dangling.join(' OR ')}) LIMIT 1`).get(JSON.stringify(rows)) !== undefined
    },
    /** Checked with `isBroken`, so rows may be put back in any order. */
    deferForeignKeys: (): void => { db.pragma('defer_foreign_keys = ON') },
  }
}

/** One that is packed counts as what it holds. */
function ofRevision(column: string): string {
  if (column === 'text') return `${revisionText} AS text`
  return column === 'body' ? `${revisionBody} AS body` : column
}
