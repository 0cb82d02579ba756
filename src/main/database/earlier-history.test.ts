/** Steps of an earlier version, which kept whole rows; and what undo takes for granted of the schema. */
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { journaledTables } from '../history/journal.ts'
import { aLibrary, servicesOf, temporaryFolder } from '../testing.ts'
import { migrate } from './migrate.ts'
import { first } from './migrations/001-first.ts'
import { databaseFile, openDatabase } from './open-database.ts'

const id = 'aaaaaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa'
const article = 'bbbbbbbb-bbbb-7bbb-8bbb-bbbbbbbbbbbb'
const tag = (name: string) => ({ seq: 1, id, name })
const typed = (text: string): string => JSON.stringify({ root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children: [
  { type: 'paragraph', version: 1, format: '', indent: 0, direction: null, textFormat: 0, textStyle: '', children: [{ type: 'text', version: 1, text, format: 0, style: '', mode: 'normal', detail: 0 }] },
] } })
const note = (text: string) => ({ seq: 1, id, subject_type: 'article', subject_id: article, document: typed(text), text, updated_at: '2026-01-01T00:00:00.000Z' })
const long = 'The wall was looked at. 😀 '.repeat(400)

/** A library of the first version: a tag was added and renamed, and a long note written and added to. */
function anEarlierLibrary(): string {
  const folder = temporaryFolder()
  const db = new Sqlite(databaseFile(folder))
  db.exec(first)
  db.pragma('user_version = 1')
  db.exec(`
    INSERT INTO article (id, title, byline, publisher, published, address, language, guessed, source_kind, source_name, source_sha256, revision, added_at, updated_at)
      VALUES ('${article}', 'Title', '', '', '', '', '', '[]', 'text', 'f', 'x', 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
    INSERT INTO revision (article_id, number, body, text, sha256, words, created_at) VALUES ('${article}', 1, '{}', 'Some text', 'y', 2, '2026-01-01T00:00:00.000Z');`)
  const add = (noun: string, row: Record<string, unknown>): void => {
    db.prepare(`INSERT INTO ${noun} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map((column) => `@${column}`).join(', ')})`).run(row)
  }
  add('tag', tag('rivers'))
  add('note', note(`${long}More.`))
  const steps: [string, string, unknown, unknown][] = [
    ['Add tag', 'tag', null, tag('water')], ['Rename tag', 'tag', tag('water'), tag('rivers')],
    ['Add note', 'note', null, note(long)], ['Edit note', 'note', note(long), note(`${long}More.`)],
  ]
  for (const [label, noun, before, after] of steps) {
    const { lastInsertRowid } = db.prepare("INSERT INTO change (client, label, made_at) VALUES ('window:main', ?, '2026-01-01T00:00:00.000Z')").run(label)
    db.prepare('INSERT INTO change_row (change, noun, row, before, after) VALUES (?, ?, 1, ?, ?)').run(lastInsertRowid, noun, before && JSON.stringify(before), after && JSON.stringify(after))
  }
  db.close()
  return folder
}

async function shortenAll(folder: string): Promise<number[]> {
  const db = await openDatabase(folder, () => new Date())
  const { shortening } = servicesOf(db, folder)
  db.transaction(() => { while (shortening.step()); })()
  const lengths = db.prepare<[], number>('SELECT octet_length(before) + octet_length(after) FROM change_row WHERE before IS NOT NULL AND after IS NOT NULL ORDER BY seq').pluck().all()
  db.close()
  return lengths
}

test.each([['as they are', false], ['once they are shortened', true]])('steps that keep whole rows are undone and done again, %s', async (_how, isShortened) => {
  const folder = anEarlierLibrary()
  if (isShortened) expect(Math.max(...await shortenAll(folder))).toBeLessThan(1000)
  const { call } = await aLibrary({ folder })
  const seen: unknown[] = []
  for (const step of [...Array<'history.undo'>(4).fill('history.undo'), ...Array<'history.redo'>(4).fill('history.redo')]) {
    await call(step, {})
    seen.push([(await call('tags.list', {}))[0]?.name, (await call('notes.get', { type: 'article', id: article }))?.text])
  }
  expect(seen).toEqual([['rivers', long], ['rivers', undefined], ['water', undefined], [undefined, undefined], ['water', undefined], ['rivers', undefined], ['rivers', long], ['rivers', `${long}More.`]])
})

test('only deleting a row takes others along: undo watches nothing else', () => {
  const db = new Sqlite(':memory:')
  migrate(db)
  const tables = Object.keys(journaledTables).join('|')
  const triggers = db.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  const isDeleting = (sql: string): boolean => / AFTER DELETE ON /.test(sql)
  const writes = new RegExp(`(INSERT INTO|UPDATE|DELETE FROM) (${tables})\\b`)
  expect(triggers.filter(isDeleting).some((sql) => writes.test(sql.split('BEGIN')[1]!))).toBe(true)
  expect(triggers.filter((sql) => !isDeleting(sql) && writes.test(sql.split('BEGIN')[1]!))).toEqual([])
  const onUpdate = Object.keys(journaledTables).flatMap((table) => (db.pragma(`foreign_key_list(${table})`) as { on_update: string }[]).map((key) => key.on_update))
  expect(new Set(onUpdate)).toEqual(new Set(['NO ACTION']))
  db.close()
})
