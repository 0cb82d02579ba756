/** SQL of articles, their revisions and reading places. */
import type { Database } from 'better-sqlite3'
import type { ArticleDetails, ArticleSummary, DetailName } from '../../shared/article.ts'
import type { LexicalDocument } from '../../shared/body.ts'
import type { RevisionSummary } from '../../shared/revision.ts'
import { mayBeAnothers } from '../database/may-be-anothers.ts'
import { createSetGiven } from '../database/set-given.ts'
import { revisionBody, revisionText } from '../database/packed-text.ts'

export interface NewArticle extends ArticleDetails {
  id: string
  guessed: DetailName[]
  sourceKind: string
  sourceName: string
  sourceSha256: string
  revision: number
  archived: boolean
  addedAt: string
  updatedAt: string
  deletedAt: string | null
}
type GivenDetails = { [K in DetailName]?: string | undefined } & { guessed?: DetailName[] | undefined; archived?: boolean | undefined; updatedAt: string }
export interface Revision { number: number; body: LexicalDocument; text: string; sha256: string; words: number; createdAt: string; origin: RevisionSummary['origin']; sourceName: string }

interface SummaryRow {
  id: string; title: string; byline: string; publisher: string; published: string; address: string; language: string; guessed: string
  sourceKind: ArticleSummary['sourceKind']; sourceName: string; sourceSha256: string; revision: number; archived: number
  addedAt: string; updatedAt: string; deletedAt: string | null
  readTo: number; words: number; waiting: number; draft: ArticleSummary['draft']; tagIds: string; collectionIds: string; highlights: number; statements: number; marks: string; length: number
}
export type ArticleTable = ReturnType<typeof createArticleTable>

const fields = `
  article.id, title, byline, publisher, published, address, language, guessed, source_kind AS sourceKind, article.source_name AS sourceName,
  source_sha256 AS sourceSha256, article.revision, archived, added_at AS addedAt, updated_at AS updatedAt, deleted_at AS deletedAt`
const summary = `
  SELECT ${fields}, coalesce(read_to, 0) AS readTo, words, CASE WHEN EXISTS (SELECT 1 FROM highlight WHERE article_id = article.id) THEN utf16_length(text) ELSE 0 END AS length,
    (SELECT count(*) FROM highlight WHERE article_id = article.id AND waiting) AS waiting, (SELECT origin FROM draft WHERE article_id = article.id) AS draft,
    (SELECT json_group_array(tag_id) FROM article_tag WHERE article_id = article.id) AS tagIds,
    (SELECT json_group_array(collection_id) FROM article_collection WHERE article_id = article.id) AS collectionIds,
    (SELECT count(*) FROM highlight WHERE article_id = article.id) AS highlights,
    (SELECT count(*) FROM statement JOIN highlight ON highlight.id = highlight_id WHERE article_id = article.id) AS statements,
    (SELECT json_group_array(json_array(place.start, place.end, (SELECT colour FROM statement JOIN speaker ON speaker.id = speaker_id WHERE highlight_id = place.id ORDER BY statement.seq LIMIT 1))) FROM (
      SELECT highlight.id, start_offset AS start, end_offset AS end FROM highlight JOIN highlight_range ON highlight_id = highlight.id
        WHERE article_id = article.id AND highlight.revision = article.revision AND NOT ${mayBeAnothers}
      UNION ALL SELECT highlight.id, value ->> '$.start', value ->> '$.end' FROM highlight, json_each(candidates, '$[0]') WHERE article_id = article.id AND ${mayBeAnothers}
    ) AS place) AS marks
  FROM article JOIN revision ON revision.article_id = article.id AND revision.number = article.revision
  LEFT JOIN reading_place ON reading_place.article_id = article.id`
const wholeRevision = `SELECT number, ${revisionBody} AS body, ${revisionText} AS text, sha256, words, created_at AS createdAt, origin, source_name AS sourceName FROM revision`

