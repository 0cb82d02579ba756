/**
 * One flipped bit, 300 times (FLIPS chooses how often), each on a copy of a library of all kinds of things: the library is then
 * opened and used as a reader does. Whatever it shows, exports or holds that is not as it was must be told: at opening, when it
 * is read, by what fails, by the check of a backup, or by verify.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { createApp, type App } from '../src/main/app.ts'
import { checkLibrary } from '../src/main/database/check-library.ts'
import type { Input, OperationName, Output } from '../src/shared/contract.ts'
import { unwrap } from '../src/shared/rpc.ts'
import { fillLibrary } from './all-kinds-of-things.ts'
import type { Fault, FaultTools } from './fault.ts'

const flips = Number(process.env.FLIPS ?? 300)
const now = new Date('2026-03-04T05:06:07.000Z')

/** How each flip was told, and what was not as it was without being told when it was read. */
interface Outcome { told: string; failure?: string }

export const fault: Fault = {
  name: 'One flipped bit',
  async run({ random, folder }) {
    const good = await prepared(folder())
    const failed: string[] = []
    const counts = new Map<string, number>()
    for (let flip = 0; flip < flips; flip += 1) {
      const at = { byte: somewhere(good.bytes, random), bit: random(8) }
      const { told, failure } = await outcomeOf(good, at, folder)
      counts.set(told, (counts.get(told) ?? 0) + 1)
      if (failure) failed.push(`byte ${at.byte}, bit ${at.bit}: ${failure}`)
    }
    return { tried: flips, failed, note: [...counts].map(([told, count]) => `${count} ${told}`).join(', ') }
  },
}

/** Nine in ten where something is written: much of a small file is empty. */
function somewhere(bytes: Buffer, random: FaultTools['random']): number {
  const anywhere = random(10) === 0
  for (;;) {
    const byte = random(bytes.length)
    if (anywhere || bytes[byte] !== 0) return byte
  }
}

interface GoodLibrary { bytes: Buffer; shown: Map<string, string>; held: string }

async function prepared(folder: string): Promise<GoodLibrary> {
  const app = await createApp({ library: folder, clock: () => now, log: console.error })
  await fillLibrary(callerOf(app))
  await app.close()
  const file = path.join(folder, 'library.db')
  const again = await createApp({ library: folder, clock: () => now, log: console.error })
  const { shown, told } = await readAll(again)
  await again.close()
  if (told) throw new Error(`The whole library is called damaged: ${told}`)
  return { bytes: readFileSync(file), shown, held: heldIn(file) }
}

async function outcomeOf({ bytes, shown, held }: GoodLibrary, { byte, bit }: { byte: number; bit: number }, folder: FaultTools['folder']): Promise<Outcome> {
  const library = folder()
  const file = path.join(library, 'library.db')
  const spoiled = Buffer.from(bytes)
  spoiled[byte]! ^= 1 << bit
  writeFileSync(file, spoiled)
  // So that opening it makes no daily backup, which takes longest.
  mkdirSync(path.join(library, 'backups'))
  writeFileSync(path.join(library, 'backups', `library-${now.toISOString().replace(/[:.]/g, '-')}-daily.db`), '')
  try {
    const opened = await createApp({ library, clock: () => now, log: () => undefined }).catch((error: Error) => error)
    if (opened instanceof Error) return { told: 'at opening' }
    const used = await readAll(opened).finally(() => opened.close())
    const changed = [...shown].find(([what, value]) => used.shown.get(what) !== value)?.[0]
    if (used.told) return { told: used.told }
    if (changed) return { told: 'not at all', failure: `${changed} shows something else, and nobody says so` }
    const found = await foundLater(library)
    if (found) return { told: found }
    return heldIn(file) === held ? { told: 'without a change' } : { told: 'not at all', failure: 'the library holds something else, and nobody says so' }
  } finally {
    rmSync(library, { recursive: true, force: true })
  }
}

