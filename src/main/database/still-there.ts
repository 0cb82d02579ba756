/**
 * Whether an open library's files are still the ones at its path. SQLite goes on writing into a file that was deleted,
 * moved or replaced, and would acknowledge what nobody finds again (https://sqlite.org/howtocorrupt.html, 2.4 and 2.5).
 * They are looked at by name alone: opening and closing the file once more would drop SQLite's locks on it (ibid., 2.2).
 */
import { renameSync, statSync, type BigIntStats } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/rpc.ts'

/** The library was taken away while it was open. */
export class LibraryGone extends AppError {
  /** Whether all it held can still be read by the connection that is open. */
  readonly isHeld: boolean
  /** Which one it was, wherever it is now. */
  readonly file: FileIdentity

  constructor(message: string, { isHeld, file }: { isHeld: boolean; file: FileIdentity }) {
    super('library-gone', message)
    this.isHeld = isHeld
    this.file = file
  }
}

export type FileIdentity = Pick<BigIntStats, 'dev' | 'ino'>

export interface FileGuard {
  /** Throws LibraryGone, from the first time on always; or the system's error where the files can't be looked at just now. */
  assertStillThere(): void
}

/** Guards an open library in write-ahead mode. `onGone` is called once. */
export function guardFile(db: Database, file: string, onGone: (gone: LibraryGone) => void): FileGuard {
  const pageCount = db.prepare<[], number>('PRAGMA page_count').pluck()
  const pageSize = BigInt(db.pragma('page_size', { simple: true }) as number)
  const ours = look(file)
  const oursLog = look(`${file}-wal`)
  if (!ours || !oursLog) throw new AppError('library-gone', movedFrom(file))
  const held = { isHeld: true, file: { dev: ours.dev, ino: ours.ino } }
  let size = ours.size
  let gone: LibraryGone | undefined

  /**
   * A file that is shorter than at the last look has either given space back, or was cut. Pages behind its end may be in the
   * log; only reading all of them from the disk, not from memory, tells.
   */
  function isCut(now: BigIntStats): boolean {
    if (now.size >= size) return false
    try {
      if (now.size === 0n) return true
      if (BigInt(pageCount.get()!) * pageSize <= now.size) return false
      db.pragma('shrink_memory')
      return db.pragma('quick_check(1)', { simple: true }) !== 'ok'
    } catch {
      return true
    }
  }

  function whatHappened(): LibraryGone | undefined {
    const now = look(file)
    if (!now) return new LibraryGone(movedFrom(file), held)
    const log = look(`${file}-wal`)
    if (!isSame(now, ours!)) {
      if (log && isSame(log, oursLog!)) takeLogAway(file)
      return new LibraryGone(`The library’s file ${file} was replaced by another one while Counterpoint had it open, as programs do that keep folders in step. Nothing more is stored there. Save what Counterpoint holds as a rescue copy, then open either.`, held)
    }
    if (isCut(now)) return new LibraryGone(`The library’s file ${file} was cut short by another program while Counterpoint had it open. Restore a backup.`, { ...held, isHeld: false })
    if (!log || !isSame(log, oursLog!)) return new LibraryGone(`The file ${file}-wal, which holds the latest of what was stored, was taken away while Counterpoint had the library open. Save what Counterpoint holds as a rescue copy, then open the library again.`, held)
    size = now.size
    return undefined
  }

  return {
    assertStillThere() {
      if (!gone) {
        gone = whatHappened()
        if (gone) onGone(gone)
      }
      if (gone) throw gone
    },
  }
}

/** Whether another file than that one is there. */
export function isAnother(file: string, known: FileIdentity): boolean {
  const now = look(file)
  return now !== undefined && !isSame(now, known)
}

function movedFrom(file: string): string {
  return `The library’s file is no longer at ${file}. It was moved or deleted while Counterpoint had it open. Nothing more is stored there. Save what Counterpoint holds as a rescue copy, or open the library where it is now.`
}

/** Undefined when nothing is there. Whole numbers, since those of Windows and of some file systems are larger than 2^53. */
function look(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  }
}

function isSame(one: FileIdentity, other: FileIdentity): boolean {
  return one.dev === other.dev && one.ino === other.ino
}

/** Whoever opened the new file next would otherwise play our log into it, which damages it. The open connection keeps it. */
function takeLogAway(file: string): void {
  for (const part of ['-wal', '-shm']) {
    try {
      renameSync(file + part, `${file}${part}.of-replaced`)
    } catch {
      // A folder that may not be written: then nobody plays the log either.
    }
  }
}
