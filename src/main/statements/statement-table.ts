/** SQL of statements. */
import type { Database } from 'better-sqlite3'
import { CUT } from '../../shared/anchor/selectors.ts'
import type { DetailName } from '../../shared/article.ts'
import type { MarkedArticle } from '../../shared/compare/statement-columns.ts'
import type { Highlight } from '../../shared/highlight.ts'
import type { Stance, Statement, StatementInContext, Wording } from '../../shared/statement.ts'
import { mayBeAnothers } from '../database/may-be-anothers.ts'
import { createSetGiven } from '../database/set-given.ts'

export interface StatementFilter { articleId?: string | undefined; speakerId?: string | null | undefined; issueId?: string | null | undefined; id?: string | undefined }
/** `seq` of its highlight, to find that one's tags. */
export interface PlainStatement { id: string; articleId: string; speakerId: string | null; issueId: string | null; stance: Stance | null; wording: Wording; wordingGuessed: boolean; dateSaid: string | null; highlight: number }
/** `revision` is the one that `start` counts in: the highlight's own or, where it may be said by another, the article's, in which it keeps its place. */
type ListedStatement = Omit<StatementInContext, 'paragraph' | 'caveat'> & Pick<Highlight, 'state'> & { waiting: number; wordingOf: number; present: number; revision: number; start: number }
/** SQLite has no booleans and no lists. */
type RowOf<S> = Omit<S, 'wordingGuessed'> & { wordingGuessed: number }
type ListedRow = Omit<RowOf<ListedStatement>, 'guessed'> & { guessed: string }
export type StatementTable = ReturnType<typeof createStatementTable>

const fields = `statement.id, highlight_id AS highlightId, speaker_id AS speakerId, issue_id AS issueId, stance, wording, wording_guessed AS wordingGuessed,
  reported_by_id AS reportedById, date_said AS dateSaid, statement.created_at AS createdAt`
const firstOffset = `coalesce(iif(${mayBeAnothers}, candidates ->> '$[0][0].start', NULL), (SELECT min(start_offset) FROM highlight_range WHERE highlight_id = highlight.id))`

