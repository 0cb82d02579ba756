/** SQL of damaged rows: whether they are so still, what they are called, and writing over them. */
import type { Database } from 'better-sqlite3'
import { CUT } from '../../shared/anchor/selectors.ts'
import type { RowPlace } from '../../shared/damage.ts'
import { CHECKSUM, checkedTables, checksumOf, type Value } from '../database/checksums/row-checksum.ts'

export type Values = Record<string, Value>
export type DamageTable = ReturnType<typeof createDamageTable>

const quote = (highlight: string): string => `(SELECT group_concat(exact, ' ${CUT} ' ORDER BY position) FROM highlight_range WHERE highlight_id = ${highlight})`
const title = '(SELECT title FROM article WHERE id = it.article_id)'
/** What a row of each table is, and an SQL expression of the words that it is known by. */
const naming: Record<string, [what: string, words: string]> = {
  article: ['Article', 'it.title'], revision: ['Text of the article', title], reading_place: ['Reading place in', title], draft: ['Draft of', title],
  highlight: ['Highlight', quote('it.id')], highlight_range: ['Words of the highlight', 'it.exact'], statement: ['Statement', quote('it.highlight_id')],
  speaker: ['Speaker', 'it.name'], speaker_alias: ['Other name of a speaker', 'it.name'], issue: ['Issue', 'it.proposition'], note: ['Note', 'it.text'],
  note_link: ['Link in the note', '(SELECT text FROM note WHERE seq = it.note)'],
  tag: ['Tag', 'it.name'], article_tag: ['Tag on the article', title], highlight_tag: ['Tag on the highlight', quote('it.highlight_id')],
  collection: ['Collection', 'it.name'], article_collection: ['Collection of the article', title], comparison: ['Comparison', 'it.title'],
  look: ['Looked-at mark on the article', title], event: ['Event', 'it.title'],
  change: ['Step of the history', 'it.label'], change_row: ['Step of the history', '(SELECT label FROM change WHERE seq = it.change)'],
}

export function createDamageTable(db: Database) {
  const tables = checkedTables(db)
  const newestRevision = db.prepare<[Value], number | null>('SELECT max(number) FROM revision WHERE article_id = ?').pluck()
  const columnsOf = (table: string): string[] => tables.get(table) ?? []

  return {
    columnsOf,
    isDamaged: ({ table, row }: RowPlace): boolean =>
      db.prepare<[number], number>(`SELECT ${CHECKSUM} IS NOT ${checksumOf(columnsOf(table), 'it')} FROM "${table}" AS it WHERE rowid = ?`).pluck().get(row) === 1,
    nameOf({ table, row }: RowPlace): { what: string; words: string } {
      const [what, words] = naming[table] ?? [table, "''"]
      return { what, words: db.prepare<[number], string | null>(`SELECT ${words} FROM "${table}" AS it WHERE rowid = ?`).pluck().get(row) ?? '' }
    },
    valuesOf: ({ table, row }: RowPlace): Values | undefined => valuesOf(db, table, columnsOf(table), 'rowid', row),
    /** The highlight's ranges belong to it, and it to them. */
    withCompanions(place: RowPlace): RowPlace[] {
      const rowsOf = (table: string, where: string): RowPlace[] => db.prepare<[number], number>(`SELECT rowid FROM "${table}" WHERE ${where}`).pluck().all(place.row).map((row) => ({ table, row }))
      if (place.table === 'highlight') return [place, ...rowsOf('highlight_range', 'highlight_id = (SELECT id FROM highlight WHERE seq = ?)')]
      if (place.table !== 'highlight_range') return [place]
      return [...rowsOf('highlight', 'id = (SELECT highlight_id FROM highlight_range WHERE seq = ?)'), ...rowsOf('highlight_range', 'highlight_id = (SELECT highlight_id FROM highlight_range WHERE seq = ?)')]
    },
    /** An article that was edited since the backup keeps its newest revision, and a step of the history whose it is by now and whether it is undone. */
    write({ table, row }: RowPlace, taken: Values): void {
      const now = table === 'change' ? valuesOf(db, table, ['client', 'undone'], 'rowid', row) : table === 'article' ? { revision: newestRevision.get(taken.id!) ?? taken.revision! } : {}
      const values = { ...taken, ...now }
      const columns = Object.keys(values)
      db.prepare(`UPDATE "${table}" SET (${columns.join(', ')}) = (${columns.map((column) => `@${column}`).join(', ')}) WHERE rowid = @rowid`).run({ ...values, rowid: row })
    },
    /** What is there is taken as right from now on. */
    seal({ table, row }: RowPlace): void {
      db.prepare(`UPDATE "${table}" AS it SET ${CHECKSUM} = ${checksumOf(columnsOf(table), 'it')} WHERE rowid = ?`).run(row)
    },
  }
}

export function valuesOf(db: Database, table: string, columns: string[], key: 'rowid' | 'article_id', value: Value): Values | undefined {
  return db.prepare<[Value], Values>(`SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM "${table}" WHERE ${key} = ?`).get(value)
}
