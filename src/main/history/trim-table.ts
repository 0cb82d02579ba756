/** SQL of forgetting the oldest Changes. */
import type { Database } from 'better-sqlite3'
import type { KeptSteps } from '../../shared/history.ts'

/** Rows deleted by one statement: few, because one may be of a megabyte. */
const AT_ONCE = 20

export type TrimTable = ReturnType<typeof createTrimTable>

export function createTrimTable(db: Database) {
  const firstKept = db.prepare<[number], number>('SELECT seq FROM change ORDER BY seq DESC LIMIT 1 OFFSET ?').pluck()
  const forget = db.prepare<[number, string, number]>('DELETE FROM change WHERE seq IN (SELECT seq FROM change WHERE seq < ? AND made_at < ? ORDER BY seq LIMIT ?)')
  const forgetRows = db.prepare<[number, number]>(`DELETE FROM change_row WHERE seq IN (
    SELECT seq FROM change_row WHERE change < ? AND NOT EXISTS (SELECT 1 FROM change WHERE seq = change_row.change) LIMIT ?)`)
  const kept = db.prepare<[], KeptSteps>(`SELECT (SELECT count(*) FROM change) AS steps,
    (SELECT coalesce(sum(coalesce(octet_length(before), 0) + coalesce(octet_length(after), 0)), 0) FROM change_row) AS bytes`)

  return {
    /** The oldest of the newest `count` Changes; undefined where there are fewer. */
    firstOfNewest: (count: number): number | undefined => firstKept.get(count - 1),
    /** Some of the Changes before this one that were made before this time. How many they were. */
    forget: (before: number, madeBefore: string): number => forget.run(before, madeBefore, AT_ONCE).changes,
    /** Some rows of Changes that are forgotten. How many they were. */
    forgetRows: (before: number): number => forgetRows.run(before, AT_ONCE).changes,
    kept: (): KeptSteps => kept.get()!,
    transaction: <T>(work: () => T): T => db.transaction(work).immediate(),
  }
}
