/** SQL of packing revisions, one at a time. */
import type { Database } from 'better-sqlite3'
import { pack, PACKED } from '../database/packed-text.ts'

/** Of the body, in bytes. A short one takes up a page of the file anyhow; packing a longer one would hold up what is asked meanwhile. */
const [SHORTEST, LONGEST] = [1500, 2_000_000]

export type PackingTable = ReturnType<typeof createPackingTable>

export function createPackingTable(db: Database) {
  const next = db.prepare<[], { seq: number; body: string; text: string }>(`SELECT revision.seq, body, text FROM article JOIN revision ON article_id = article.id
    WHERE number < article.revision AND substr(body, 1, ${PACKED.length}) <> '${PACKED}' AND octet_length(body) BETWEEN ${SHORTEST} AND ${LONGEST} LIMIT 1`)
  const set = db.prepare<[string, number]>("UPDATE revision SET body = ?, text = '' WHERE seq = ?")

  return {
    /** Packs one revision that is not its article's present one. False where none is left. */
    step: db.transaction((): boolean => {
      const revision = next.get()
      if (revision) set.run(pack(revision.body, revision.text), revision.seq)
      return revision !== undefined
    }).immediate,
  }
}
