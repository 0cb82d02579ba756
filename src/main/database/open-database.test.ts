import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createChangeTable } from '../history/change-table.ts'
import { openJournal } from '../history/journal.ts'
import { createRowTable } from '../history/row-table.ts'
import { first } from './migrations/001-first.ts'
import { revisions } from './migrations/002-revisions.ts'
import { comparisons } from './migrations/003-comparisons.ts'
import { aLibrary, anArticle, steppingClock, temporaryFolder } from '../testing.ts'
import { schemaOf } from './check-library.ts'
import { allDamagedRows } from './checksums/row-checksum.ts'
import { migrate, schemaVersion, versionOf } from './migrate.ts'
import { databaseFile, openDatabase } from './open-database.ts'

const clock = steppingClock()

test('a file that is not a library is called damaged and is left as it is', async () => {
  const folder = temporaryFolder()
  writeFileSync(databaseFile(folder), 'this is no database, and it is long enough to be read as one'.repeat(200))
  const before = readFileSync(databaseFile(folder))
  await expect(openDatabase(folder, clock)).rejects.toThrow('is damaged and can’t be opened. Restore a backup')
  expect(readFileSync(databaseFile(folder))).toEqual(before)
})

test('a library with broken pages is called damaged', async () => {
  const library = await aLibrary()
  await anArticle(library, `Title\n\n${'Many words. '.repeat(20_000)}`)
  await library.app.close()
  const bytes = readFileSync(databaseFile(library.folder))
  bytes.fill(0xff, 4096 * 3, 4096 * 30)
  writeFileSync(databaseFile(library.folder), bytes)
  await expect(openDatabase(library.folder, clock)).rejects.toThrow('is damaged')
})

test('a file in the place of the folder gives a sentence', async () => {
  const file = join(temporaryFolder(), 'library')
  writeFileSync(file, '')
  await expect(openDatabase(file, clock)).rejects.toThrow('is not a folder')
})

test('a library of a newer version is not touched', async () => {
  const folder = temporaryFolder()
  mkdirSync(folder, { recursive: true })
  const db = new Sqlite(databaseFile(folder))
  db.pragma(`user_version = ${schemaVersion + 1}`)
  db.close()
  await expect(openDatabase(folder, clock)).rejects.toThrow('newer Counterpoint')
})

test('the oldest schema migrates to the newest', () => {
  const db = new Sqlite(':memory:')
  migrate(db)
  expect(versionOf(db)).toBe(schemaVersion)
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})

/** Of the first schema, with one article. */
function aFirstLibrary(): Sqlite.Database {
  const db = new Sqlite(':memory:')
  db.pragma('foreign_keys = ON')
  db.exec(first)
  db.pragma('user_version = 1')
  db.exec(`
    INSERT INTO article (id, title, byline, publisher, published, address, language, guessed, source_kind, source_name, source_sha256, revision, added_at, updated_at)
      VALUES ('a', 'Title', '', '', '', '', '', '[]', 'text', 'f', 'x', 1, 't', 't');
  `)
  return db
}

