/** Checks a whole library's file, also a backup's: its structure, its indexes, what search keeps, and every checksum. */
import { createHash } from 'node:crypto'
import Sqlite, { type Database } from 'better-sqlite3'
import { allDamagedRows, checkedTables, registerRowChecksum } from './checksums/row-checksum.ts'
import { migrate, schemaVersion, versionOf } from './migrate.ts'
import { remakeSearch, strayInSearch } from './search-index.ts'

/** How many findings about the structure are read: one is enough to know. */
const MOST = 10

/** Sentences that say what is wrong; none when all is whole. Reads only. May throw where SQLite can't read the file at all. */
export function checkLibrary(db: Database): string[] {
  const schema = schemaOf(db)
  const damage = schema.length > 0 ? schema.map(inStructure) : damageIn(db)
  const stray = damage.length > 0 ? 0 : strayInSearch(db)
  return stray > 0 ? [`What search keeps differs from the library in ${stray} ${stray === 1 ? 'row' : 'rows'}.`] : damage
}

/** The same of what a person wrote, in a library of any schema: what search keeps can be made anew. */
export function damageIn(db: Database): string[] {
  const structure = structureOf(db)
  if (structure.length > 0) return structure.map(inStructure)
  registerRowChecksum(db)
  const rows = [...allDamagedRows(db)].flatMap(([name, numbers]) => numbers.map((row) => `Row ${row} of ${name} is damaged.`))
  return checkedTables(db).has('revision') ? rows : [...rows, ...otherTexts(db)]
}

function inStructure(finding: string): string {
  return `The file’s structure is damaged: ${finding}.`
}

/** Texts that do not have the SHA-256 that was kept with them: all that libraries had before rows had checksums. */
function otherTexts(db: Database): string[] {
  const found: string[] = []
  const revisions = db.prepare<[], { seq: number; text: string; sha256: string }>('SELECT rowid AS seq, text, sha256 FROM revision')
  for (const { seq, text, sha256 } of revisions.iterate()) {
    if (createHash('sha256').update(text).digest('hex') !== sha256) found.push(`The text in row ${seq} of revision is not what was stored.`)
  }
  return found
}

/**
 * Whether the structure is whole, or is again after the indexes and what search keeps were made anew from the tables: what they
 * say, the tables say too. Damage anywhere else leaves the file as it was.
 */
export function isWholeOrMended(db: Database): boolean {
  if (structureOf(db).length === 0) return true
  try {
    db.transaction(() => {
      db.exec('REINDEX')
      remakeSearch(db)
      if (structureOf(db).length > 0) throw new Error('Not the indexes alone are damaged.')
    }).immediate()
    return true
  } catch {
    return false
  }
}

/** What SQLite finds, of tables, indexes and the full-text index (https://sqlite.org/pragma.html#pragma_integrity_check). */
export function structureOf(db: Database): string[] {
  return (db.pragma(`integrity_check(${MOST})`) as { integrity_check: string }[]).map((row) => row.integrity_check).filter((finding) => finding !== 'ok')
}

/** Tables, indexes and triggers that are not written as Counterpoint writes them. Of a file of an earlier version nobody knows. */
export function schemaOf(db: Database): string[] {
  if (versionOf(db) !== schemaVersion) return []
  const fresh = new Sqlite(':memory:')
  try {
    migrate(fresh)
    const written = new Map(partsOf(db).map(({ name, sql }) => [name, sql]))
    return partsOf(fresh).filter(({ name, sql }) => written.get(name) !== sql).map(({ type, name }) => `the ${type} ${name} is not written as it was`)
  } finally {
    fresh.close()
  }
}

const partsOf = (db: Database): { type: string; name: string; sql: string }[] =>
  db.prepare<[], { type: string; name: string; sql: string }>('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL').all()
