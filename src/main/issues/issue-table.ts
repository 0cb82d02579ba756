/** SQL of issues. */
import type { Database } from 'better-sqlite3'
import { createSetGiven } from '../database/set-given.ts'
import type { Issue } from '../../shared/issue.ts'

export type NewIssue = Omit<Issue, 'statements'>
export type IssueTable = ReturnType<typeof createIssueTable>

export function createIssueTable(db: Database) {
  const list = db.prepare<[], Issue>(`
    SELECT id, proposition, position, coalesce(said.statements, 0) AS statements
    FROM issue LEFT JOIN (
      SELECT issue_id, count(*) AS statements FROM statement
      WHERE highlight_id NOT IN (SELECT highlight.id FROM article JOIN highlight ON highlight.article_id = article.id WHERE deleted_at IS NOT NULL) GROUP BY issue_id
    ) AS said ON said.issue_id = issue.id ORDER BY position, seq`)
  const insert = db.prepare('INSERT INTO issue (id, proposition, folded, position) VALUES (@id, @proposition, @folded, @position)')
  const isKnown = db.prepare<[string]>('SELECT 1 FROM issue WHERE folded = ?')
  const set = createSetGiven(db, 'issue', { proposition: 'proposition', folded: 'folded', position: 'position' })
  const remove = db.prepare('DELETE FROM issue WHERE id = ?')

  return {
    list: (): Issue[] => list.all(),
    isKnown: (folded: string): boolean => isKnown.get(folded) !== undefined,
    add: (issue: NewIssue, folded: string | null): void => { insert.run({ ...issue, folded }) },
    /** Only what is given. */
    set,
    remove: (id: string): void => { remove.run(id) },
  }
}