/** All that a reader can look at, by what was asked; and how damage was told meanwhile. */
async function readAll(app: App): Promise<{ shown: Map<string, string>; told: string | undefined }> {
  const shown = new Map<string, string>()
  const failures: string[] = []
  const ask = async <N extends OperationName>(name: N, input: Input<N>): Promise<Output<N> | undefined> => {
    const reply = await app.dispatch(name, input, { client: 'window:reader' })
    if (!reply.ok) failures.push(reply.error.code)
    else shown.set(`${name} ${JSON.stringify(input)}`, JSON.stringify(reply.output))
    return reply.ok ? reply.output as Output<N> : undefined
  }
  for (const view of ['all', 'archive', 'bin'] as const) {
    for (const article of await ask('articles.list', { view }) ?? []) await readArticle(ask, article.id)
  }
  const statements = await ask('statements.list', {}) ?? []
  await ask('statements.surroundings', { ids: statements.map(({ id }) => id) })
  for (const name of ['statements.columns', 'articles.counts', 'highlights.queue', 'comparisons.list', 'looks.list', 'events.list', 'tags.list', 'collections.list', 'history.list'] as const) await ask(name, {})
  for (const { id } of await ask('speakers.list', {}) ?? []) await readNotes(ask, { type: 'speaker', id })
  for (const { id } of await ask('issues.list', {}) ?? []) await readNotes(ask, { type: 'issue', id })
  for (const words of ['dam', 'sign', 'twice', 'bridge']) await ask('search.find', { words })
  const exported = await ask('exports.render', { format: 'json' })
  await ask('exports.renderComparison', { format: 'markdown-table', comparisonId: null })
  const damage = await ask('damage.list', {}) ?? []
  const told = damage.length > 0 || (exported?.damaged.length ?? 0) > 0 ? 'when read' : failures.length > 0 ? `by what fails (${[...new Set(failures)].join(' and ')})` : undefined
  return { shown, told }
}

type Ask = <N extends OperationName>(name: N, input: Input<N>) => Promise<Output<N> | undefined>

async function readArticle(ask: Ask, id: string): Promise<void> {
  await ask('articles.get', { id })
  await ask('drafts.get', { articleId: id })
  await readNotes(ask, { type: 'article', id })
  for (const { number } of await ask('revisions.list', { articleId: id }) ?? []) await ask('revisions.get', { articleId: id, number })
  for (const highlight of await ask('highlights.list', { articleId: id }) ?? []) await readNotes(ask, { type: 'highlight', id: highlight.id })
}

async function readNotes(ask: Ask, subject: { type: 'article' | 'highlight' | 'speaker' | 'issue'; id: string }): Promise<void> {
  await ask('notes.get', subject)
  await ask('notes.backlinks', subject)
}

/** What a backup's check or verify says of a library in which nobody saw anything. */
async function foundLater(library: string): Promise<string | undefined> {
  const copy = path.join(library, 'copy')
  mkdirSync(copy)
  copyFileSync(path.join(library, 'library.db'), path.join(copy, 'library.db'))
  const db = new Database(path.join(copy, 'library.db'))
  try {
    if (checkLibrary(db).length > 0) return 'by the check of a backup'
  } catch {
    return 'by the check of a backup'
  } finally {
    db.close()
  }
  const app = await createApp({ library, clock: () => now, log: () => undefined })
  const reply = await app.dispatch('library.verify', {}, { client: 'command-line' })
  await app.close()
  return !reply.ok || (reply.output as Output<'library.verify'>).differences.length > 0 ? 'by verify' : undefined
}

/** Every row of every table, as JSON; not what search keeps, which is made of them, nor SQLite's counters. */
function heldIn(file: string): string {
  const db = new Database(file, { readonly: true })
  try {
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%' AND name <> 'sqlite_sequence' ORDER BY name").pluck().all()
    return JSON.stringify(tables.map((table) => db.prepare(`SELECT rowid, * FROM "${table}" ORDER BY rowid`).all()))
  } finally {
    db.close()
  }
}

function callerOf(app: App) {
  return async <N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> => unwrap(await app.dispatch(name, input, { client: 'window:writer' })) as Output<N>
}
