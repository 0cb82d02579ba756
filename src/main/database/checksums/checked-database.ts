/**
 * The library's database as the services use it: before a table is first read or written in this process, all its rows are held
 * against their checksums. A statement names each table that it reads, so none can be forgotten. Later damage, under a running
 * program, is seen at the next opening, backup or verify.
 */
import type { Database, Statement } from 'better-sqlite3'
import type { RowPlace } from '../../../shared/damage.ts'
import { relinkNotes } from '../search-index.ts'
import { checkedTables, damagedRows } from './row-checksum.ts'

/** What was found so far. */
export interface Damage {
  has(table: string, row: number): boolean
  places(): RowPlace[]
  /** It was mended, or the reader said that it is right. */
  forget(place: RowPlace): void
  /** Looks at every table, also those that were looked at before. */
  lookAgain(): void
}

/** `onFound` is told once for each table with damaged rows. */
export function checkedDatabase(db: Database, onFound: () => void): { checked: Database; damage: Damage } {
  const tables = checkedTables(db)
  const unseen = new Set(tables.keys())
  const damaged = new Map<string, Set<number>>()
  function look(table: string): void {
    unseen.delete(table)
    const rows = damagedRows(db, table, tables.get(table)!)
    const known = damaged.get(table)
    if (rows.every((row) => known?.has(row)) || (table === 'note_link' && isRelinked(db))) return
    damaged.set(table, new Set(rows))
    onFound()
  }
  const prepare = (sql: string): Statement => {
    const statement = db.prepare(sql)
    const named = [...new Set(sql.match(/\w+/g))].filter((word) => unseen.has(word))
    return named.length === 0 ? statement : lookingFirst(statement, () => {
      for (const table of named) if (unseen.has(table)) look(table)
    })
  }
  return {
    checked: new Proxy(db, {
      get(target, name) {
        if (name === 'prepare') return prepare
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    }),
    damage: {
      has: (table, row) => damaged.get(table)?.has(row) ?? false,
      places: () => [...damaged].flatMap(([table, rows]) => [...rows].map((row) => ({ table, row }))),
      forget: ({ table, row }) => { damaged.get(table)?.delete(row) },
      lookAgain: () => [...tables.keys()].forEach(look),
    },
  }
}

/** The links between notes can be made from the notes themselves; not where one of these is damaged too far. */
function isRelinked(db: Database): boolean {
  try {
    relinkNotes(db)
    return true
  } catch {
    return false
  }
}

function lookingFirst(statement: Statement, look: () => void): Statement {
  for (const method of ['get', 'all', 'iterate', 'run'] as const) {
    const plain = statement[method].bind(statement) as (...values: unknown[]) => never
    statement[method] = (...values: unknown[]) => {
      look()
      return plain(...values)
    }
  }
  return statement
}
