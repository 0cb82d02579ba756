/** What the backups have of a row: the newest in which it is whole. */
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Backup } from '../../shared/library.ts'
import { CHECKSUM, checkedTables, rowChecksum } from '../database/checksums/row-checksum.ts'
import { listBackups } from '../database/backups/make-backup.ts'
import { valuesOf, type Values } from './damage-table.ts'

export interface RowInBackup { backup: Pick<Backup, 'name' | 'madeAt'>; values: Values }
export interface OpenBackups {
  /** Undefined where no backup of the same schema has the row whole. `here`: what the library has of it. */
  find(table: string, row: number, here: Values): RowInBackup | undefined
  /** The same row in that one backup, if it is whole there. */
  rowIn(backup: string, table: string, row: number, here: Values): Values | undefined
}

/** Each backup is opened at most once while `work` asks, and only read. */
export function withBackups<T>(folder: string, work: (backups: OpenBackups) => T): T {
  const list = listBackups(folder)
  const opened = new Map<string, Sqlite.Database | undefined>()
  const open = (name: string): Sqlite.Database | undefined => {
    if (!opened.has(name)) opened.set(name, tried(() => new Sqlite(join(folder, 'backups', name), { readonly: true, fileMustExist: true })))
    return opened.get(name)
  }
  const rowIn: OpenBackups['rowIn'] = (name, table, row, here) => tried(() => {
    const db = open(name)
    const columns = Object.keys(here)
    if (!db || checkedTables(db).get(table)?.join() !== columns.join()) return undefined
    // Only `seq` is the same row's in every file; the tables without one have a row for an article.
    const values = columns[0] === 'article_id' ? valuesOf(db, table, [...columns, CHECKSUM], 'article_id', here.article_id!) : valuesOf(db, table, [...columns, CHECKSUM], 'rowid', row)
    if (!values) return undefined
    const { [CHECKSUM]: checksum, ...own } = values
    return checksum === rowChecksum(columns.map((column) => own[column]!)) ? own : undefined
  })
  try {
    return work({
      rowIn,
      find(table, row, here) {
        for (const backup of list) {
          const values = rowIn(backup.name, table, row, here)
          if (values) return { backup, values }
        }
        return undefined
      },
    })
  } finally {
    for (const db of opened.values()) db?.close()
  }
}

/** A backup that can't be read has nothing to give. */
function tried<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
