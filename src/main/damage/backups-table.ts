/** What the backups have of a row: the newest in which it is whole. */
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Backup } from '../../shared/library.ts'
import type { RowPlace } from '../../shared/damage.ts'
import { CHECKSUM, checkedTables, rowChecksum } from '../database/checksums/row-checksum.ts'
import { listBackups } from '../database/backup.ts'
import { valuesOf, type Values } from './damage-table.ts'

export interface RowInBackup { backup: Pick<Backup, 'name' | 'madeAt'>; values: Values }
export interface OpenBackups {
  /** Undefined where no backup of the same schema has the row whole. */
  find(place: RowPlace, columns: string[]): RowInBackup | undefined
  /** The same row in that one backup, if it is whole there. */
  rowIn(backup: string, place: RowPlace, columns: string[]): Values | undefined
}

/** Each backup is opened at most once while `work` asks, and only read. */
export function withBackups<T>(folder: string, work: (backups: OpenBackups) => T): T {
  const list = listBackups(folder)
  const opened = new Map<string, Sqlite.Database | undefined>()
  const open = (name: string): Sqlite.Database | undefined => {
    if (!opened.has(name)) opened.set(name, tried(() => new Sqlite(join(folder, 'backups', name), { readonly: true, fileMustExist: true })))
    return opened.get(name)
  }
  const rowIn: OpenBackups['rowIn'] = (name, { table, row }, columns) => tried(() => {
    const db = open(name)
    if (!db || checkedTables(db).get(table)?.join() !== columns.join()) return undefined
    const values = valuesOf(db, table, [...columns, CHECKSUM], row)
    if (!values) return undefined
    const { [CHECKSUM]: checksum, ...own } = values
    return checksum === rowChecksum(columns.map((column) => own[column]!)) ? own : undefined
  })
  try {
    return work({
      rowIn,
      find(place, columns) {
        for (const backup of list) {
          const values = rowIn(backup.name, place, columns)
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
