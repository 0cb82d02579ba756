/**
 * A library is opened and worked in again and again, and each time another of its steps – a statement, or a call of the file
 * system's that writes – fails as on a full disk or a bad one, once or from then on. What was acknowledged is there afterwards,
 * nothing is half, and every failure was a sentence. TRIALS chooses how many.
 */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Input, OperationName, Output } from '../src/shared/contract.ts'
import type { Reply } from '../src/shared/rpc.ts'
import type { Fault } from './fault.ts'
import { arm, disarm, installFaults, type InjectedFault } from './inject.ts'

installFaults()
const { createApp } = await import('../src/main/app.ts')
const { backUp } = await import('../src/main/database/backups/back-up.ts')
const { openSettingsFile } = await import('../src/main/settings/settings-file.ts')
const { replaceFile } = await import('../src/main/replace-file.ts')
const { toLexical } = await import('../src/shared/body.ts')
const { AppError, failure } = await import('../src/shared/rpc.ts')
type App = Awaited<ReturnType<typeof createApp>>

const trials = Number(process.env.TRIALS ?? 200)
const text = 'The bridge\n\nThe board said that the bridge is safe. The union denied it on Monday, and nobody has looked.'

/** What was done and acknowledged, as what must be found: how to look, and what is seen then. */
interface Done { name: string; look: (app: App) => Promise<unknown>; seen: unknown }

export const fault: Fault = {
  name: 'A failing step',
  async run({ random, folder }) {
    const prepared = path.join(folder(), 'library')
    const app = await createApp({ library: prepared, log: () => undefined })
    await prepare(app)
    await app.close()
    const work = (fault?: InjectedFault): Promise<Trial> => trial(prepared, path.join(folder(), 'library'), fault)
    const whole = await work()
    const failed = whole.failed.map((sentence) => `without a fault: ${sentence}`)
    for (let number = 0; number < trials; number += 1) {
      // All over the run, and not always the same steps.
      const step = 1 + Math.floor(((number + random(1000) / 1000) * whole.steps) / trials)
      const fault: InjectedFault = { step, kind: number % 2 === 0 ? 'full' : 'input-output', lasting: number % 3 === 0 ? 'from-then-on' : 'once' }
      failed.push(...(await work(fault)).failed.map((sentence) => `step ${step} of ${whole.steps}, ${fault.kind}, ${fault.lasting}: ${sentence}`))
    }
    return { tried: trials, failed, note: `${whole.steps} steps, ${whole.done} acts` }
  },
}

interface Trial { steps: number; done: number; failed: string[] }

async function trial(prepared: string, library: string, fault?: InjectedFault): Promise<Trial> {
  cpSync(prepared, library, { recursive: true })
  const settingsFile = path.join(path.dirname(library), 'settings.json')
  const output = path.join(path.dirname(library), 'export.csv')
  const failed: string[] = []
  const done: Done[] = []
  const exported = { file: output, content: '' }
  arm(fault)
  await workIn(library, { settingsFile, exported, done, failed })
  const steps = disarm()
  failed.push(...await whatIsThere(library, done))
  if (existsSync(output) && readFileSync(output, 'utf8') !== exported.content) failed.push('a half-written export is there')
  rmSync(path.dirname(library), { recursive: true, force: true })
  return { steps, done: done.length, failed }
}

interface Exported { file: string; content: string }
interface Work { settingsFile: string; exported: Exported; done: Done[]; failed: string[] }

/** Opens the library and does one act of each kind; each that fails must say why in a sentence. */
async function workIn(library: string, { settingsFile, exported, done, failed }: Work): Promise<void> {
  const attempt = async (name: string, act: () => Promise<Omit<Done, 'name'> | undefined>): Promise<void> => {
    try {
      const one = await act()
      if (one) done.push({ name, ...one })
    } catch (error) {
      // As it would cross the border.
      const reply = failure(error, () => undefined)
      if (!reply.ok && reply.error.code === 'internal') failed.push(`${name}: ${(error as Error).stack ?? String(error)}`)
    }
  }
  let app: App | undefined
  await attempt('opening', async () => {
    app = await createApp({ library, log: () => undefined })
    return undefined
  })
  if (app) await actsIn(app, attempt, exported)
  await attempt('a backup', async () => {
    await backUp({ folder: library, second: null }, 'asked', new Date())
    return undefined
  })
  await attempt('a setting', async () => {
    const settings = openSettingsFile(settingsFile)
    const was = settings.get().theme
    try {
      settings.update({ theme: 'sepia' })
    } catch (error) {
      if (settings.get().theme !== was) failed.push('a setting that was not stored is shown as stored')
      throw error
    }
    return { look: async () => openSettingsFile(settingsFile).get().theme, seen: 'sepia' }
  })
  await app?.close().catch((error: Error) => failed.push(`closing: ${error.message}`))
}

