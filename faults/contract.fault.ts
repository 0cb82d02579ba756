/** Every operation, asked over the loopback face what it should refuse and nearly so: an answer each time, and the library whole at the end. */
import { aFilledLibrary } from '../src/main/exports/a-filled-library.ts'
import { hostileInput, type KnownIds } from '../src/main/hostile-input.ts'
import { operations, type OperationName } from '../src/shared/contract.ts'
import { Refused, type CounterpointHost } from '../scripts/loopback-host.ts'
import type { Fault } from './fault.ts'

const inputs = Number(process.env.INPUTS ?? 40)
/** Each starts a thread of its own. */
const FEWER = new Set<OperationName>(['exports.render', 'exports.renderComparison', 'backups.create', 'backups.restore', 'library.verify'])
/** It would make libraries all over the disk. */
const LEFT_OUT = new Set<OperationName>(['library.open'])

export const fault: Fault = {
  name: 'Hostile calls',
  async run({ random, host: startHost }) {
    const host = await startHost()
    await host.call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(await aFilledLibrary()).toString('base64') })
    const failed: string[] = []
    let tried = 0
    for (let round = 0; round < inputs; round += 1) {
      const known = await knownIds(host)
      for (const name of (Object.keys(operations) as OperationName[]).filter((one) => !LEFT_OUT.has(one) && (round % 8 === 0 || !FEWER.has(one)))) {
        const input = asJson(hostileInput(name, operations[name].input, known, random))
        if (input === undefined) continue
        tried += 1
        try {
          await host.call(name, input as never)
        } catch (error) {
          if (!(error instanceof Refused)) failed.push(`${name} ${JSON.stringify(input).slice(0, 300)}: no answer (${String(error)})`)
          else if (error.code === 'internal') failed.push(`${name} ${JSON.stringify(input).slice(0, 300)}: ${error.message}`)
        }
      }
    }
    const { differences } = await host.call('library.verify', {})
    failed.push(...differences.map(({ sentence }) => `verify: ${sentence}`))
    return { tried, failed }
  },
}

/** As it goes over the wire; undefined for what JSON can't say. */
function asJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? Number(one) : one)) ?? 'null') as unknown
  } catch {
    return undefined
  }
}

async function knownIds(host: CounterpointHost): Promise<KnownIds> {
  const ids = async (name: 'articles.list' | 'speakers.list' | 'issues.list' | 'tags.list' | 'collections.list' | 'comparisons.list' | 'events.list'): Promise<string[]> => (await host.call(name, {})).map(({ id }) => id)
  const statements = await host.call('statements.list', {})
  const [articles, highlights] = [await ids('articles.list'), statements.map(({ highlightId }) => highlightId)]
  return { articles, drafts: articles, revisions: articles, highlights, notes: highlights, statements: statements.map(({ id }) => id), speakers: await ids('speakers.list'), issues: await ids('issues.list'), tags: await ids('tags.list'), collections: await ids('collections.list'), comparisons: await ids('comparisons.list'), events: await ids('events.list') }
}
