/**
 * Every operation on a library, with inputs made from its schema, good and bad in turn, on a library with content: never an
 * internal error, every answer as the contract says, and afterwards the library verifies and its JSON comes back equal.
 * INPUTS (for each operation) and SEED choose more.
 */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { libraryOperations } from '../shared/contract.ts'
import { createApp, type App } from './app.ts'
import { aFilledLibrary, callerOf } from './exports/a-filled-library.ts'
import { hostileInput, type KnownIds } from './hostile-input.ts'
import { randomFrom, type Random } from './random-from.ts'
import { temporaryFolder } from './testing.ts'

const seed = Number(process.env.SEED ?? 20261124)
const inputs = Number(process.env.INPUTS ?? 200)
/** Of each operation in one library: what is there is deleted bit by bit. */
const IN_ONE = 10

test(`no operation fails by mistake, whatever it is asked (seed ${seed})`, async () => {
  const random = randomFrom(seed)
  const libraries = await filledLibraries()
  const answers = { ok: 0, refused: 0 }
  for (let done = 0; done < inputs; done += IN_ONE) {
    const library = await libraries.open()
    await underFire(library, random, answers)
    await expectWhole(library.app, libraries)
    await library.app.close()
  }
  expect(answers.ok).toBeGreaterThan(inputs * 10)
  expect(answers.refused).toBeGreaterThan(inputs * 10)
}, 300_000)

interface Opened { app: App; logged: string[] }

async function underFire({ app, logged }: Opened, random: Random, answers: { ok: number; refused: number }): Promise<void> {
  const failed: string[] = []
  const names = Object.keys(libraryOperations) as (keyof typeof libraryOperations)[]
  for (let turn = 0; turn < names.length * IN_ONE; turn += 1) {
    // Each as often as the others, in another order each time.
    const name = names[(turn * 37 + random(3)) % names.length]!
    const known = turn % 50 === 0 || turn === 0 ? await knownIds(app) : lastKnown
    lastKnown = known
    const input = hostileInput(name, libraryOperations[name].input, known, random)
    const reply = await app.dispatch(name, input, { client: random(4) === 0 ? 'window:other' : 'window:main' })
    if (reply.ok) answers.ok += 1
    else {
      answers.refused += 1
      if (reply.error.code === 'internal') failed.push(`${name} ${inspect(input, { depth: 7, maxStringLength: 60, breakLength: Infinity })}: ${logged.at(-1)}`)
      else if (!/^.+[.?]$/s.test(reply.error.message)) failed.push(`${name}: no sentence: ${reply.error.message}`)
    }
  }
  expect(failed).toEqual([])
}
let lastKnown: KnownIds = {}

async function knownIds(app: App): Promise<KnownIds> {
  const call = callerOf(app)
  const ids = (things: { id: string }[]): string[] => things.map(({ id }) => id)
  const articles = [...await call('articles.list', {}), ...await call('articles.list', { view: 'bin' }), ...await call('articles.list', { view: 'archive' })]
  const [statements, speakers, issues, tags, collections, comparisons, events] = [await call('statements.list', {}), await call('speakers.list', {}), await call('issues.list', {}), await call('tags.list', {}), await call('collections.list', {}), await call('comparisons.list', {}), await call('events.list', {})]
  const all: KnownIds = { articles: ids(articles), highlights: statements.map(({ highlightId }) => highlightId), statements: ids(statements), speakers: ids(speakers), issues: ids(issues), tags: ids(tags), collections: ids(collections), comparisons: ids(comparisons), events: ids(events) }
  return { ...all, drafts: all.articles!, revisions: all.articles!, notes: all.highlights! }
}

async function expectWhole(app: App, libraries: Awaited<ReturnType<typeof filledLibraries>>): Promise<void> {
  const call = callerOf(app)
  expect((await call('library.verify', {})).differences).toEqual([])
  const { content } = await call('exports.render', { format: 'json' })
  if (JSON.parse(content).articles.length === 0) return
  const other = await libraries.openEmpty()
  const { mended } = await callerOf(other.app)('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(content).toString('base64') })
  expect(mended).toEqual([])
  const again = await callerOf(other.app)('exports.render', { format: 'json' })
  expect(JSON.parse(again.content)).toEqual(JSON.parse(content))
  await other.app.close()
}

async function filledLibraries() {
  const folder = temporaryFolder()
  const start = async (name: string): Promise<Opened> => {
    const logged: string[] = []
    return { app: await createApp({ library: join(folder, name), log: (line) => logged.push(line), checkOutput: true }), logged }
  }
  await (await start('empty')).app.close()
  const copy = (from: string, to: string): void => cpSync(join(folder, from), join(folder, to), { recursive: true })
  copy('empty', 'filled')
  const filled = await start('filled')
  await callerOf(filled.app)('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(await aFilledLibrary()).toString('base64') })
  await filled.app.close()
  let count = 0
  const openCopy = async (from: string): Promise<Opened> => {
    count += 1
    copy(from, `copy-${count}`)
    const opened = await start(`copy-${count}`)
    onTestFinished(() => opened.app.close())
    return opened
  }
  return { open: () => openCopy('filled'), openEmpty: () => openCopy('empty') }
}
