import { readFileSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { aLibrary, anArticle, aStatement, steppingClock } from '../testing.ts'
import { checkLibrary, isWholeOrMended } from './check-library.ts'
import { databaseFile, openDatabase } from './open-database.ts'

async function aClosedLibrary() {
  const library = await aLibrary()
  const article = await anArticle(library)
  const { highlightId } = await aStatement(library, { articleId: article.id, words: 'We will not sign', speaker: 'Ana Ruiz', issue: 'The deal is signed' })
  await library.app.close()
  return { folder: library.folder, file: databaseFile(library.folder), article, highlightId }
}

function checked(file: string): string[] {
  const db = new Sqlite(file)
  try {
    return checkLibrary(db)
  } finally {
    db.close()
  }
}

/** The first bit of a text in the pages of one table or index, flipped. */
function spoil(file: string, part: string, text: string): void {
  const db = new Sqlite(file)
  const pages = db.prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ?').pluck().all(part)
  const size = db.pragma('page_size', { simple: true }) as number
  db.close()
  const bytes = readFileSync(file)
  const at = pages.map((page) => bytes.indexOf(text, (page - 1) * size)).find((place, index) => place >= 0 && place < pages[index]! * size)
  bytes[at!]! ^= 1
  writeFileSync(file, bytes)
}

test('a whole library is whole', async () => {
  const { file } = await aClosedLibrary()
  expect(checked(file)).toEqual([])
})

test('one flipped bit in an index is found, and mended at opening from the table', async () => {
  const { file, folder, highlightId } = await aClosedLibrary()
  spoil(file, 'sqlite_autoindex_highlight_1', highlightId)
  expect(checked(file)).toEqual([expect.stringMatching(/^The file’s structure is damaged: .*index sqlite_autoindex_highlight_1\.$/), ...Array<unknown>(checked(file).length - 1).fill(expect.any(String))])
  const db = await openDatabase(folder, steppingClock())
  expect(db.prepare('SELECT id FROM highlight WHERE id = ?').pluck().all(highlightId)).toEqual([highlightId])
  expect(checkLibrary(db)).toEqual([])
  db.close()
})

test('one flipped bit in a row is found, and opening leaves it as it is', async () => {
  const { file, folder } = await aClosedLibrary()
  spoil(file, 'speaker', 'Ana Ruiz')
  expect(checked(file)).toEqual(['Row 1 of speaker is damaged.'])
  const db = await openDatabase(folder, steppingClock())
  expect(checkLibrary(db)).toEqual(['Row 1 of speaker is damaged.'])
  db.close()
})

test('where more than indexes is damaged, nothing is written', async () => {
  const { file } = await aClosedLibrary()
  const bytes = readFileSync(file)
  const db = new Sqlite(file)
  const page = db.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'statement'").pluck().get()!
  bytes.fill(0x7f, (page - 1) * 4096 + 8, page * 4096)
  db.close()
  writeFileSync(file, bytes)
  const damaged = new Sqlite(file)
  expect(isWholeOrMended(damaged)).toBe(false)
  damaged.close()
  expect(readFileSync(file).equals(bytes)).toBe(true)
})
