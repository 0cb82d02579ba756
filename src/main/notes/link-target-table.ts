/** SQL of all that a note can link to, read only. Nothing from the bin. */
import type { Database } from 'better-sqlite3'
import { paragraphNumber } from '../../shared/anchor/canonical-text.ts'
import { mayBeAnothers } from '../database/may-be-anothers.ts'
import { revisionText } from '../database/packed-text.ts'
import type { LinkSubject, LinkTarget } from '../../shared/note.ts'

interface Row { id: string; name: string; articleId: string | null; title: string; publisher: string; published: string }
export type LinkTargetTable = ReturnType<typeof createLinkTargetTable>

const sources: Record<LinkSubject['type'], string> = {
  article: 'SELECT id, title AS name, id AS articleId, title, publisher, published FROM article WHERE deleted_at IS NULL',
  highlight: `SELECT highlight.id, article.id AS articleId, title, publisher, published,
      (SELECT group_concat(exact, ' […] ') FROM (SELECT exact FROM highlight_range WHERE highlight_id = highlight.id ORDER BY position)) AS name
    FROM highlight JOIN article ON article.id = article_id WHERE deleted_at IS NULL`,
  speaker: `SELECT id, name, NULL AS articleId, '' AS title, '' AS publisher, '' AS published FROM speaker WHERE 1`,
  issue: `SELECT id, proposition AS name, NULL AS articleId, '' AS title, '' AS publisher, '' AS published FROM issue WHERE 1`,
}

export function createLinkTargetTable(db: Database) {
  const of = <T>(make: (type: LinkSubject['type']) => T): Record<LinkSubject['type'], T> => ({ article: make('article'), highlight: make('highlight'), speaker: make('speaker'), issue: make('issue') })
  const one = of((type) => db.prepare<[string], Row>(`${sources[type]} AND ${type}.id = ?`))
  const all = of((type) => db.prepare<[], Row>(`${sources[type]} ORDER BY ${type}.seq DESC`))
  const place = db.prepare<[string], { text: string; start: number }>(`
    SELECT ${revisionText} AS text, coalesce(iif(${mayBeAnothers}, candidates ->> '$[0][0].start', NULL), start_offset) AS start
    FROM highlight JOIN highlight_range ON highlight_id = highlight.id AND position = 0 JOIN article ON article.id = highlight.article_id
    JOIN revision ON revision.article_id = article.id AND number = iif(${mayBeAnothers}, article.revision, highlight.revision) WHERE highlight.id = ?`)

  const toTarget = (type: LinkSubject['type'], { id, name, articleId, title, publisher, published }: Row): LinkTarget => {
    const at = type === 'highlight' ? place.get(id) : undefined
    const article = articleId ? { id: articleId, title, publisher, published, paragraph: at ? paragraphNumber(at.text, at.start) : 1 } : null
    return { type, id, name, article }
  }
  return {
    find({ type, id }: LinkSubject): LinkTarget | undefined {
      const row = one[type].get(id)
      return row && toTarget(type, row)
    },
    /** The newest first: the first `limit` whose name passes. */
    list(type: LinkSubject['type'], passes: (name: string) => boolean, limit: number): LinkTarget[] {
      const found: Row[] = []
      for (const row of all[type].iterate()) {
        if (passes(row.name)) found.push(row)
        if (found.length === limit) break
      }
      return found.map((row) => toTarget(type, row))
    },
  }
}