test('a library of the first schema keeps what it holds, and gains what came later', () => {
  const db = aFirstLibrary()
  db.exec(`
    INSERT INTO revision (article_id, number, body, text, sha256, words, created_at) VALUES ('a', 1, '{}', 'Some text', 'y', 2, 't');
    INSERT INTO highlight (id, article_id, revision, state, created_at) VALUES ('h', 'a', 1, 'same', 't');
    INSERT INTO highlight_range (highlight_id, position, start_offset, end_offset, exact, prefix, suffix) VALUES ('h', 0, 0, 4, 'Some', '', ' text');
    INSERT INTO speaker (id, name, colour) VALUES ('s1', 'Ana', 1), ('s2', 'Ben', 2);
    INSERT INTO change (client, label, made_at) VALUES ('window', 'Highlight', 't');
    INSERT INTO change_row (change, noun, row, before, after) VALUES
      (1, 'highlight', 1, NULL, json_object('seq', 1, 'id', 'h', 'article_id', 'a', 'revision', 1, 'state', 'same', 'created_at', 't')),
      (1, 'speaker', 2, NULL, json_object('seq', 2, 'id', 's2', 'name', 'Ben', 'speaks_for_id', NULL, 'colour', 2));
  `)
  migrate(db)
  // Undo compares what it remembers with the rows as they are.
  const rowTable = createRowTable(db, openJournal(db))
  expect(createChangeTable(db).rows(1).map((row) => JSON.parse(row.after!) as unknown)).toEqual([rowTable.find('highlight', 1), rowTable.find('speaker', 2)])
  expect(versionOf(db)).toBe(schemaVersion)
  expect(schemaOf(db)).toEqual([])
  expect([...allDamagedRows(db).values()].flat()).toEqual([])
  expect(db.prepare('SELECT number, text, origin, source_name FROM revision').all()).toEqual([{ number: 1, text: 'Some text', origin: 'first', source_name: '' }])
  expect(db.prepare('SELECT id, revision, state, waiting, candidates FROM highlight').all()).toEqual([{ id: 'h', revision: 1, state: 'same', waiting: 0, candidates: '[]' }])
  expect(db.prepare('SELECT exact FROM highlight_range').all()).toEqual([{ exact: 'Some' }])
  expect(db.prepare('SELECT name FROM speaker ORDER BY position').pluck().all()).toEqual(['Ana', 'Ben'])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})

