/** SQL of tags and collections: two tables of the same shape. */
import type { Database } from 'better-sqlite3'

export type LabelKind = 'tag' | 'collection'
export interface Label { id: string; name: string; articles: number }
export type LabelTable = ReturnType<typeof createLabelTable>

export function createLabelTable(db: Database, kind: LabelKind) {
  const list = db.prepare<[], Label>(`
    SELECT id, name, (SELECT count(*) FROM article_${kind} JOIN article ON article.id = article_id WHERE ${kind}_id = ${kind}.id AND deleted_at IS NULL) AS articles
    FROM ${kind} ORDER BY name COLLATE NOCASE, seq`)
  const insert = db.prepare(`INSERT INTO ${kind} (id, name, folded) VALUES (?, ?, ?)`)
  const rename = db.prepare(`UPDATE ${kind} SET name = ?, folded = ? WHERE id = ?`)
  const isKnown = db.prepare<[string]>(`SELECT 1 FROM ${kind} WHERE folded = ?`)
  const remove = db.prepare(`DELETE FROM ${kind} WHERE id = ?`)
  const give = db.prepare(`INSERT OR IGNORE INTO article_${kind} (article_id, ${kind}_id) VALUES (?, ?)`)
  const take = db.prepare(`DELETE FROM article_${kind} WHERE article_id = ? AND ${kind}_id = ?`)

  const giveHighlight = db.prepare('INSERT OR IGNORE INTO highlight_tag (highlight_id, tag_id) VALUES (?, ?)')
  const takeHighlight = db.prepare('DELETE FROM highlight_tag WHERE highlight_id = ? AND tag_id = ?')

  return {
    kind,
    list: (): Label[] => list.all(),
    isKnown: (folded: string): boolean => isKnown.get(folded) !== undefined,
    add: (id: string, name: string, folded: string | null): void => { insert.run(id, name, folded) },
    rename: (id: string, name: string, folded: string): void => { rename.run(name, folded, id) },
    remove: (id: string): void => { remove.run(id) },
    /** Whether it was not there yet. */
    give: (articleId: string, id: string): boolean => give.run(articleId, id).changes > 0,
    take: (articleId: string, id: string): void => { take.run(articleId, id) },
    /** Only tags go on highlights. Whether it was not there yet. */
    giveHighlight: (highlightId: string, id: string): boolean => giveHighlight.run(highlightId, id).changes > 0,
    takeHighlight: (highlightId: string, id: string): void => { takeHighlight.run(highlightId, id) },
  }
}
