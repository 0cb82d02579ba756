/**
 * The checksum of a row: CRC-32 over all its other columns in their order, so that one flipped bit, or any within 32 bits
 * of each other, never goes by unseen. It guards against a disk, not against a forger.
 */
import { crc32 } from 'node:zlib'
import type { Database } from 'better-sqlite3'

/** The column that holds it, in every table whose rows a person wrote. */
export const CHECKSUM = 'checksum'
export type Value = string | number | null

/** Each value with its kind, and a text with its length, so that no two rows are written alike. */
export function rowChecksum(values: Value[]): number {
  let written = ''
  for (const value of values) written += value === null ? 'n;' : typeof value === 'number' ? `${value};` : `${value.length}:${value}`
  return crc32(written)
}

/** Gives `row_checksum(…)` to SQL of this connection. */
export function registerRowChecksum(db: Database): void {
  db.function('row_checksum', { varargs: true, deterministic: true }, (...values: unknown[]) => rowChecksum(values as Value[]))
}

/** The journal gives its rows their checksum as it inserts them, when they have no number yet. */
export const ownInsert = 'change_row'

/** The tables that have checksums, each with the columns that these are over. */
export function checkedTables(db: Database): Map<string, string[]> {
  const columns = db.prepare<[], { table: string; column: string }>(`SELECT list.name AS "table", info.name AS "column"
    FROM pragma_table_list AS list JOIN pragma_table_info(list.name) AS info WHERE list.schema = 'main' AND list.type = 'table' ORDER BY list.name, info.cid`).all()
  const tables = [...Map.groupBy(columns, ({ table }) => table)].map(([table, of]) => [table, of.map(({ column }) => column)] as const)
  return new Map(tables.filter(([, names]) => names.includes(CHECKSUM)).map(([table, names]) => [table, names.filter((name) => name !== CHECKSUM && !(table === ownInsert && name === 'seq'))]))
}

/** SQL of the checksum that a row should have; `row` is how the statement calls it. */
export function checksumOf(columns: string[], row: string): string {
  return `row_checksum(${columns.map((column) => `${row}."${column}"`).join(', ')})`
}

/** Rows of a table that are not as they were written: damaged, or changed by a program that is not Counterpoint. */
export function damagedRows(db: Database, table: string, columns: string[]): number[] {
  return db.prepare<[], number>(`SELECT rowid FROM main."${table}" AS row WHERE ${CHECKSUM} IS NOT ${checksumOf(columns, 'row')}`).pluck().all()
}

/** After a migration each row has the checksum of what it became; those that were damaged before it stay so. */
export function sealRows(db: Database, damagedBefore: Map<string, number[]>): void {
  for (const [table, columns] of checkedTables(db)) {
    db.prepare(`UPDATE main."${table}" AS row SET ${CHECKSUM} = ${checksumOf(columns, 'row')}
      WHERE ${CHECKSUM} IS NOT ${checksumOf(columns, 'row')} AND rowid NOT IN (SELECT value FROM json_each(?))`).run(JSON.stringify(damagedBefore.get(table) ?? []))
  }
}

export function allDamagedRows(db: Database): Map<string, number[]> {
  return new Map([...checkedTables(db)].map(([table, columns]) => [table, damagedRows(db, table, columns)]))
}
