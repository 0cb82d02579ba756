/** Migrations only go forward. `PRAGMA user_version` is the number of those that have run. */
import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/rpc.ts'
import { foldName } from '../../shared/same-name.ts'
import { allDamagedRows, registerRowChecksum, sealRows } from './checksums/row-checksum.ts'
import { first } from './migrations/001-first.ts'
import { revisions } from './migrations/002-revisions.ts'
import { comparisons } from './migrations/003-comparisons.ts'
import { saidByAnother } from './migrations/004-said-by-another.ts'
import { wording } from './migrations/005-wording.ts'
import { eventArticles } from './migrations/006-event-articles.ts'
import { foldedNames } from './migrations/007-folded-names.ts'
import { checksums } from './migrations/008-checksums.ts'
import { binStays } from './migrations/012-bin-stays.ts'

const migrations = [first, revisions, comparisons, saidByAnother, wording, eventArticles, foldedNames, checksums, binStays]

export const schemaVersion = migrations.length

export function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

export function migrate(db: Database): void {
  if (versionOf(db) > schemaVersion) {
    throw new AppError('library-unavailable', 'This library was last opened by a newer Counterpoint. Open it with that version.')
  }
  registerRowChecksum(db)
  if (versionOf(db) === schemaVersion) return
  db.function('fold_name', { deterministic: true }, (name: string | null) => (name === null ? null : foldName(name)))
  // A table that is made anew must not take along the rows that refer to it; within a transaction this can't be set.
  const foreignKeys = db.pragma('foreign_keys', { simple: true }) as number
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      const damaged = allDamagedRows(db)
      for (let version = versionOf(db); version < schemaVersion; version += 1) {
        db.exec(migrations[version]!)
        db.pragma(`user_version = ${version + 1}`)
      }
      sealRows(db, damaged)
    }).immediate()
  } finally {
    db.pragma(`foreign_keys = ${foreignKeys}`)
  }
}