export function createArticleTable(db: Database) {
  // SQL's own length counts code points, and offsets are UTF-16 code units.
  db.function('utf16_length', { deterministic: true }, (text: string) => text.length)
  const list = db.prepare<unknown[], SummaryRow>(`${summary}
    WHERE CASE @view WHEN 'bin' THEN deleted_at IS NOT NULL WHEN 'archive' THEN deleted_at IS NULL AND archived
      WHEN 'inbox' THEN deleted_at IS NULL AND NOT archived AND coalesce(read_to, 0) < 0.98 AND NOT EXISTS (SELECT 1 FROM article_collection WHERE article_id = article.id)
      ELSE deleted_at IS NULL AND (NOT archived OR @tagId IS NOT NULL OR @collectionId IS NOT NULL) END
    AND (@tagId IS NULL OR EXISTS (SELECT 1 FROM article_tag WHERE article_id = article.id AND tag_id = @tagId))
    AND (@collectionId IS NULL OR EXISTS (SELECT 1 FROM article_collection WHERE article_id = article.id AND collection_id = @collectionId))
    ORDER BY article.seq DESC`)
  const get = db.prepare<[string], SummaryRow>(`${summary} WHERE article.id = ?`)
  const revision = db.prepare<[string, number], Omit<Revision, 'body'> & { body: string }>(`${wholeRevision} WHERE article_id = ? AND number = ?`)
  const revisions = db.prepare<[string], Omit<Revision, 'body'> & { body: string }>(`${wholeRevision} WHERE article_id = ? ORDER BY number`)
  const summaries = db.prepare<[string], RevisionSummary>('SELECT number, origin, source_name AS sourceName, words, created_at AS createdAt FROM revision WHERE article_id = ? ORDER BY number DESC')
  const text = db.prepare<[string, number], string>(`SELECT ${revisionText} FROM revision WHERE article_id = ? AND number = ?`).pluck()
  const hasRevision = db.prepare<[string, number], number>('SELECT 1 FROM revision WHERE article_id = ? AND number = ?').pluck()
  const bySource = db.prepare<[string], { id: string; title: string; deletedAt: string | null }>('SELECT id, title, deleted_at AS deletedAt FROM article WHERE source_sha256 = ? ORDER BY deleted_at IS NOT NULL, seq')
  const byAddress = db.prepare<[string], { id: string; title: string; revision: number }>('SELECT id, title, revision FROM article WHERE address = ? AND deleted_at IS NULL ORDER BY seq LIMIT 1')
  const byDetails = db.prepare<[ArticleDetails], { id: string; title: string; deletedAt: string | null }>(`SELECT id, title, deleted_at AS deletedAt FROM article
    WHERE title = @title AND byline = @byline AND publisher = @publisher AND published = @published AND address = @address AND language = @language ORDER BY deleted_at IS NOT NULL, seq`)
  const sourceText = db.prepare<[string], string>(`SELECT ${revisionText} FROM revision WHERE article_id = ? AND origin <> 'edit' ORDER BY number DESC LIMIT 1`).pluck()
  const setRevision = db.prepare('UPDATE article SET revision = ?, updated_at = ? WHERE id = ?')
  const place = db.prepare<[string], number>('SELECT start_offset FROM reading_place WHERE article_id = ?').pluck()
  const setPlace = db.prepare('INSERT INTO reading_place (article_id, start_offset, read_to) VALUES (?, ?, ?) ON CONFLICT (article_id) DO UPDATE SET start_offset = excluded.start_offset, read_to = excluded.read_to')
  const insert = db.prepare(`INSERT INTO article (id, title, byline, publisher, published, address, language, guessed, source_kind, source_name, source_sha256, revision, archived, added_at, updated_at, deleted_at)
    VALUES (@id, @title, @byline, @publisher, @published, @address, @language, @guessed, @sourceKind, @sourceName, @sourceSha256, @revision, @archived, @addedAt, @updatedAt, @deletedAt)`)
  const insertRevision = db.prepare('INSERT INTO revision (article_id, number, body, text, sha256, words, created_at, origin, source_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const setDeleted = db.prepare('UPDATE article SET deleted_at = ? WHERE id = ?')
  const inBin = db.prepare<[], string>('SELECT id FROM article WHERE deleted_at IS NOT NULL').pluck()
  const purge = db.prepare('DELETE FROM article WHERE id = ?')
  const counts = db.prepare<[], { all: number; archive: number; bin: number; inbox: number; statements: number }>(`SELECT
    count(*) FILTER (WHERE deleted_at IS NULL AND NOT archived) AS "all", count(*) FILTER (WHERE deleted_at IS NULL AND archived) AS archive, count(*) FILTER (WHERE deleted_at IS NOT NULL) AS bin,
    count(*) FILTER (WHERE deleted_at IS NULL AND NOT archived AND coalesce(read_to, 0) < 0.98 AND NOT EXISTS (SELECT 1 FROM article_collection WHERE article_id = article.id)) AS inbox,
    (SELECT count(*) FROM statement JOIN highlight ON highlight.id = highlight_id JOIN article AS source ON source.id = highlight.article_id WHERE source.deleted_at IS NULL) AS statements
    FROM article LEFT JOIN reading_place ON reading_place.article_id = article.id`)
  const set = createSetGiven(db, 'article', {
    title: 'title', byline: 'byline', publisher: 'publisher', published: 'published', address: 'address', language: 'language', guessed: 'guessed', archived: 'archived', updatedAt: 'updated_at',
  })

  const keepRevision = (id: string, one: Revision): void => {
    insertRevision.run(id, one.number, JSON.stringify(one.body), one.text, one.sha256, one.words, one.createdAt, one.origin, one.sourceName)
  }

  return {
    list: (filter: { view: string; tagId?: string | undefined; collectionId?: string | undefined }): ArticleSummary[] =>
      list.all({ view: filter.view, tagId: filter.tagId ?? null, collectionId: filter.collectionId ?? null }).map(toSummary),
    allIds: (): string[] => db.prepare<[], string>('SELECT id FROM article ORDER BY seq').pluck().all(),
    find(id: string): (ArticleSummary & { revision: number; sourceSha256: string }) | undefined {
      const row = get.get(id)
      return row && { ...toSummary(row), revision: row.revision, sourceSha256: row.sourceSha256 }
    },
    revision(id: string, number: number): Revision | undefined {
      const row = revision.get(id, number)
      return row && { ...row, body: JSON.parse(row.body) as LexicalDocument }
    },
    revisions: (id: string): Revision[] => revisions.all(id).map((row) => ({ ...row, body: JSON.parse(row.body) as LexicalDocument })),
    /** The newest first. */
    revisionSummaries: (id: string): RevisionSummary[] => summaries.all(id),
    text: (id: string, number: number): string | undefined => text.get(id, number),
    hasRevision: (id: string, number: number): boolean => hasRevision.get(id, number) !== undefined,
    findByAddress: (address: string) => byAddress.get(address),
    /** What the newest import of it said, whatever was edited since. */
    sourceText: (id: string): string | undefined => sourceText.get(id),
    /** Those in the bin last. */
    withDetails: (details: ArticleDetails) => byDetails.all(details),
    /** Those in the bin last. */
    fromSource: (sha256: string) => bySource.all(sha256),
    counts: () => counts.get()!,
    readingPlace: (id: string): number => place.get(id) ?? 0,
    setReadingPlace: (id: string, readingPlace: number, readTo: number): void => { setPlace.run(id, readingPlace, readTo) },
    add(article: NewArticle, revisions: Revision[]): void {
      insert.run({ ...article, guessed: JSON.stringify(article.guessed), archived: Number(article.archived) })
      revisions.forEach((revision) => keepRevision(article.id, revision))
    },
    /** It becomes the article's present one. */
    addRevision(id: string, revision: Revision): void {
      keepRevision(id, revision)
      setRevision.run(revision.number, revision.createdAt, id)
    },
    /** Only what is given. */
    set: (id: string, { guessed, ...given }: GivenDetails): void => set(id, { ...given, guessed: guessed && JSON.stringify(guessed) }),
    setDeleted: (id: string, deletedAt: string | null): void => { setDeleted.run(deletedAt, id) },
    /** What went to the bin at or before `time`. */
    inBin: (): string[] => inBin.all(),
    purge: (id: string): void => { purge.run(id) },
  }
}

function toSummary(row: SummaryRow): ArticleSummary {
  const { sourceSha256: _sha, revision: _revision, length, ...rest } = row
  const marks = JSON.parse(row.marks) as [start: number, end: number, colour: number | null][]
  return {
    ...rest,
    archived: Boolean(row.archived),
    guessed: JSON.parse(row.guessed) as DetailName[],
    tagIds: JSON.parse(row.tagIds) as string[],
    collectionIds: JSON.parse(row.collectionIds) as string[],
    marks: marks.map(([start, end, colour]) => ({ start: start / length, end: end / length, colour })),
  }
}
