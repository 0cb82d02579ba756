/** SQL of how long articles have been in the bin, counted in days on which the library was used: a wrong clock ends no stay. */
import type { Database } from 'better-sqlite3'

export type BinTable = ReturnType<typeof createBinTable>

export function createBinTable(db: Database) {
  const leave = db.prepare('DELETE FROM bin_stay WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.id = bin_stay.article_id AND article.deleted_at = bin_stay.since)')
  const enter = db.prepare<[string]>('INSERT INTO bin_stay (article_id, since, days, last_day) SELECT id, deleted_at, 0, ? FROM article WHERE deleted_at IS NOT NULL AND id NOT IN (SELECT article_id FROM bin_stay)')
  const count = db.prepare<[string, string]>('UPDATE bin_stay SET days = days + 1, last_day = ? WHERE last_day <> ?')
  const longerThan = db.prepare<[number], string>('SELECT article_id FROM bin_stay WHERE days > ? ORDER BY article_id').pluck()

  return {
    /** `day`: 2026-11-24. The same day counts once. */
    countDay(day: string): void {
      leave.run()
      enter.run(day)
      count.run(day, day)
    },
    /** Those that have been there for more days of use than these. */
    longerThan: (days: number): string[] => longerThan.all(days),
  }
}
