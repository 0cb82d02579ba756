/** Notices what another program (the command line, a second copy of the app) writes into the same library. */
import type { Database } from 'better-sqlite3'

/** How often to look, in ms. SQLite tells by a counter in memory that other connections move; asking costs microseconds. */
const PERIOD = 300

/** Gives back the function that stops it. */
export function watchForOthers(db: Database, onChange: () => void): () => void {
  const version = db.prepare<[], number>('PRAGMA data_version').pluck()
  let known = version.get()
  const timer = setInterval(() => {
    const now = version.get()
    if (now !== known) onChange()
    known = now
  }, PERIOD)
  timer.unref()
  return () => clearInterval(timer)
}