export function createStatementTable(db: Database) {
  const inContext = `
    SELECT ${fields}, article.id AS articleId, article.title AS articleTitle, article.publisher, article.guessed, coalesce(date_said, article.published) AS date,
      (SELECT group_concat(exact, ' ${CUT} ' ORDER BY position) FROM highlight_range WHERE highlight_id = highlight.id) AS quote,
      highlight.state, highlight.waiting, highlight.revision AS wordingOf, article.revision AS present, iif(${mayBeAnothers}, article.revision, highlight.revision) AS revision, ${firstOffset} AS start,
      coalesce((SELECT text FROM note WHERE subject_type = 'highlight' AND subject_id = highlight.id), '') AS note
    FROM statement JOIN highlight ON highlight.id = highlight_id JOIN article ON article.id = article_id`
  const list = db.prepare<unknown[], ListedRow>(`${inContext}
    WHERE (article.deleted_at IS NULL OR @id IS NOT NULL) AND (@id IS NULL OR statement.id = @id) AND (@articleId IS NULL OR article.id = @articleId)
      AND (NOT @filterSpeaker OR speaker_id IS @speakerId) AND (NOT @filterIssue OR issue_id IS @issueId)
    ORDER BY article.seq DESC, ${firstOffset}, statement.seq`)
  const listed = db.prepare<[string], ListedRow>(`${inContext}
    JOIN json_each(?) AS wanted ON wanted.value = statement.id WHERE article.deleted_at IS NULL ORDER BY wanted.key`)
  const plain = db.prepare<[], RowOf<PlainStatement>>(`
    SELECT statement.id, article_id AS articleId, speaker_id AS speakerId, issue_id AS issueId, stance, wording, wording_guessed AS wordingGuessed, date_said AS dateSaid, highlight.seq AS highlight
    FROM statement JOIN highlight ON highlight.id = highlight_id WHERE article_id NOT IN (SELECT id FROM article WHERE deleted_at IS NOT NULL) ORDER BY statement.seq`)
  const articles = db.prepare<[], Omit<MarkedArticle, 'guessed' | 'tagIds' | 'collectionIds'> & { guessed: string; tagIds: string; collectionIds: string }>(`
    SELECT id, title, publisher, published, guessed,
      (SELECT json_group_array(tag_id) FROM article_tag WHERE article_id = article.id) AS tagIds,
      (SELECT json_group_array(collection_id) FROM article_collection WHERE article_id = article.id) AS collectionIds
    FROM article WHERE deleted_at IS NULL ORDER BY seq`)
  const highlightTags = db.prepare<[], { highlight: number; tagId: string }>('SELECT highlight.seq AS highlight, tag_id AS tagId FROM highlight_tag JOIN highlight ON highlight.id = highlight_id')
  const ofArticle = db.prepare<[string], RowOf<Statement>>(`SELECT ${fields} FROM statement JOIN highlight ON highlight.id = highlight_id WHERE article_id = ? ORDER BY statement.seq`)
  const ofHighlight = db.prepare<[string], RowOf<Statement>>(`SELECT ${fields} FROM statement WHERE highlight_id = ? ORDER BY seq`)
  const all = db.prepare<[], RowOf<Statement>>(`SELECT ${fields} FROM statement ORDER BY seq`)
  const get = db.prepare<[string], RowOf<Statement>>(`SELECT ${fields} FROM statement WHERE id = ?`)
  const ofSpeaker = db.prepare<[string, string], RowOf<Statement>>(`SELECT ${fields} FROM statement WHERE speaker_id = ? OR reported_by_id = ? ORDER BY seq`)
  const ofIssue = db.prepare<[string], RowOf<Statement>>(`SELECT ${fields} FROM statement WHERE issue_id = ? ORDER BY seq`)
  const insert = db.prepare(`INSERT INTO statement (id, highlight_id, speaker_id, issue_id, stance, wording, wording_guessed, reported_by_id, date_said, created_at)
    VALUES (@id, @highlightId, @speakerId, @issueId, @stance, @wording, @wordingGuessed, @reportedById, @dateSaid, @createdAt)`)
  const set = createSetGiven(db, 'statement', {
    speakerId: 'speaker_id', issueId: 'issue_id', stance: 'stance', wording: 'wording', wordingGuessed: 'wording_guessed', reportedById: 'reported_by_id', dateSaid: 'date_said',
  })
  const remove = db.prepare('DELETE FROM statement WHERE id = ?')

  return {
    list: (filter: StatementFilter) => list.all({
      id: filter.id ?? null, articleId: filter.articleId ?? null, speakerId: filter.speakerId ?? null, issueId: filter.issueId ?? null,
      filterSpeaker: Number(filter.speakerId !== undefined), filterIssue: Number(filter.issueId !== undefined),
    }).map(fromListed),
    ofHighlight: (highlightId: string): Statement[] => ofHighlight.all(highlightId).map(fromRow),
    /** Those that are there, in the order of `ids`. */
    listed: (ids: string[]): ListedStatement[] => listed.all(JSON.stringify(ids)).map(fromListed),
    plain: (): PlainStatement[] => plain.all().map(fromRow),
    /** All that are not in the bin, also those without a statement. */
    articles: (): MarkedArticle[] => articles.all().map(({ guessed, tagIds, collectionIds, ...article }) => ({ ...article, guessed: JSON.parse(guessed) as DetailName[], tagIds: JSON.parse(tagIds) as string[], collectionIds: JSON.parse(collectionIds) as string[] })),
    highlightTags: (): { highlight: number; tagId: string }[] => highlightTags.all(),
    ofArticle: (articleId: string): Statement[] => ofArticle.all(articleId).map(fromRow),
    /** Those that name it, the bin's included; for a speaker also those that it relays. */
    naming: (noun: 'speaker' | 'issue', id: string): Statement[] => (noun === 'speaker' ? ofSpeaker.all(id, id) : ofIssue.all(id)).map(fromRow),
    all: (): Statement[] => all.all().map(fromRow),
    find(id: string): Statement | undefined {
      const row = get.get(id)
      return row && fromRow(row)
    },
    add: (statement: Statement): void => { insert.run({ ...statement, wordingGuessed: Number(statement.wordingGuessed) }) },
    /** Only what is given. */
    set,
    remove: (id: string): void => { remove.run(id) },
  }
}

function fromRow<R extends { wordingGuessed: number }>(row: R): Omit<R, 'wordingGuessed'> & { wordingGuessed: boolean } {
  return { ...row, wordingGuessed: row.wordingGuessed === 1 }
}

function fromListed({ guessed, ...row }: ListedRow): ListedStatement {
  return { ...fromRow(row), guessed: JSON.parse(guessed) as DetailName[] }
}
