/** SQL of verifying: what the library holds, as it was written, one article at a time. */
import type { Database } from 'better-sqlite3'
import type { TextRange } from '../../shared/anchor/selectors.ts'
import type { LexicalDocument } from '../../shared/body.ts'
import { mayBeAnothers } from '../database/may-be-anothers.ts'
import { revisionBody, revisionText } from '../database/packed-text.ts'
import { schemaOf, structureOf } from '../database/check-library.ts'
import { strayInSearch } from '../database/search-index.ts'
import { quotationsIn, type CheckedQuotation } from './check-quotations.ts'
import type { CheckedHighlight, CheckedRevision } from './check-texts.ts'

/** `positions`: which range each row of it says to be, from 0 on. */
export type StoredToCheck = CheckedHighlight & { positions: number[] }
export type VerifyTable = ReturnType<typeof createVerifyTable>

export function createVerifyTable(db: Database) {
  const articles = db.prepare<[], { id: string; revision: number | null }>(`SELECT id, revision FROM article
    UNION ALL SELECT DISTINCT article_id, NULL FROM highlight WHERE article_id NOT IN (SELECT id FROM article) ORDER BY id`)
  const numbers = db.prepare<[string], number>('SELECT number FROM revision WHERE article_id = ? ORDER BY number').pluck()
  const revision = db.prepare<[string, number], Omit<CheckedRevision, 'body'> & { body: string }>(`SELECT article_id AS articleId, number, ${revisionText} AS text, sha256, ${revisionBody} AS body FROM revision WHERE article_id = ? AND number = ?`)
  const highlights = db.prepare<[string], Omit<CheckedHighlight, 'ranges' | 'place' | 'candidates'> & { ranges: string; place: string | null; candidates: string; positions: string }>(`SELECT id, article_id AS articleId, revision,
    (SELECT json_group_array(json_object('start', start_offset, 'end', end_offset, 'exact', exact, 'prefix', prefix, 'suffix', suffix) ORDER BY position) FROM highlight_range WHERE highlight_id = highlight.id) AS ranges,
    iif(${mayBeAnothers}, coalesce(candidates -> '$[0]', '[]'), NULL) AS place, candidates,
    (SELECT json_group_array(position ORDER BY position) FROM highlight_range WHERE highlight_id = highlight.id) AS positions
    FROM highlight WHERE article_id = ? ORDER BY revision, seq`)

  const notes = db.prepare<[string], { id: string; document: string }>(`SELECT id, document FROM note WHERE seq IN (
    SELECT note FROM note_link JOIN highlight ON highlight.id = note_link.subject_id WHERE note_link.subject_type = 'highlight' AND article_id = ?)`)
  const articleOf = db.prepare<[string], string>('SELECT article_id FROM highlight WHERE id = ?').pluck()

  return {
    /** Also those that only highlights name; their `revision` is null. */
    articles: () => articles.all(),
    revisionNumbers: (articleId: string): number[] => numbers.all(articleId),
    revision(articleId: string, number: number): CheckedRevision | undefined {
      const row = revision.get(articleId, number)
      return row && { ...row, body: parsed(row.body) }
    },
    highlights: (articleId: string): StoredToCheck[] => highlights.all(articleId).map((row) => ({
      ...row, candidates: waiting(row.candidates), positions: JSON.parse(row.positions) as number[], ranges: JSON.parse(row.ranges) as TextRange[], place: row.place === null ? null : JSON.parse(row.place) as TextRange[],
    })),
    /** What notes quote of an article's highlights. */
    quotations: (articleId: string): CheckedQuotation[] => notes.all(articleId).flatMap(({ id, document }) => {
      const parsedDocument = parsed(document)
      return parsedDocument ? quotationsIn(id, parsedDocument) : []
    }).filter(({ highlightId }) => articleOf.get(highlightId) === articleId),
    structure: (): string[] => [...structureOf(db), ...schemaOf(db)],
    strayInSearch: (): number => strayInSearch(db),
  }
}

/** Those of a damaged row may not be readable. */
function waiting(candidates: string): TextRange[][] {
  try {
    return JSON.parse(candidates) as TextRange[][]
  } catch {
    return []
  }
}

function parsed(body: string): LexicalDocument | undefined {
  try {
    return JSON.parse(body) as LexicalDocument
  } catch {
    return undefined
  }
}
