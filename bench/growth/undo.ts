/** How long one Change of many rows takes, forth and back: as many statements set to one stance. */
import { openDatabase } from '../../src/main/database/open-database.ts'
import { openBenchLibrary } from './bench-library.ts'

/** In ms: by the clock, and of the processor, which other programs hardly lengthen. */
export interface Time { clock: number; processor: number }
export interface UndoTimes { rows: number; forth: Time; back: Time; forthAgain: Time }

export async function timeUndo(rows: number): Promise<UndoTimes> {
  const empty = await openBenchLibrary()
  await empty.close()
  const ids = await fill(empty.folder, rows)
  const { call, close, remove } = await openBenchLibrary(empty.folder)
  const forth = await time(() => call('statements.updateMany', { ids, stance: 'denies' }))
  const back = await time(() => call('history.undo', {}))
  const forthAgain = await time(() => call('history.redo', {}))
  await close()
  remove()
  return { rows, forth, back, forthAgain }
}

async function time(work: () => Promise<unknown>): Promise<Time> {
  const [start, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return { clock: performance.now() - start, processor: (user + system) / 1000 }
}

async function fill(folder: string, rows: number): Promise<string[]> {
  const db = await openDatabase(folder, () => new Date())
  const ids = Array.from({ length: rows }, (_, index) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`)
  db.transaction(() => {
    db.exec(`
      INSERT INTO article (id, title, byline, publisher, published, address, language, guessed, source_kind, source_name, source_sha256, revision, added_at, updated_at)
        VALUES ('a', 'Title', '', '', '', '', '', '[]', 'text', 'f', 'x', 1, 't', 't');
      INSERT INTO revision (article_id, number, body, text, sha256, words, created_at) VALUES ('a', 1, '{}', 'Some text', 'y', 2, 't');
      INSERT INTO highlight (id, article_id, revision, state, created_at) VALUES ('h', 'a', 1, 'same', 't');`)
    const insert = db.prepare("INSERT INTO statement (id, highlight_id, wording, wording_guessed, created_at) VALUES (?, 'h', 'quote', 1, '2026-01-01T00:00:00.000Z')")
    for (const id of ids) insert.run(id)
  })()
  db.close()
  return ids
}
