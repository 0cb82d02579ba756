/** Imports spoilt libraries into empty ones. For the unit test and the fault test. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '../../shared/rpc.ts'
import { createApp, type App } from '../app.ts'
import { randomFrom, type Random } from '../random-from.ts'
import { mutatedJson } from './mutated-json.ts'

export interface MutationResult { accepted: number; refused: number; mended: number; failed: string[] }

export async function tryMutations(file: string, { seed, runs, random = randomFrom(seed) }: { seed: number; runs: number; random?: Random }): Promise<MutationResult> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-mutations-'))
  const libraries = await emptyLibraries(folder)
  const result: MutationResult = { accepted: 0, refused: 0, mended: 0, failed: [] }
  try {
    let library = await libraries.open()
    const empty = await exported(library)
    for (let run = 1; run <= runs; run += 1) {
      const json = mutatedJson(file, random)
      const fail = (sentence: string): void => { result.failed.push(`seed ${seed}, run ${run}: ${sentence}`) }
      const reply = await bringIn(library, json)
      if (reply.ok) {
        result.accepted += 1
        if (outputOf<{ mended: string[] }>(reply).mended.length > 0) result.mended += 1
        await checkAccepted(library, libraries, fail)
      } else {
        result.refused += 1
        if (reply.error.code === 'internal') fail(`an internal error: ${libraries.logged.at(-1)}`)
        if (!/^[A-Z].*\.$/s.test(reply.error.message)) fail(`no sentence: ${reply.error.message}`)
        if (await exported(library) !== empty) fail('refused, and something was written')
      }
      if (!reply.ok) continue
      await library.close()
      library = await libraries.open()
    }
    await library.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return result
}

async function checkAccepted(library: App, libraries: Libraries, fail: (sentence: string) => void): Promise<void> {
  const verified = await call(library, 'library.verify', {})
  const differences = verified.ok ? outputOf<{ differences: { sentence: string }[] }>(verified).differences : [{ sentence: 'verifying failed' }]
  if (differences.length > 0) fail(`accepted, and then: ${differences[0]!.sentence}`)
  const first = await exported(library)
  const other = await libraries.open()
  const again = await bringIn(other, first)
  const second = await exported(other)
  if (!again.ok) fail(`accepted, and its export is refused: ${again.error.message}`)
  else if (second !== first) fail(`accepted, and comes back different: ${differenceOf(first, second)}`)
  await other.close()
}

type Libraries = Awaited<ReturnType<typeof emptyLibraries>>

/** Copies of one empty library: faster than making each. */
async function emptyLibraries(folder: string) {
  const logged: string[] = []
  const start = (library: string): Promise<App> => createApp({ library, log: (line) => logged.push(line) })
  const template = join(folder, 'template')
  await (await start(template)).close()
  let count = 0
  return {
    logged,
    open(): Promise<App> {
      count += 1
      const library = join(folder, `library-${count}`)
      cpSync(template, library, { recursive: true })
      return start(library)
    },
  }
}

const call = (app: App, name: string, input: unknown): Promise<Reply> => app.dispatch(name, input, { client: 'window:main' })
const bringIn = (app: App, json: string): Promise<Reply> => call(app, 'articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(json).toString('base64') })
const outputOf = <T>(reply: Reply): T => (reply as { output: T }).output

async function exported(app: App): Promise<string> {
  const reply = await call(app, 'exports.render', { format: 'json' })
  return reply.ok ? outputOf<{ content: string }>(reply).content : `not exported: ${reply.error.message}`
}

function differenceOf(a: string, b: string): string {
  let at = 0
  while (a[at] === b[at]) at += 1
  return `${a.slice(Math.max(0, at - 80), at + 60)} … ${b.slice(Math.max(0, at - 80), at + 60)}`
}
