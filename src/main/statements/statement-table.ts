/** SQL of statements. */
import type { Database } from 'better-sqlite3'
import type { Statement, StatementInContext } from '../../shared/statement.ts'

export interface StatementFilter { articleId?: string | undefined; speakerId?: string | null | undefined; issueId?: string | null | undefined; id?: string | undefined }
export type StatementTable = ReturnType<typeof createStatementTable>

const fields = `statement.id, highlight_id AS highlightId, speaker_id AS speakerId, issue_id AS issueId, stance, wording,
  reported_by_id AS reportedById, date_said AS dateSaid, statement.created_at AS createdAt`
const firstOffset = '(SELECT min(start_offset) FROM highlight_range WHERE highlight_id = highlight.id)'

export function createStatementTable(db: Database) {
  const list = db.prepare<unknown[], Omit<StatementInContext, 'paragraph'> & { revision: number; start: number }>(`
    SELECT ${fields}, article.id AS articleId, article.title AS articleTitle, article.publisher, coalesce(date_said, article.published) AS date,
      (SELECT group_concat(exact, ' […] ' ORDER BY position) FROM highlight_range WHERE highlight_id = highlight.id) AS quote,
      highlight.revision, ${firstOffset} AS start,
      coalesce((SELECT text FROM note WHERE subject_type = 'highlight' AND subject_id = highlight.id), '') AS note
    FROM statement JOIN highlight ON highlight.id = highlight_id JOIN article ON article.id = article_id
    WHERE (article.deleted_at IS NULL OR @id IS NOT NULL) AND (@id IS NULL OR statement.id = @id) AND (@articleId IS NULL OR article.id = @articleId)
      AND (NOT @filterSpeaker OR speaker_id IS @speakerId) AND (NOT @filterIssue OR issue_id IS @issueId)
    ORDER BY article.seq DESC, ${firstOffset}, statement.seq`)
  const ofArticle = db.prepare<[string], Statement>(`SELECT ${fields} FROM statement JOIN highlight ON highlight.id = highlight_id WHERE article_id = ? ORDER BY statement.seq`)
  const all = db.prepare<[], Statement>(`SELECT ${fields} FROM statement ORDER BY seq`)
  const get = db.prepare<[string], Statement>(`SELECT ${fields} FROM statement WHERE id = ?`)
  const ofSpeaker = db.prepare<[string, string], Statement>(`SELECT ${fields} FROM statement WHERE speaker_id = ? OR reported_by_id = ? ORDER BY seq`)
  const ofIssue = db.prepare<[string], Statement>(`SELECT ${fields} FROM statement WHERE issue_id = ? ORDER BY seq`)
  const insert = db.prepare(`INSERT INTO statement (id, highlight_id, speaker_id, issue_id, stance, wording, reported_by_id, date_said, created_at)
    VALUES (@id, @highlightId, @speakerId, @issueId, @stance, @wording, @reportedById, @dateSaid, @createdAt)`)
  const update = db.prepare(`UPDATE statement SET speaker_id = @speakerId, issue_id = @issueId, stance = @stance, wording = @wording,
    reported_by_id = @reportedById, date_said = @dateSaid WHERE id = @id`)
  const remove = db.prepare('DELETE FROM statement WHERE id = ?')

  return {
    list: (filter: StatementFilter) => list.all({
      id: filter.id ?? null, articleId: filter.articleId ?? null, speakerId: filter.speakerId ?? null, issueId: filter.issueId ?? null,
      filterSpeaker: Number(filter.speakerId !== undefined), filterIssue: Number(filter.issueId !== undefined),
    }),
    ofArticle: (articleId: string): Statement[] => ofArticle.all(articleId),
    /** Those that name it, the bin's included; for a speaker also those that it relays. */
    naming: (noun: 'speaker' | 'issue', id: string): Statement[] => (noun === 'speaker' ? ofSpeaker.all(id, id) : ofIssue.all(id)),
    all: (): Statement[] => all.all(),
    find: (id: string): Statement | undefined => get.get(id),
    add: (statement: Statement): void => { insert.run(statement) },
    update: ({ id, speakerId, issueId, stance, wording, reportedById, dateSaid }: Statement): void => {
      update.run({ id, speakerId, issueId, stance, wording, reportedById, dateSaid })
    },
    remove: (id: string): void => { remove.run(id) },
  }
}
