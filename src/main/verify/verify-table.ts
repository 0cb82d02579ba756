/** SQL of verifying: what the library holds, as it was written, one article at a time. */
import type { Database } from 'better-sqlite3'
import type { TextRange } from '../../shared/anchor/selectors.ts'
import type { LexicalDocument } from '../../shared/body.ts'
import { mayBeAnothers } from '../database/may-be-anothers.ts'
import { revisionBody, revisionText } from '../database/packed-text.ts'
import type { CheckedHighlight, CheckedRevision } from './check-texts.ts'

export type VerifyTable = ReturnType<typeof createVerifyTable>

export function createVerifyTable(db: Database) {
  const articles = db.prepare<[], { id: string; revision: number | null }>(`SELECT id, revision FROM article
    UNION ALL SELECT DISTINCT article_id, NULL FROM highlight WHERE article_id NOT IN (SELECT id FROM article) ORDER BY id`)
  const numbers = db.prepare<[string], number>('SELECT number FROM revision WHERE article_id = ? ORDER BY number').pluck()
  const revision = db.prepare<[string, number], Omit<CheckedRevision, 'body'> & { body: string }>(`SELECT article_id AS articleId, number, ${revisionText} AS text, sha256, ${revisionBody} AS body FROM revision WHERE article_id = ? AND number = ?`)
  const highlights = db.prepare<[string], Omit<CheckedHighlight, 'ranges' | 'place'> & { ranges: string; place: string | null }>(`SELECT id, article_id AS articleId, revision,
    (SELECT json_group_array(json_object('start', start_offset, 'end', end_offset, 'exact', exact, 'prefix', prefix, 'suffix', suffix) ORDER BY position) FROM highlight_range WHERE highlight_id = highlight.id) AS ranges,
    iif(${mayBeAnothers}, coalesce(candidates -> '$[0]', '[]'), NULL) AS place
    FROM highlight WHERE article_id = ? ORDER BY revision, seq`)

  return {
    /** Also those that only highlights name; their `revision` is null. */
    articles: () => articles.all(),
    revisionNumbers: (articleId: string): number[] => numbers.all(articleId),
    revision(articleId: string, number: number): CheckedRevision | undefined {
      const row = revision.get(articleId, number)
      return row && { ...row, body: parsed(row.body) }
    },
    highlights: (articleId: string): CheckedHighlight[] => highlights.all(articleId).map((row) => ({ ...row, ranges: JSON.parse(row.ranges) as TextRange[], place: row.place === null ? null : JSON.parse(row.place) as TextRange[] })),
  }
}

function parsed(body: string): LexicalDocument | undefined {
  try {
    return JSON.parse(body) as LexicalDocument
  } catch {
    return undefined
  }
}
