/**
 * Ends a long act with SIGKILL at a random moment, each time on a copy of the same library: the library is then whole, and
 * holds what it held before the act or what it holds after it, nothing between. KILLS chooses how often for each act.
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { first } from '../src/main/database/migrations/001-first.ts'
import { fromLexical, toLexical } from '../src/shared/body.ts'
import { commandLineFile, homeIn, type CounterpointHost } from '../scripts/loopback-host.ts'
import { aLargeLibrary, idOf, issueId, speakerIds } from './a-large-library.ts'
import type { Fault, FaultTools } from './fault.ts'

const kills = Number(process.env.KILLS ?? 6)

/** Resolves when the act is done. */
interface Running { done: Promise<unknown>; kill(): Promise<void> }
interface LongAct {
  name: string
  /** On which library: prepared ones are folders of that name. */
  on: 'empty' | 'large' | 'first-schema'
  /** Brings the library to where the act begins. */
  prepare?: (host: CounterpointHost) => Promise<unknown>
  begin: (library: string, tools: FaultTools, files: { json: string }) => Promise<Running>
}

const statementIds = (count: number): string[] => Array.from({ length: count }, (_, index) => idOf(2_000_000 + index))
const articleIds = (count: number): string[] => Array.from({ length: count }, (_, index) => idOf(101 + index))

/** The act of one call to a host. */
const ofHost = (act: (host: CounterpointHost) => Promise<unknown>): LongAct['begin'] => async (library, tools) => {
  const host = await tools.host({ library })
  await host.call('history.adopt', {})
  return { done: act(host), kill: host.kill }
}

/** The act of a command, from its start on. */
const ofCommand = (words: (files: { json: string }) => string[]): LongAct['begin'] => (library, tools, files) => {
  const child = spawn(process.execPath, [commandLineFile, ...words(files), '--library', library], { env: { ...process.env, ...homeIn(tools.folder()) }, stdio: 'ignore' })
  const done = new Promise<void>((resolve) => { child.once('exit', () => { resolve() }) })
  const kill = (): Promise<void> => {
    child.kill('SIGKILL')
    return done
  }
  return Promise.resolve({ done, kill })
}

const acts: LongAct[] = [
  { name: 'importing a library', on: 'empty', begin: ofCommand(({ json }) => ['import', json]) },
  { name: 'migrating', on: 'first-schema', begin: ofCommand(() => ['articles']) },
  { name: 'setting a thousand stances', on: 'large', begin: ofHost((host) => host.call('statements.updateMany', { ids: statementIds(1000), stance: 'denies' })) },
  {
    name: 'undoing a thousand stances', on: 'large', prepare: (host) => host.call('statements.updateMany', { ids: statementIds(1000), stance: 'denies' }),
    begin: ofHost((host) => host.call('history.undo', {})),
  },
  { name: 'merging speakers', on: 'large', begin: ofHost((host) => host.call('speakers.merge', { id: speakerIds[0], intoId: speakerIds[1] })) },
  { name: 'deleting an issue', on: 'large', begin: ofHost((host) => host.call('issues.delete', { id: issueId, moveToId: null })) },
  { name: 'emptying the bin', on: 'large', prepare: (host) => host.call('articles.delete', { ids: [idOf(100), ...articleIds(150)] }), begin: ofHost((host) => host.call('articles.emptyBin', {})) },
  {
    name: 'revising an article with a thousand highlights', on: 'large',
    prepare: async (host) => {
      const { body, revision } = await host.call('articles.get', { id: idOf(100) })
      await host.call('drafts.save', { articleId: idOf(100), base: revision, document: toLexical([{ type: 'paragraph', inlines: [{ text: 'A new first line.' }] }, ...fromLexical(body)]) })
    },
    begin: ofHost((host) => host.call('articles.revise', { id: idOf(100) })),
  },
]

export const fault: Fault = {
  name: 'Killed in a long act',
  async run(tools) {
    const files = { json: path.join(tools.folder(), 'library.json') }
    const content = aLargeLibrary({ articles: 200, marked: 1000 })
    writeFileSync(files.json, JSON.stringify(content))
    const start = { empty: tools.folder(), large: path.join(tools.folder(), 'large'), 'first-schema': tools.folder() }
    await tools.commandLine(['import', files.json, '--library', start.large])
    aLibraryOfTheFirstSchema(start['first-schema'], content)
    const failed: string[] = []
    for (const act of acts) failed.push(...await killAgainAndAgain(act, start[act.on], tools, files))
    return { tried: acts.length * kills, failed }
  },
}

