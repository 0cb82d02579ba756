/** SQL of drafts: what is being made of an article's next revision. */
import type { Database } from 'better-sqlite3'
import type { LexicalDocument } from '../../shared/body.ts'
import type { Draft } from '../../shared/revision.ts'

export interface StoredDraft extends Omit<Draft, 'edited'> {
  sourceSha256: string
  /** What the import found besides the text, and whether the text was edited since, as JSON; '' for an edit. */
  imported: string
}
type Row = Omit<StoredDraft, 'document'> & { document: string }
export type DraftTable = ReturnType<typeof createDraftTable>

export function createDraftTable(db: Database) {
  const select = 'SELECT article_id AS articleId, base, origin, document, source_name AS sourceName, source_sha256 AS sourceSha256, imported, updated_at AS updatedAt FROM draft'
  const get = db.prepare<[string], Row>(`${select} WHERE article_id = ?`)
  const all = db.prepare<[], Row>(`${select} ORDER BY article_id`)
  const put = db.prepare(`
    INSERT INTO draft (article_id, base, origin, document, source_name, source_sha256, imported, updated_at)
    VALUES (@articleId, @base, @origin, @document, @sourceName, @sourceSha256, @imported, @updatedAt)
    ON CONFLICT (article_id) DO UPDATE SET base = excluded.base, origin = excluded.origin, document = excluded.document, source_name = excluded.source_name,
      source_sha256 = excluded.source_sha256, imported = excluded.imported, updated_at = excluded.updated_at`)
  const remove = db.prepare<[string]>('DELETE FROM draft WHERE article_id = ?')

  return {
    find(articleId: string): StoredDraft | undefined {
      const row = get.get(articleId)
      return row && toDraft(row)
    },
    all: (): StoredDraft[] => all.all().map(toDraft),
    put: (draft: StoredDraft): void => { put.run({ ...draft, document: JSON.stringify(draft.document) }) },
    remove: (articleId: string): void => { remove.run(articleId) },
  }
}

function toDraft(row: Row): StoredDraft {
  return { ...row, document: JSON.parse(row.document) as LexicalDocument }
}
