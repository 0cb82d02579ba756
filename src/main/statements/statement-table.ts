/** SQL of statements. */
import type { Database } from 'better-sqlite3'
import { CUT } from '../../shared/anchor/selectors.ts'
import type { MarkedArticle } from '../../shared/compare/statement-columns.ts'
import type { Highlight } from '../../shared/highlight.ts'
import type { Stance, Statement, StatementInContext, Wording } from '../../shared/statement.ts'
import { mayBeAnothers } from '../database/may-be-anothers.ts'

export interface StatementFilter { articleId?: string | undefined; speakerId?: string | null | undefined; issueId?: string | null | undefined; id?: string | undefined }
/** `seq` of its highlight, to find that one's tags. */
export interface PlainStatement { id: string; articleId: string; speakerId: string | null; issueId: string | null; stance: Stance | null; wording: Wording; dateSaid: string | null; highlight: number }
/** `revision` is the one that `start` counts in: the highlight's own or, where it may be said by another, the article's, in which it keeps its place. */
type ListedStatement = Omit<StatementInContext, 'paragraph' | 'caveat'> & Pick<Highlight, 'state'> & { waiting: number; wordingOf: number; present: number; revision: number; start: number }
export type StatementTable = ReturnType<typeof createStatementTable>

const fields = `statement.id, highlight_id AS highlightId, speaker_id AS speakerId, issue_id AS issueId, stance, wording,
  reported_by_id AS reportedById, date_said AS dateSaid, statement.created_at AS createdAt`
const firstOffset = `coalesce(iif(${mayBeAnothers}, candidates ->> '$[0][0].start', NULL), (SELECT min(start_offset) FROM highlight_range WHERE highlight_id = highlight.id))`

export function createStatementTable(db: Database) {
  const inContext = `
    SELECT ${fields}, article.id AS articleId, article.title AS articleTitle, article.publisher, coalesce(date_said, article.published) AS date,
      (SELECT group_concat(exact, ' ${CUT} ' ORDER BY position) FROM highlight_range WHERE highlight_id = highlight.id) AS quote,
      highlight.state, highlight.waiting, highlight.revision AS wordingOf, article.revision AS present, iif(${mayBeAnothers}, article.revision, highlight.revision) AS revision, ${firstOffset} AS start,
      coalesce((SELECT text FROM note WHERE subject_type = 'highlight' AND subject_id = highlight.id), '') AS note
    FROM statement JOIN highlight ON highlight.id = highlight_id JOIN article ON article.id = article_id`
  const list = db.prepare<unknown[], ListedStatement>(`${inContext}
    WHERE (article.deleted_at IS NULL OR @id IS NOT NULL) AND (@id IS NULL OR statement.id = @id) AND (@articleId IS NULL OR article.id = @articleId)
      AND (NOT @filterSpeaker OR speaker_id IS @speakerId) AND (NOT @filterIssue OR issue_id IS @issueId)
    ORDER BY article.seq DESC, ${firstOffset}, statement.seq`)
  const listed = db.prepare<[string], ListedStatement>(`${inContext}
    JOIN json_each(?) AS wanted ON wanted.value = statement.id WHERE article.deleted_at IS NULL ORDER BY wanted.key`)
  const plain = db.prepare<[], PlainStatement>(`
    SELECT statement.id, article_id AS articleId, speaker_id AS speakerId, issue_id AS issueId, stance, wording, date_said AS dateSaid, highlight.seq AS highlight
    FROM statement JOIN highlight ON highlight.id = highlight_id WHERE article_id NOT IN (SELECT id FROM article WHERE deleted_at IS NOT NULL) ORDER BY statement.seq`)
  const articles = db.prepare<[], Omit<MarkedArticle, 'tagIds' | 'collectionIds'> & { tagIds: string; collectionIds: string }>(`
    SELECT id, title, publisher, published,
      (SELECT json_group_array(tag_id) FROM article_tag WHERE article_id = article.id) AS tagIds,
      (SELECT json_group_array(collection_id) FROM article_collection WHERE article_id = article.id) AS collectionIds
    FROM article WHERE deleted_at IS NULL ORDER BY seq`)
  const highlightTags = db.prepare<[], { highlight: number; tagId: string }>('SELECT highlight.seq AS highlight, tag_id AS tagId FROM highlight_tag JOIN highlight ON highlight.id = highlight_id')
  const ofArticle = db.prepare<[string], Statement>(`SELECT ${fields} FROM statement JOIN highlight ON highlight.id = highlight_id WHERE article_id = ? ORDER BY statement.seq`)
  const ofHighlight = db.prepare<[string], Statement>(`SELECT ${fields} FROM statement WHERE highlight_id = ? ORDER BY seq`)
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
    /** Those that are there, in the order of `ids`. */
    listed: (ids: string[]): ListedStatement[] => listed.all(JSON.stringify(ids)),
    plain: (): PlainStatement[] => plain.all(),
    /** All that are not in the bin, also those without a statement. */
    articles: (): MarkedArticle[] => articles.all().map(({ tagIds, collectionIds, ...article }) => ({ ...article, tagIds: JSON.parse(tagIds) as string[], collectionIds: JSON.parse(collectionIds) as string[] })),
    highlightTags: (): { highlight: number; tagId: string }[] => highlightTags.all(),
    ofArticle: (articleId: string): Statement[] => ofArticle.all(articleId),
    ofHighlight: (highlightId: string): Statement[] => ofHighlight.all(highlightId),
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
