/** Factories for tests: a real library in a new folder, asked through `dispatch` as every face asks. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Input, OperationName, Output } from '../shared/contract.ts'
import { unwrap, type CallContext } from '../shared/rpc.ts'
import { createApp } from './app.ts'
import { backUpLibrary } from './database/backups/make-backup.ts'
import { databaseFile, type Database } from './database/open-database.ts'
import { createWriteQueue } from './database/write-queue.ts'
import { createServices, type Services } from './services.ts'

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that moves one second at each look. */
export function steppingClock(start = '2026-01-02T03:04:05.000Z'): () => Date {
  let time = Date.parse(start)
  return () => new Date((time += 1000))
}

export type TestApp = Awaited<ReturnType<typeof aLibrary>>

export async function aLibrary({ folder = temporaryFolder(), clock = steppingClock() } = {}) {
  const logged: string[] = []
  const app = await createApp({ library: folder, clock, log: (line) => logged.push(line), checkOutput: true })
  onTestFinished(() => app.close())
  const events: string[] = []
  app.subscribe((event) => events.push(event.name))
  const call = async <N extends OperationName>(name: N, input: Input<N>, client: CallContext['client'] = 'window:main'): Promise<Output<N>> => {
    const reply = await app.dispatch(name, input, { client })
    if (!reply.ok && reply.error.code === 'internal') throw new Error(logged.at(-1))
    return unwrap(reply) as Output<N>
  }
  const backUp = () => backUpLibrary(folder, databaseFile(folder), 'asked', clock())
  return { app, call, backUp, events, folder, logged }
}

/** Of a database that a test opened by itself, as another program would while the library is open. */
export function servicesOf(db: Database, folder: string): Services {
  return createServices({ db, folder, clock: steppingClock(), readSource: () => Promise.reject(new Error('nothing to read')), uploads: () => folder, tellProgress: () => undefined, ...createWriteQueue(db, () => undefined) })
}

export const riverText = `The river deal

“We will not sign,” said Mayor Ana Ruiz on Monday. The council wants the dam opened by May.

Engineers said the wall is safe. The union doubts it: “Nobody has looked inside.”`

export async function anArticle({ call }: Pick<TestApp, 'call'>, text = riverText): Promise<Output<'articles.get'>> {
  const { id } = await call('articles.import', { kind: 'text', text })
  return call('articles.get', { id })
}

/** A statement on the first occurrence of `words`, by a new or known speaker on a new or known issue. */
export async function aStatement({ call }: Pick<TestApp, 'call'>, { articleId, words, speaker, issue, ...fields }: { articleId: string; words: string; speaker: string; issue: string; stance?: Input<'statements.create'>['stance'] }): Promise<Output<'statements.create'>> {
  const { text } = await call('articles.get', { id: articleId })
  const start = text.indexOf(words)
  const speakers = await call('speakers.list', {})
  const issues = await call('issues.list', {})
  const speakerId = (speakers.find((one) => one.name === speaker) ?? await call('speakers.create', { name: speaker })).id
  const issueId = (issues.find((one) => one.proposition === issue) ?? await call('issues.create', { proposition: issue })).id
  return call('statements.create', { on: { articleId, ranges: [{ start, end: start + words.length }] }, speakerId, issueId, ...fields })
}
