/**
 * Ends the loopback host with SIGKILL at random moments of writing, each on the library that the kill before it left behind.
 * After each: the database is whole, every step that was acknowledged is there (held against the test's own log), and undo
 * and redo work. At the end every quote is verified. KILLS chooses how many.
 */
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { toLexical } from '../src/shared/body.ts'
import type { CounterpointHost } from '../scripts/loopback-host.ts'
import type { Fault, FaultTools } from './fault.ts'

const kills = Number(process.env.KILLS ?? 60)
/** The longest that writing goes on before the kill, in ms. */
const LONGEST = 240

/** What is written is known under a key, as in "speaker Ana". */
type Known = string | number | null | undefined
interface Fact { value?: Known; possible: Known[] }

export const fault: Fault = {
  name: 'Killed while writing',
  async run({ random, folder, host: startHost, commandLine }) {
    const library = path.join(folder(), 'library')
    const start = async (): Promise<CounterpointHost> => {
      const host = await startHost({ library })
      await host.call('history.adopt', {})
      return host
    }
    const log = createLog()
    let host = await start()
    const articleId = (await host.call('articles.import', { kind: 'text', text: sampleText(0) })).id
    const editedId = (await host.call('articles.import', { kind: 'text', text: sampleText(1) })).id
    const failed: string[] = []
    for (let kill = 1; kill <= kills; kill += 1) {
      await writeUntilKilled({ host, random, log, articleId, editedId, kill })
      failed.push(...integrity(library).map((sentence) => `after kill ${kill}: ${sentence}`))
      host = await start()
      failed.push(...log.compare(await everything(host, articleId, editedId)).map((sentence) => `after kill ${kill}: ${sentence}`))
      failed.push(...(await undoAndRedo(host)).map((sentence) => `after kill ${kill}: ${sentence}`))
    }
    await host.close()
    const verified = await commandLine(['verify', '--library', library])
    if (verified.status !== 0) failed.push(`verify: ${verified.out}${verified.err}`)
    return { tried: kills, failed, note: `${log.acknowledged} steps acknowledged, ${log.unanswered} cut off without an answer` }
  },
}

interface Writing { host: CounterpointHost; random: FaultTools['random']; log: ReturnType<typeof createLog>; articleId: string; editedId: string; kill: number }

/** Three hands write at once until the host is gone. */
async function writeUntilKilled({ host, random, log, articleId, editedId, kill }: Writing): Promise<void> {
  let alive = true
  const hand = async (acts: (() => Promise<unknown>)[]): Promise<void> => {
    for (let turn = 0; alive; turn += 1) await acts[turn % acts.length]!().catch((error: unknown) => { if (alive) throw error })
  }
  let turns = 0
  const unique = (): string => `${kill}-${turns += 1}`
  const somewhere = (): { start: number; end: number } => {
    const start = random(100)
    return { start, end: start + 5 + random(40) }
  }
  let highlightId = ''
  const hands = [
    hand([
      async () => { highlightId = (await log.made(() => host.call('highlights.create', { articleId, ranges: [somewhere()] }), (one) => [`highlight ${one.id}`, one.quote])).id },
      () => log.made(() => host.call('statements.create', { on: { highlightId }, stance: 'asserts' }), (one) => [`statement ${one.id}`, 'asserts']),
      async () => {
        const id = log.last('statement ')
        const stance = (['denies', 'doubts', 'unclear'] as const)[random(3)]!
        if (id) await log.set(`statement ${id}`, stance, () => host.call('statements.update', { id, stance }))
      },
    ]),
    hand([() => {
      const text = `Typed ${unique()}`
      return log.set('note', text, () => host.call('notes.save', { subject: { type: 'article', id: articleId }, document: paragraph(text), run: String(kill) }))
    }]),
    hand([
      () => {
        const name = `Speaker ${unique()}`
        return log.set(`speaker ${name}`, name, () => host.call('speakers.create', { name }))
      },
      () => log.made(() => host.call('articles.import', { kind: 'text', text: sampleText(unique()) }), (one) => [`article ${one.id}`, one.title]),
      async () => {
        const { revision } = await host.call('articles.get', { id: editedId })
        await host.call('drafts.save', { articleId: editedId, base: revision, document: paragraph(`The edited article says ${unique()}.`) })
        await log.set('revision', revision + 1, () => host.call('articles.revise', { id: editedId }))
      },
    ]),
  ]
  const writing = Promise.all(hands)
  await Promise.race([pause(5 + random(LONGEST)), writing])
  alive = false
  await host.kill()
  await writing
}

