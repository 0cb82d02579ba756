/** Gives back the room in `library.db` that nothing uses any more, in small steps. */
import { statfsSync, statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

/** Pages of 4 KiB that stay free, because the next writes use them again. */
const SPARE = 256
/** How many pages one step moves: some milliseconds. */
const STEP = 128
/** How far the write-ahead log is cut back once it is in the file, in bytes. */
const LOG_LIMIT = 4 * 1024 * 1024
const INCREMENTAL = 2
const searchTables = ['article_search', 'passage_search', 'note_search'] as const

export type FileSpace = ReturnType<typeof createFileSpace>

export function createFileSpace(db: Database) {
  const countArticles = db.prepare<[], number>('SELECT count(*) FROM article').pluck()
  const changed = db.prepare<[], number>('SELECT total_changes()').pluck()
  const merge = searchTables.map((table) => db.prepare<[number]>(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`))
  let articles = countArticles.get()!
  let merging: typeof merge = []

  /** True while there is more to do. Where much was deleted, the search index only notes what is gone until its parts are merged. */
  function mergeIndex(): boolean {
    const now = countArticles.get()!
    // A negative number begins: all parts go into one (https://sqlite.org/fts5.html#the_merge_command).
    if (now < articles) {
      for (const one of merge) one.run(-STEP)
      merging = merge
    }
    articles = now
    merging = merging.filter((one) => {
      const before = changed.get()!
      one.run(STEP)
      return changed.get()! - before > 1
    })
    return merging.length > 0
  }

  /** True when it did something. */
  function giveBack(): boolean {
    const free = db.pragma('freelist_count', { simple: true }) as number
    if (free <= SPARE || db.pragma('auto_vacuum', { simple: true }) !== INCREMENTAL) return false
    db.pragma(`incremental_vacuum(${Math.min(STEP, free - SPARE)})`)
    return true
  }

  return {
    /** True while there may be more to do. */
    step: (): boolean => mergeIndex() || giveBack(),
  }
}

/** Of a new library's file, before anything else is asked of it: later this can't be set. */
export function beginFile(db: Database): void {
  // On a file that is there already this would wait for whoever writes.
  if (statSync(db.name).size === 0) db.pragma('auto_vacuum = INCREMENTAL')
  db.pragma(`journal_size_limit = ${LOG_LIMIT}`)
}

/**
 * A file of an earlier version can give nothing back until it has been written anew once: seconds for hundreds of megabytes.
 * Where the disk has no room for that or another program is reading, it waits for the next opening.
 */
export function makeAbleToShrink(db: Database): void {
  if (db.pragma('auto_vacuum', { simple: true }) === INCREMENTAL) return
  if (!hasRoom(db)) return
  db.pragma('auto_vacuum = INCREMENTAL')
  try {
    db.exec('VACUUM')
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (!['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_CANTOPEN'].some((one) => code.startsWith(one))) throw error
  }
}

/** For the new file, and for it once more in the write-ahead log. */
function hasRoom(db: Database): boolean {
  const size = (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number)
  try {
    const { bavail, bsize } = statfsSync(db.name)
    return bavail * bsize > 3 * size
  } catch {
    return false
  }
}
