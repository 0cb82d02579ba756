/** SQL of comparisons. */
import type { Database } from 'better-sqlite3'
import { createSetGiven } from '../database/set-given.ts'
import type { Comparison } from '../../shared/comparison.ts'

type Row = Omit<Comparison, 'choice'> & { choice: string }
export type ComparisonTable = ReturnType<typeof createComparisonTable>

export function createComparisonTable(db: Database) {
  const list = db.prepare<[], Row>('SELECT id, title, choice, created_at AS createdAt, updated_at AS updatedAt FROM comparison ORDER BY title COLLATE NOCASE, seq')
  const insert = db.prepare('INSERT INTO comparison (id, title, choice, created_at, updated_at) VALUES (@id, @title, @choice, @createdAt, @updatedAt)')
  const set = createSetGiven(db, 'comparison', { title: 'title', choice: 'choice', updatedAt: 'updated_at' })
  const remove = db.prepare('DELETE FROM comparison WHERE id = ?')
  const rowOf = (comparison: Comparison): Row => ({ ...comparison, choice: JSON.stringify(comparison.choice) })

  return {
    list: (): Comparison[] => list.all().map((row) => ({ ...row, choice: JSON.parse(row.choice) as Comparison['choice'] })),
    add: (comparison: Comparison): void => { insert.run(rowOf(comparison)) },
    /** Only what is given. */
    set: (id: string, { choice, ...given }: { title?: string | undefined; choice?: Comparison['choice']; updatedAt?: string }): void => set(id, { ...given, choice: choice && JSON.stringify(choice) }),
    remove: (id: string): void => { remove.run(id) },
  }
}