/** What the library must hold: for each thing the value that was acknowledged last, and those that may have been written without an answer. */
function createLog() {
  const facts = new Map<string, Fact>()
  const counts = { acknowledged: 0, unanswered: 0 }
  const counted = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      const made = await act()
      counts.acknowledged += 1
      return made
    } catch (error) {
      counts.unanswered += 1
      throw error
    }
  }
  return {
    get acknowledged() { return counts.acknowledged },
    get unanswered() { return counts.unanswered },
    last: (prefix: string) => [...facts.keys()].findLast((key) => key.startsWith(prefix))?.slice(prefix.length),
    /** Becomes a fact when it is acknowledged; until then it is a possibility. */
    async set(key: string, value: Known, act: () => Promise<unknown>): Promise<void> {
      const known = facts.get(key) ?? { possible: [] }
      facts.set(key, { ...known, possible: [...known.possible, value] })
      await counted(act)
      facts.set(key, { value, possible: [] })
    },
    async made<T>(act: () => Promise<T>, factOf: (made: T) => [string, Known]): Promise<T> {
      const made = await counted(act)
      const [key, value] = factOf(made)
      facts.set(key, { value, possible: [] })
      return made
    },
    /** What was written without an answer is a fact from now on; what was not is none. */
    compare(there: Map<string, Known>): string[] {
      const failed: string[] = []
      for (const [key, { value, possible }] of facts) {
        const found = there.get(key)
        const neverAcknowledged = value === undefined && (found === undefined || key === 'revision')
        if (!neverAcknowledged && found !== value && !possible.includes(found)) failed.push(`${key} is ${JSON.stringify(found)}; acknowledged was ${JSON.stringify(value)}`)
        if (found === undefined) facts.delete(key)
        else facts.set(key, { value: found, possible: [] })
      }
      return failed
    },
  }
}

async function everything(host: CounterpointHost, articleId: string, editedId: string): Promise<Map<string, Known>> {
  const there = new Map<string, Known>()
  for (const one of await host.call('articles.list', {})) there.set(`article ${one.id}`, one.title)
  for (const one of await host.call('highlights.list', { articleId })) there.set(`highlight ${one.id}`, one.quote)
  for (const one of await host.call('statements.list', {})) there.set(`statement ${one.id}`, one.stance)
  for (const one of await host.call('speakers.list', {})) there.set(`speaker ${one.name}`, one.name)
  there.set('note', (await host.call('notes.get', { type: 'article', id: articleId }))?.text)
  there.set('revision', (await host.call('articles.get', { id: editedId })).revision)
  return there
}

function integrity(library: string): string[] {
  const db = new Database(path.join(library, 'library.db'))
  const result = db.pragma('integrity_check', { simple: true })
  const broken = db.pragma('foreign_key_check') as unknown[]
  db.close()
  return result === 'ok' && broken.length === 0 ? [] : [`integrity_check says ${String(result)}, ${broken.length} broken references`]
}

async function undoAndRedo(host: CounterpointHost): Promise<string[]> {
  const before = await host.call('exports.render', { format: 'csv' })
  const undone = await host.call('history.undo', {})
  const redone = await host.call('history.redo', {})
  const after = await host.call('exports.render', { format: 'csv' })
  return undone.label === redone.label && before.content === after.content ? [] : [`undo and redo of “${undone.label}” did not give the library back`]
}

function paragraph(text: string) {
  return toLexical([{ type: 'paragraph', inlines: [{ text }] }])
}

function sampleText(number: number | string): string {
  return `Article ${number}\n\nThe harbour board said on day ${number} that the bridge is safe, and the union said that nobody believes it. Both want an inspection, and neither wants to pay for it.`
}