async function actsIn(app: App, attempt: (name: string, act: () => Promise<Omit<Done, 'name'> | undefined>) => Promise<void>, exported: Exported): Promise<void> {
  const call = callOf(app)
  const [article] = await call('articles.list', {}).catch(() => [])
  if (!article) return
  const articleId = article.id
  await attempt('a highlight and its statement', async () => {
    const { id } = await call('statements.create', { on: { articleId, ranges: [{ start: 0, end: 9 }] }, stance: 'asserts' })
    return { look: async (later) => (await callOf(later)('statements.list', { articleId })).find((one) => one.id === id)?.stance, seen: 'asserts' }
  })
  await attempt('a speaker, undone and redone', async () => {
    const { id } = await call('speakers.create', { name: 'Ana Ruiz' })
    await call('history.undo', {})
    await call('history.redo', {})
    return { look: async (later) => (await callOf(later)('speakers.list', {})).find((one) => one.id === id)?.name, seen: 'Ana Ruiz' }
  })
  await attempt('a note', async () => {
    await call('notes.save', { subject: { type: 'article', id: articleId }, document: toLexical([{ type: 'paragraph', inlines: [{ text: 'Firm' }] }]), run: 'one' })
    return { look: async (later) => (await callOf(later)('notes.get', { type: 'article', id: articleId }))?.text, seen: 'Firm' }
  })
  await attempt('an edit', async () => {
    const { revision } = await call('articles.get', { id: articleId })
    await call('drafts.save', { articleId, base: revision, document: toLexical([{ type: 'paragraph', inlines: [{ text: `The board said that the bridge is safe, again. ${revision}` }] }]) })
    await call('articles.revise', { id: articleId })
    return { look: async (later) => (await callOf(later)('articles.get', { id: articleId })).revision, seen: revision + 1 }
  })
  await attempt('an article', async () => {
    const { id } = await call('articles.import', { kind: 'text', text: `Another\n\n${text}` })
    return { look: async (later) => (await callOf(later)('articles.list', {})).some((one) => one.id === id), seen: true }
  })
  await attempt('the bin', async () => {
    const { removed } = await call('articles.emptyBin', {})
    return removed === 0 ? undefined : { look: async (later) => (await callOf(later)('articles.list', { view: 'bin' })).length, seen: 0 }
  })
  await attempt('an export', async () => {
    const { content } = await call('exports.render', { format: 'csv' })
    exported.content = content
    await replaceFile(exported.file, content)
    return { look: async () => readFileSync(exported.file, 'utf8') === content, seen: true }
  })
}

/** With no more faults, the library opens, is whole, and holds all that was acknowledged. */
async function whatIsThere(library: string, done: Done[]): Promise<string[]> {
  const failed: string[] = []
  const db = new Database(path.join(library, 'library.db'))
  const integrity = db.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok' || (db.pragma('foreign_key_check') as unknown[]).length > 0) failed.push(`integrity_check says ${String(integrity)}`)
  db.close()
  try {
    const app = await createApp({ library, log: () => undefined })
    for (const { name, look, seen } of done) {
      const found = await look(app)
      if (found !== seen) failed.push(`${name} was acknowledged as ${JSON.stringify(seen)}, and ${JSON.stringify(found)} is there`)
    }
    const { differences } = await callOf(app)('library.verify', {})
    if (differences.length > 0) failed.push(`verify: ${JSON.stringify(differences[0])}`)
    await app.close()
  } catch (error) {
    failed.push(`afterwards: ${(error as Error).message}`)
  }
  return failed
}

async function prepare(app: App): Promise<void> {
  const call = callOf(app)
  const { id } = await call('articles.import', { kind: 'text', text })
  await call('statements.create', { on: { articleId: id, ranges: [{ start: 4, end: 20 }] }, stance: 'denies' })
  const binned = await call('articles.import', { kind: 'text', text: `Gone\n\n${text}` })
  await call('articles.delete', { ids: [binned.id] })
}

function callOf({ dispatch }: App) {
  return async <N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const reply: Reply = await dispatch(name, input, { client: 'window:main' })
    if (!reply.ok) throw new AppError(reply.error.code, `${name}: ${reply.error.message}`)
    return reply.output as Output<N>
  }
}
