/** Undo and redo over random sequences of every act there is, on a real library and through dispatch, as every face asks. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LibraryContents } from '../../shared/export.ts'
import { aLibrary, anArticle, riverText, temporaryFolder, type TestApp } from '../testing.ts'
import { windowClient } from '../window-client.ts'
import { actNames, perform } from './random-acts.ts'

/** What the acts are chosen with. Another seed: COUNTERPOINT_SEED=1234 npm run unit. */
const seed = Number(process.env.COUNTERPOINT_SEED ?? 20_260_114)
const choices = fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 })
const acts = fc.record({ act: fc.constantFrom(...actNames), choices })

type Step = typeof acts extends fc.Arbitrary<infer T> ? T : never
type Client = Parameters<TestApp['call']>[2]

async function aFilledLibrary() {
  const library = await aLibrary({ folder: temporaryFolder() })
  await anArticle(library)
  await anArticle(library, '堤防の話\n\n市長は「署名しない」と言った。\n\nقال المهندسون إن الجدار آمن. 👩‍👩‍👧 e\u0301tude')
  await anArticle(library, riverText.replaceAll('dam', 'bridge'))
  const beforehand = new Set((await library.call('articles.list', {})).map((article) => article.id))
  return { ...library, contents: () => contents(library, beforehand) }
}

/** The library as its own JSON, to the last time and in order. What an undone import left in the bin is no part of it. */
async function contents({ call }: Pick<TestApp, 'call'>, beforehand: Set<string>): Promise<LibraryContents> {
  const file = JSON.parse((await call('exports.render', { format: 'json' })).content) as LibraryContents
  return { ...file, articles: file.articles.filter((article) => beforehand.has(article.id) || !article.deletedAt) }
}

/** Whether it was done. A refusal is in order; a programmer's error is not, and comes out of `call` as a plain Error. */
async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    return await work() !== undefined
  } catch (error) {
    if ((error as Error).name !== 'AppError') throw error
    return false
  }
}

const act = (call: TestApp['call'], step: Step, client?: Client): Promise<boolean> => attempt(() => perform(call, step.act, step.choices, client))

test('undoing any sequence of acts gives each state back, down to the first, and redoing each up to the last', async () => {
  const done = new Map<string, number>()
  const check = async (steps: Step[]): Promise<void> => {
    const { app, call, contents: now } = await aFilledLibrary()
    const start = await call('history.list', {})
    const states = [await now()]
    const top = async (): Promise<number> => (await call('history.list', {}))[0]!.id
    let last = start[0]!.id
    for (const step of steps) {
      if (await act(call, step)) done.set(step.act, (done.get(step.act) ?? 0) + 1)
      // An act that touched nothing makes no Change, and one of the same typing run goes on with the last.
      const next = await top()
      if (next === last) states[states.length - 1] = await now()
      else states.push(await now())
      last = next
    }
    expect(await call('history.list', { limit: 1000 })).toHaveLength(start.length + states.length - 1)
    for (const state of states.slice(0, -1).toReversed()) {
      await call('history.undo', {})
      expect(await now()).toEqual(state)
    }
    for (const state of states.slice(1)) {
      await call('history.redo', {})
      expect(await now()).toEqual(state)
    }
    expect((await call('history.state', {})).redo).toBeNull()
    expect((await call('library.verify', {})).differences).toEqual([])
    await app.close()
  }
  const numRuns = 40
  await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 60, size: 'max' }), check), { seed, numRuns, endOnFailure: Boolean(process.env.CI) })
  const total = [...done.values()].reduce((sum, count) => sum + count, 0)
  process.stdout.write(`undo: seed ${seed}, ${numRuns} sequences, ${total} acts of ${done.size} kinds undone and redone\n`)
  expect(actNames.filter((name) => !done.has(name)), 'acts that were never done').toEqual([])
}, 120_000)

test('with two windows and the command line at once, undo takes back what is its own and nothing else, or says why not and changes nothing', async () => {
  const clients = fc.constantFrom<Client>(windowClient('one'), windowClient('two'), 'command-line')
  const anything = fc.record({ client: clients, step: fc.oneof({ weight: 3, arbitrary: acts }, { weight: 1, arbitrary: fc.constant('undo' as const) }) })
  let undone = 0
  let refused = 0
  const check = async (moves: { client: Client; step: Step | 'undo' }[]): Promise<void> => {
    const { app, call, contents: now } = await aFilledLibrary()
    for (const { client, step } of moves) {
      if (step !== 'undo') {
        await act(call, step, client)
        continue
      }
      const before = await now()
      const steps = await call('history.list', {}, client)
      const mine = steps.find((one) => (one.by === 'this-window' || client === 'command-line' && one.by === 'command-line') && !one.undone)
      if (await attempt(() => call('history.undo', {}, client))) {
        undone += 1
        const after = await call('history.list', {}, client)
        expect(after).toEqual(steps.map((one) => (one.id === mine!.id ? { ...one, undone: true } : one)))
        await call('history.redo', {}, client)
        expect(await now()).toEqual(before)
      } else {
        refused += Number(mine !== undefined)
        expect(await now()).toEqual(before)
      }
    }
    expect((await call('library.verify', {})).differences).toEqual([])
    await app.close()
  }
  const numRuns = 30
  await fc.assert(fc.asyncProperty(fc.array(anything, { minLength: 10, maxLength: 60, size: 'max' }), check), { seed, numRuns, endOnFailure: Boolean(process.env.CI) })
  process.stdout.write(`undo with three at work: seed ${seed}, ${numRuns} sequences, ${undone} undone, ${refused} refused\n`)
  expect(undone).toBeGreaterThan(0)
  expect(refused).toBeGreaterThan(0)
}, 120_000)
