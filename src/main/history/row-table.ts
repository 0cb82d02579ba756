/** SQL of the rows that Changes touch, whatever their table: as they are now, and put back. */
import type { Database, Statement } from 'better-sqlite3'
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
    find: (noun: JournaledTable, row: number, kept: Kept | null = null): Row | undefined =>
      statement(`SELECT ${journal.columns(noun).filter((column) => column === 'seq' || !kept || column in kept).join(', ')} FROM ${noun} WHERE seq = ?`).get(row),
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
      statement(`SELECT ${journal.columns('revision').join(', ')} FROM revision WHERE article_id = ? AND number = ?`).get(article_id, Number(number) - 1),
    /** Checked with `isBroken`, so rows may be put back in any order. */
    deferForeignKeys: (): void => { db.pragma('defer_foreign_keys = ON') },
  }
}
