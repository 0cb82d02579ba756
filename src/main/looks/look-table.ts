/** SQL of looks: a row for each article read for a speaker on an issue. */
import type { Database } from 'better-sqlite3'

export interface LookRow { issueId: string; speakerId: string; articleId: string; lookedAt: string }
export type LookTable = ReturnType<typeof createLookTable>

export function createLookTable(db: Database) {
  const list = db.prepare<[], LookRow>(`
    SELECT issue_id AS issueId, speaker_id AS speakerId, article_id AS articleId, looked_at AS lookedAt
    FROM look JOIN article ON article.id = article_id WHERE deleted_at IS NULL ORDER BY look.seq`)
  const ofCell = db.prepare<[string, string], LookRow>('SELECT issue_id AS issueId, speaker_id AS speakerId, article_id AS articleId, looked_at AS lookedAt FROM look WHERE issue_id = ? AND speaker_id = ?')
  const insert = db.prepare('INSERT OR IGNORE INTO look (issue_id, speaker_id, article_id, looked_at) VALUES (@issueId, @speakerId, @articleId, @lookedAt)')
  const remove = db.prepare('DELETE FROM look WHERE issue_id = ? AND speaker_id = ? AND article_id = ?')

  return {
    list: (): LookRow[] => list.all(),
    ofCell: (issueId: string, speakerId: string): LookRow[] => ofCell.all(issueId, speakerId),
    add: (row: LookRow): void => { insert.run(row) },
    remove: (issueId: string, speakerId: string, articleId: string): void => { remove.run(issueId, speakerId, articleId) },
  }
}
