/** SQL of Changes and of what they keep of the rows that they touched. */
import type { Database } from 'better-sqlite3'
import { CHECKSUM, checkedTables, checksumOf } from '../database/checksums/row-checksum.ts'
import type { CallContext } from '../../shared/rpc.ts'
import type { JournaledTable } from './journal.ts'

type ClientName = CallContext['client']
export interface ChangeHead { seq: number; client: ClientName; label: string; run: string | null }
export interface ListedChange { id: number; client: string; label: string; subject: string; madeAt: string; undone: boolean }
export interface ChangeRow { seq: number; noun: JournaledTable; row: number; before: string | null; after: string | null }
/** How many rows of a Change are read at once. */
const PAGE = 5000
export type ChangeTable = ReturnType<typeof createChangeTable>

export function createChangeTable(db: Database) {
  const insert = db.prepare<[ClientName, string, string, string | null]>('INSERT INTO change (client, label, made_at, run) VALUES (?, ?, ?, ?)')
  const remove = db.prepare<[number]>('DELETE FROM change WHERE seq = ?')
  const removeRows = db.prepare<[number]>('DELETE FROM change_row WHERE change = ?')
  const rows = db.prepare<[number], ChangeRow>('SELECT seq, noun, row, before, after FROM change_row WHERE change = ? ORDER BY seq')
  const damagedRow = db.prepare<[number], number>(`SELECT 1 FROM change_row WHERE change = ? AND ${CHECKSUM} IS NOT ${checksumOf(checkedTables(db).get('change_row')!, 'change_row')}`).pluck()
  const lastRow = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM change_row').pluck()
  // By seq alone: the rows that were written last lie together.
  const rowsSince = db.prepare<[number, number], ChangeRow>(`SELECT seq, noun, row, before, after FROM change_row WHERE seq > ? AND +change = ? ORDER BY seq LIMIT ${PAGE}`)
  const nextUndo = db.prepare<[ClientName], ChangeHead>('SELECT seq, client, label, run FROM change WHERE client = ? AND undone IS NULL ORDER BY seq DESC LIMIT 1')
  const nextRedo = db.prepare<[ClientName], ChangeHead>('SELECT seq, client, label, run FROM change WHERE client = ? AND undone IS NOT NULL ORDER BY undone DESC LIMIT 1')
  const dropRedoRows = db.prepare<[ClientName]>('DELETE FROM change_row WHERE change IN (SELECT seq FROM change WHERE client = ? AND undone IS NOT NULL)')
  const dropRedo = db.prepare<[ClientName]>('DELETE FROM change WHERE client = ? AND undone IS NOT NULL')
  const setUndone = db.prepare<[number, number]>('UPDATE change SET undone = ? WHERE seq = ?')
  const setRedone = db.prepare<[number]>('UPDATE change SET undone = NULL WHERE seq = ?')
  const lastUndone = db.prepare<[], number>('SELECT coalesce(max(undone), 0) FROM change').pluck()
  const list = db.prepare<[number], Omit<ListedChange, 'undone'> & { undone: number | null }>('SELECT seq AS id, client, label, subject, made_at AS madeAt, undone FROM change ORDER BY seq DESC LIMIT ?')
  const find = db.prepare<[number], ChangeHead & { undone: number | null }>('SELECT seq, client, label, run, undone FROM change WHERE seq = ?')
  const windows = db.prepare<[], string>("SELECT client FROM change WHERE client LIKE 'window%' GROUP BY client ORDER BY max(seq) DESC").pluck()
  const take = db.prepare<[ClientName, string]>('UPDATE change SET client = ? WHERE client = ?')
  const setSubject = db.prepare<[string, number]>('UPDATE change SET subject = ? WHERE seq = ?')
  const quote = db.prepare<[string], string | null>("SELECT group_concat(exact, ' […] ' ORDER BY position) FROM highlight_range WHERE highlight_id = ?").pluck()
  const title = db.prepare<[string], string>('SELECT title FROM article WHERE id = ?').pluck()
  const nextLong = db.prepare<[number, number], ChangeRow>(`SELECT seq, noun, row, before, after FROM change_row
    WHERE seq > ? AND coalesce(octet_length(before), 0) + coalesce(octet_length(after), 0) > ? ORDER BY seq LIMIT 1`)
  const setSides = db.prepare<[string | null, string | null, number]>('UPDATE change_row SET before = ?, after = ? WHERE seq = ?')
  const removeRow = db.prepare<[number]>('DELETE FROM change_row WHERE seq = ?')
  const forget = db.prepare(`DELETE FROM change WHERE seq IN (SELECT change FROM change_row WHERE (noun, row) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?)))`)
  // From the newest back, and no further than to the first: the order of the tables is as it is written.
  const latestSince = db.prepare<{ change: number }, { client: string; label: string }>(`SELECT other.client, other.label FROM change AS other
    CROSS JOIN change_row AS theirs ON theirs.change = other.seq
    CROSS JOIN change_row AS own ON own.change = @change AND own.noun = theirs.noun AND own.row = theirs.row
    WHERE other.seq > @change AND other.undone IS NULL AND (own.before IS NULL OR own.after IS NULL OR theirs.before IS NULL OR theirs.after IS NULL
      OR EXISTS (SELECT key FROM json_each(own.after) INTERSECT SELECT key FROM json_each(theirs.after)))
    ORDER BY other.seq DESC LIMIT 1`)
  const latestOf = db.prepare<[number, string], { client: string; label: string }>(`SELECT client, label FROM change WHERE seq > ? AND undone IS NULL
    AND seq IN (SELECT change FROM change_row WHERE (noun, row) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))) ORDER BY seq DESC LIMIT 1`)
  const latestAcross = db.prepare<[number], { client: string; label: string }>(`SELECT other.client, other.label FROM change JOIN change AS other
    ON other.seq > change.seq AND other.undone IS NULL
    WHERE change.seq = ? AND EXISTS (SELECT 1 FROM change_row AS own JOIN change_row AS theirs
      ON theirs.change = other.seq AND (own.noun, theirs.noun) IN (VALUES ('revision', 'highlight'), ('highlight', 'revision'))
      AND ${articleOf('own')} = ${articleOf('theirs')}
      WHERE own.change = change.seq)
    ORDER BY other.seq DESC LIMIT 1`)
  const forgetRows = db.prepare('DELETE FROM change_row WHERE change NOT IN (SELECT seq FROM change)')

  return {
    add: (client: ClientName, label: string, madeAt: string, run: string | null): number => Number(insert.run(client, label, madeAt, run).lastInsertRowid),
    rows: (change: number): ChangeRow[] => rows.all(change),
    lastRow: (): number => lastRow.get()!,
    /** Those written after row `since`, in pages: an import writes more than memory holds. */
    * pagesSince(change: number, since: number): Generator<ChangeRow[]> {
      for (let page = rowsSince.all(since, change); page.length > 0; page = page.length < PAGE ? [] : rowsSince.all(page.at(-1)!.seq, change)) yield page
    },
    /** What it remembers is not what was written. */
    isDamaged: (change: number): boolean => damagedRow.get(change) !== undefined,
    list: (limit: number): ListedChange[] => list.all(limit).map((change) => ({ ...change, undone: change.undone !== null })),
    find: (change: number) => find.get(change),
    /** Clients that are windows and have Changes, the one that acted last first. */
    windows: (): string[] => windows.all(),
    /** What one client did becomes another's. */
    take: (client: ClientName, from: string): void => { take.run(client, from) },
    setSubject: (change: number, subject: string): void => { setSubject.run(subject, change) },
    quoteOf: (highlightId: string): string => quote.get(highlightId) ?? '',
    titleOf: (articleId: string): string => title.get(articleId) ?? '',
    nextUndo: (client: ClientName): ChangeHead | undefined => nextUndo.get(client),
    nextRedo: (client: ClientName): ChangeHead | undefined => nextRedo.get(client),
    markUndone: (change: number): void => { setUndone.run(lastUndone.get()! + 1, change) },
    markRedone: (change: number): void => { setRedone.run(change) },
    remove(change: number): void {
      removeRows.run(change)
      remove.run(change)
    },
    removeRows: (change: number): void => { removeRows.run(change) },
    dropRedo(client: ClientName): void {
      dropRedoRows.run(client)
      dropRedo.run(client)
    },
    /** The first after `seq` that takes more than so many bytes. */
    nextLong: (seq: number, bytes: number): ChangeRow | undefined => nextLong.get(seq, bytes),
    removeRow: (row: ChangeRow): void => { removeRow.run(row.seq) },
    setSides: ({ seq, before, after }: ChangeRow): void => { setSides.run(before, after, seq) },
    /** The newest Change after `change` that stands and touched the same columns of the same rows; making or deleting a row touches them all. */
    latestSince: (change: number) => latestSince.get({ change }),
    /** The newest Change after `change` that stands and touched one of these rows. */
    latestOf: (change: number, touched: { noun: JournaledTable; row: number }[]) =>
      latestOf.get(change, JSON.stringify(touched.map(({ noun, row }) => [noun, row]))),
    /**
     * The newest Change after `change` that stands and made a revision of an article whose highlights this one touched, or the other way
     * round: each highlight lies on a revision, and a new revision carries those that are there.
     */
    latestAcross: (change: number) => latestAcross.get(change),
    /** Changes that touched these rows are gone: they could not be undone any more. */
    forget(touched: { noun: JournaledTable; row: number }[]): void {
      forget.run(JSON.stringify(touched.map(({ noun, row }) => [noun, row])))
      forgetRows.run()
    },
    /** A part of the act that is under way: one that fails leaves what the act did before. */
    transaction<T>(work: () => T): T {
      if (!db.inTransaction) throw new Error('This operation writes: `acts.ts` must say so.')
      return db.transaction(work)()
    },
  }
}

/** SQL: the article of a revision or highlight. Where only columns are kept that changed, the highlight is there to be asked. */
function articleOf(row: string): string {
  return `coalesce(${row}.after ->> '$.article_id', ${row}.before ->> '$.article_id', (SELECT article_id FROM highlight WHERE ${row}.noun = 'highlight' AND seq = ${row}.row))`
}
