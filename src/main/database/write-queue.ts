/**
 * Acts: what an operation that writes does is one IMMEDIATE transaction, reads included, so that nobody else writes between
 * what it reads and what it writes. One after the other, in the order in which they were asked for; what happened is told
 * after the COMMIT. Another program's lock is waited for without holding up reads.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../../shared/rpc.ts'
import { READ_PATIENCE, type Database } from './open-database.ts'

/** How long an act waits for another program's lock, in ms. */
const WRITE_PATIENCE = 10_000
/** The longest pause between two tries, in ms. */
const LONGEST_PAUSE = 25

/** `work` does nothing but read and write the library, at once: it is begun anew where the lock was taken. */
export type Write = <T>(work: () => T) => Promise<T>
export type WriteQueue<E> = ReturnType<typeof createWriteQueue<E>>

/** A refusal of an act that is kept all the same, with what it wrote up to there. */
export class KeptRefusal extends AppError {}

export interface WriteQueueOptions {
  /** The last thing before each COMMIT: what it throws ends the act. */
  beforeCommit?: () => void
  /** In ms. */
  patience?: number
}

/** Rejects with `busy` when the lock is not given back in time. */
export function createWriteQueue<E>(db: Database, tell: (event: E) => void, { beforeCommit = () => undefined, patience = WRITE_PATIENCE }: WriteQueueOptions = {}) {
  const withoutWaiting = createWithoutWaiting(db)
  let told: E[] | undefined
  let last: Promise<unknown> | undefined

  function once<T>(work: () => T): T {
    const events: E[] = []
    told = events
    let outcome
    try {
      outcome = withoutWaiting(() => db.transaction(() => {
        const kept = keeping(work)
        beforeCommit()
        return kept
      }).immediate())
    } finally {
      told = undefined
    }
    events.forEach(tell)
    if ('refusal' in outcome) throw outcome.refusal
    return outcome.result
  }

  async function untilFree<T>(work: () => T, deadline: number): Promise<T> {
    for (let wait = 1; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
      try {
        return once(work)
      } catch (error) {
        if (!isBusy(error)) throw error
        if (performance.now() > deadline) throw new AppError('busy', 'Another program is writing to this library. Nothing was changed. Try again in a moment.')
      }
      await pause(wait)
    }
  }

  return {
    /** Tells at once, or within an act once that is committed. */
    emit: (event: E): void => (told ? void told.push(event) : tell(event)),
    write<T>(work: () => T): Promise<T> {
      const deadline = performance.now() + patience
      const begin = (): Promise<T> => untilFree(work, deadline)
      const done = last ? last.then(begin, begin) : begin()
      last = done
      const forget = (): void => { if (last === done) last = undefined }
      done.then(forget, forget)
      return done
    },
    /** Once all acts that were asked for are done. */
    async settled(): Promise<void> {
      while (last) await last.catch(() => undefined)
    },
  }
}

/** Runs work that does not wait for a lock: SQLite waits in the middle of a call, and nothing else is answered meanwhile. */
function createWithoutWaiting(db: Database): <T>(work: () => T) => T {
  const never = db.prepare('PRAGMA busy_timeout = 0')
  const patiently = db.prepare(`PRAGMA busy_timeout = ${READ_PATIENCE}`)
  return (work) => {
    never.get()
    try {
      return work()
    } finally {
      patiently.get()
    }
  }
}

function keeping<T>(work: () => T): { result: T } | { refusal: KeptRefusal } {
  try {
    return { result: work() }
  } catch (error) {
    if (error instanceof KeptRefusal) return { refusal: error }
    throw error
  }
}

function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith('SQLITE_BUSY')
}
