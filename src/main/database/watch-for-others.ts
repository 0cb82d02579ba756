/** Notices what another program (the command line, a second copy of the app) writes into the same library, and when it is taken away. */
import type { Database } from 'better-sqlite3'

/** How often to look, in ms. SQLite tells by a counter in memory that other connections move; asking costs microseconds. */
const PERIOD = 300

/** `lookThere` tells by itself when the library is gone. Gives back the function that stops it. */
export function watchForOthers(db: Database, lookThere: () => void, onChange: () => void): () => void {
  const version = db.prepare<[], number>('PRAGMA data_version').pluck()
  /** Undefined while the file can't be reached (a drive that is away): the next operation will say so, this only waits. */
  const look = (): number | undefined => {
    try {
      lookThere()
      return version.get()
    } catch {
      return undefined
    }
  }
  let known = look()
  const timer = setInterval(() => {
    const now = look()
    if (now !== undefined && now !== known) onChange()
    known = now ?? known
  }, PERIOD)
  timer.unref()
  return () => clearInterval(timer)
}
