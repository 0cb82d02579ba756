/** Updates that touch only what was given, so that the journal and other programs see just those columns. */
import type { Database, Statement } from 'better-sqlite3'

type Value = string | number | boolean | null | undefined

/** `columns`: the column of each field. A field that is undefined is left alone; none given: nothing is written. */
export function createSetGiven<F extends string>(db: Database, table: string, columns: Record<F, string>) {
  const prepared = new Map<string, Statement>()
  const fields = Object.keys(columns) as F[]

  return (id: string, given: Partial<Record<F, Value>>): void => {
    const names = fields.filter((name) => given[name] !== undefined)
    if (names.length === 0) return
    const sql = `UPDATE ${table} SET ${names.map((name) => `${columns[name]} = @${name}`).join(', ')} WHERE id = @id`
    if (!prepared.has(sql)) prepared.set(sql, db.prepare(sql))
    const values = names.map((name) => [name, typeof given[name] === 'boolean' ? Number(given[name]) : given[name]])
    prepared.get(sql)!.run({ id, ...Object.fromEntries(values) })
  }
}