test('where the table of highlights is made anew, what refers to them stays, and deleted ones keep their numbers', () => {
  const db = aFirstLibrary()
  db.exec(`
    INSERT INTO highlight (id, article_id, revision, state, created_at) VALUES ('h1', 'a', 1, 'reworded', 't'), ('h2', 'a', 1, 'same', 't'), ('h3', 'a', 1, 'same', 't');
    INSERT INTO highlight_range (highlight_id, position, start_offset, end_offset, exact, prefix, suffix) VALUES ('h1', 0, 0, 4, 'Some', '', ' text');
    INSERT INTO statement (id, highlight_id, wording, created_at) VALUES ('st', 'h1', 'quote', 't');
    INSERT INTO tag (id, name) VALUES ('t', 'water');
    INSERT INTO highlight_tag (highlight_id, tag_id) VALUES ('h1', 't');
    INSERT INTO note (id, subject_type, subject_id, document, text, updated_at) VALUES ('n', 'highlight', 'h1', '{}', 'Firm', 't');
    DELETE FROM highlight WHERE id = 'h3';
  `)
  migrate(db)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(db.prepare('SELECT seq, id, state FROM highlight').all()).toEqual([{ seq: 1, id: 'h1', state: 'reworded' }, { seq: 2, id: 'h2', state: 'same' }])
  expect(['highlight_range', 'statement', 'highlight_tag', 'note'].map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toEqual([1, 1, 1, 1])
  expect(db.prepare("SELECT type, name FROM sqlite_schema WHERE tbl_name = 'highlight' AND name NOT LIKE 'sqlite_%' ORDER BY type, name").all()).toEqual([
    { type: 'index', name: 'highlight_article' }, { type: 'index', name: 'highlight_waiting' },
    { type: 'table', name: 'highlight' }, { type: 'trigger', name: 'highlight_note' },
  ])
  db.exec("UPDATE highlight SET state = 'said-by-another' WHERE id = 'h2'; INSERT INTO highlight (id, article_id, revision, state, created_at) VALUES ('h4', 'a', 1, 'same', 't')")
  expect(db.prepare("SELECT seq FROM highlight WHERE id = 'h4'").pluck().get()).toBe(4)
  expect(db.prepare("SELECT rowid FROM passage_search WHERE passage_search MATCH 'some'").pluck().all()).toEqual([1])
  db.exec("DELETE FROM highlight WHERE id = 'h1'")
  expect(['highlight_range', 'statement', 'highlight_tag', 'note', 'passage_search'].map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toEqual([0, 0, 0, 0, 0])
  db.close()
})

test('where the table of statements is made anew, they keep what they say, and undo knows them', () => {
  const db = aFirstLibrary()
  db.exec(`
    INSERT INTO highlight (id, article_id, revision, state, created_at) VALUES ('h', 'a', 1, 'same', 't');
    INSERT INTO speaker (id, name, colour) VALUES ('s', 'Ana', 1);
    INSERT INTO statement (id, highlight_id, speaker_id, stance, wording, date_said, created_at)
      VALUES ('st1', 'h', 's', 'denies', 'quote', '2026-01', 't'), ('st2', 'h', NULL, NULL, 'paraphrase', NULL, 't'), ('st3', 'h', NULL, NULL, 'paraphrase', NULL, 't');
    DELETE FROM statement WHERE id = 'st3';
    INSERT INTO change (client, label, made_at) VALUES ('window', 'Mark statement', 't');
    INSERT INTO change_row (change, noun, row, before, after) VALUES (1, 'statement', 2, NULL, json_object('seq', 2, 'id', 'st2', 'highlight_id', 'h', 'speaker_id', NULL, 'issue_id', NULL,
      'stance', NULL, 'wording', 'paraphrase', 'reported_by_id', NULL, 'date_said', NULL, 'created_at', 't'));
  `)
  migrate(db)
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(db.prepare('SELECT seq, id, speaker_id, stance, wording, date_said, wording_guessed FROM statement').all()).toEqual([
    { seq: 1, id: 'st1', speaker_id: 's', stance: 'denies', wording: 'quote', date_said: '2026-01', wording_guessed: 1 },
    { seq: 2, id: 'st2', speaker_id: null, stance: null, wording: 'paraphrase', date_said: null, wording_guessed: 1 },
  ])
  const rowTable = createRowTable(db, openJournal(db))
  expect(createChangeTable(db).rows(1).map((row) => JSON.parse(row.after!) as unknown)).toEqual([rowTable.find('statement', 2)])
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'statement' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all()).toEqual(['statement_highlight', 'statement_issue', 'statement_speaker'])
  db.exec("INSERT INTO statement (id, highlight_id, wording, wording_guessed, created_at) VALUES ('st4', 'h', 'partly', 0, 't')")
  expect(db.prepare("SELECT seq FROM statement WHERE id = 'st4'").pluck().get()).toBe(4)
  db.exec("DELETE FROM speaker; DELETE FROM highlight")
  expect(db.prepare('SELECT count(*) FROM statement').pluck().get()).toBe(0)
  db.close()
})

test('events of before belong to all the articles there were, and undo knows them', () => {
  const db = new Sqlite(':memory:')
  for (const migration of [first, revisions, comparisons]) db.exec(migration)
  db.pragma('user_version = 3')
  db.exec(`
    INSERT INTO article (id, title, byline, publisher, published, address, language, guessed, source_kind, source_name, source_sha256, revision, added_at, updated_at)
      VALUES ('a', 'Title', '', '', '', '', '', '[]', 'text', 'f', 'x', 1, 't', 't'), ('b', 'Title', '', '', '', '', '', '[]', 'text', 'f', 'y', 1, 't', 't');
    INSERT INTO event (id, title, date) VALUES ('e', 'Storm', '2017');
    INSERT INTO change (client, label, made_at) VALUES ('window', 'Add event', 't');
    INSERT INTO change_row (change, noun, row, before, after) VALUES (1, 'event', 1, NULL, json_object('seq', 1, 'id', 'e', 'title', 'Storm', 'date', '2017'));
  `)
  migrate(db)
  expect(db.prepare('SELECT article_ids, collection_id FROM event').all()).toEqual([{ article_ids: '["a","b"]', collection_id: null }])
  const rowTable = createRowTable(db, openJournal(db))
  expect(createChangeTable(db).rows(1).map((row) => JSON.parse(row.after!) as unknown)).toEqual([rowTable.find('event', 1)])
  db.close()
})
