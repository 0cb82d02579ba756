/** SQL of what is made from other rows, the words that search keeps and the links between notes: what in it differs from those, and making it anew. */
import type { Database } from 'better-sqlite3'

interface Kept { columns: string[]; from: string }

/** Each search table, and the select that it is made from: its row's number first, as `seq`. */
const kept = {
  article_search: {
    columns: ['title', 'byline', 'publisher', 'text'],
    from: 'SELECT article.seq AS seq, title, byline, publisher, text FROM article JOIN revision ON revision.article_id = article.id AND revision.number = article.revision',
  },
  passage_search: { columns: ['exact'], from: 'SELECT seq, exact FROM highlight_range' },
  note_search: { columns: ['text'], from: 'SELECT seq, text FROM note' },
} satisfies Record<string, Kept>
type SearchTableName = keyof typeof kept

const differs = (columns: string[]): string => columns.map((column) => `kept.${column} IS NOT source.${column}`).join(' OR ')

/** In how many rows what search keeps is not what the library says. */
export function strayInSearch(db: Database): number {
  return Object.entries(kept).reduce((sum, [table, { columns, from }]) => {
    return sum + db.prepare<[], number>(`SELECT count(*) FROM ${table} AS kept FULL JOIN (${from}) AS source ON source.seq = kept.rowid WHERE ${differs(columns)}`).pluck().get()!
  }, 0)
}

/** Whether what a search table keeps of a row, by its number, is what the library says. */
export function keptAsWritten(db: Database, table: SearchTableName): (row: number) => boolean {
  const { columns, from } = kept[table]
  const stray = db.prepare<[number], number>(`SELECT 1 FROM ${table} AS kept JOIN (${from}) AS source ON source.seq = kept.rowid WHERE kept.rowid = ? AND (${differs(columns)})`).pluck()
  return (row) => stray.get(row) === undefined
}

/** From the library's own rows. */
export const remakeSearch = (db: Database): void => db.transaction(() => remakeAll(db))()

function remakeAll(db: Database): void {
  for (const [table, { columns, from }] of Object.entries(kept)) {
    const made = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table)!
    db.exec(`DROP TABLE ${table}; ${made}; INSERT INTO ${table} (rowid, ${columns.join(', ')}) ${from};`)
  }
}

/** Which note links to what, from the notes' documents. */
export const relinkNotes = (db: Database): void => db.transaction(() => {
  db.exec(`DELETE FROM note_link; INSERT INTO note_link (note, subject_type, subject_id)
    SELECT DISTINCT note.seq, value ->> '$.subjectType', value ->> '$.subjectId' FROM note, json_tree(note.document)
    WHERE type = 'object' AND value ->> '$.type' IN ('reference', 'quotation') AND value ->> '$.subjectId' IS NOT NULL`)
})()