async function killAgainAndAgain(act: LongAct, from: string, tools: FaultTools, files: { json: string }): Promise<string[]> {
  const prepared = path.join(tools.folder(), 'library')
  cpSync(from, prepared, { recursive: true })
  if (act.prepare) {
    const host = await tools.host({ library: prepared })
    await act.prepare(host)
    await host.close()
  }
  const copyOf = (): string => {
    const copy = path.join(tools.folder(), 'library')
    cpSync(prepared, copy, { recursive: true })
    return copy
  }
  const before = await contents(copyOf(), tools)
  const whole = copyOf()
  const running = await act.begin(whole, tools, files)
  const began = performance.now()
  await running.done
  const took = performance.now() - began
  await running.kill()
  const after = await contents(whole, tools)
  const failed: string[] = []
  if (!after.startsWith('{')) failed.push(`${act.name}, not killed: ${after}`)
  else if (before === after && act.on !== 'first-schema') failed.push(`${act.name} changed nothing`)
  for (let kill = 1; kill <= kills; kill += 1) {
    const library = copyOf()
    const { done, kill: end } = await act.begin(library, tools, files)
    const moment = (took * (tools.random(110) + 1)) / 100
    await Promise.race([pause(moment), done.catch(() => undefined)])
    await end()
    await done.catch(() => undefined)
    const now = await contents(library, tools)
    if (now !== before && now !== after) failed.push(`${act.name}, killed after ${Math.round(moment)} ms: ${now.slice(0, 200)}`)
    rmSync(library, { recursive: true, force: true })
  }
  return failed
}

/** The library as its own JSON, times aside; or why there is none. */
async function contents(library: string, tools: FaultTools): Promise<string> {
  const broken = integrityOf(library)
  if (broken) return broken
  const { status, out, err } = await tools.commandLine(['export', '--format', 'json', '--library', library])
  if (status !== 0) return `no export: ${err}`
  return JSON.stringify(JSON.parse(out, (key, value: unknown) => (['updatedAt', 'deletedAt', 'createdAt'].includes(key) ? typeof value : value)))
}

/** A library that is not made yet is none. */
function integrityOf(library: string): string | undefined {
  const file = path.join(library, 'library.db')
  try {
    readFileSync(file)
  } catch {
    return undefined
  }
  const db = new Database(file)
  const result = db.pragma('integrity_check', { simple: true })
  const broken = db.pragma('foreign_key_check') as unknown[]
  db.close()
  return result === 'ok' && broken.length === 0 ? undefined : `integrity_check says ${String(result)}, ${broken.length} broken references`
}

function aLibraryOfTheFirstSchema(folder: string, { articles, speakers }: ReturnType<typeof aLargeLibrary>): void {
  mkdirSync(folder, { recursive: true })
  const db = new Database(path.join(folder, 'library.db'))
  db.pragma('foreign_keys = ON')
  db.exec(first)
  db.pragma('user_version = 1')
  const addArticle = db.prepare(`INSERT INTO article (id, title, byline, publisher, published, address, language, guessed, source_kind, source_name, source_sha256, revision, added_at, updated_at)
    VALUES (@id, @title, '', '', '', '', 'en', '[]', 'text', '', @sourceSha256, 1, @addedAt, @updatedAt)`)
  const addRevision = db.prepare("INSERT INTO revision (article_id, number, body, text, sha256, words, created_at) VALUES (@id, 1, @body, @text, @sha256, 9, @createdAt)")
  const addSpeaker = db.prepare('INSERT INTO speaker (id, name, colour) VALUES (@id, @name, @colour)')
  db.transaction(() => {
    for (const { revisions: [revision], ...article } of articles) {
      addArticle.run({ id: article.id, title: article.title, sourceSha256: article.sourceSha256, addedAt: article.addedAt, updatedAt: article.updatedAt })
      addRevision.run({ id: article.id, body: JSON.stringify(revision!.body), text: revision!.text, sha256: revision!.sha256, createdAt: revision!.createdAt })
    }
    for (const { id, name, colour } of speakers) addSpeaker.run({ id, name, colour })
  })()
  db.close()
}
