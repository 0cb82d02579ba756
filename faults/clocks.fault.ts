/**
 * Clocks that jump: a library is used on days that go ahead, back and to and fro, by years at times. The bin keeps what it was
 * given for 30 days of use, no backup goes because of a date, the newest stay, and there are never many.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { App } from '../src/main/app.ts'
import type { OperationName, Input, Output } from '../src/shared/contract.ts'
import type { Fault, FaultTools } from './fault.ts'

const { createApp } = await import('../src/main/app.ts')
const { backUp, backUpDaily } = await import('../src/main/database/backups/back-up.ts')
const { listBackups } = await import('../src/main/database/backups/make-backup.ts')
const { kept, keptBeyond } = await import('../src/main/database/backups/rotation.ts')
const { unwrap } = await import('../src/shared/rpc.ts')

const DAY = 24 * 60 * 60 * 1000
/** Days of use in each life of a library. */
const days = 45
const lives = Number(process.env.LIVES ?? 3)
const most = Object.values(kept).reduce((sum, one) => sum + one) + keptBeyond.weeks + keptBeyond.months

export const fault: Fault = {
  name: 'Jumping clocks',
  async run(tools) {
    const failed: string[] = []
    for (let life = 1; life <= lives; life += 1) failed.push(...(await aLife(tools)).map((sentence) => `life ${life}: ${sentence}`))
    return { tried: lives * days, failed }
  },
}

async function aLife({ folder, random }: FaultTools): Promise<string[]> {
  const library = path.join(folder(), 'library')
  const places = { folder: library, second: null }
  const failed: string[] = []
  const dailies: string[] = []
  let right = Date.parse('2026-01-02T10:00:00.000Z')
  for (let day = 0; day < days; day += 1) {
    right += DAY
    // Of ten days, seven are right; the others are up to three years off.
    const shown = new Date(random(10) < 7 ? right : right + (random(2200) - 1100) * DAY)
    const left = await workOn(library, shown, day === 0)
    // Its first day does not count, and two of these days may have been the same.
    if (day <= 30 && left === 0) failed.push(`on day ${day}, ${shown.toISOString()}, the bin was emptied`)
    const daily = await backUpDaily(places, shown)
    if (daily) dailies.unshift(daily.backup.name)
    if (random(4) === 0) await backUp(places, 'asked', shown)
    failed.push(...rotationFaults(library, dailies).map((sentence) => `on day ${day}, ${shown.toISOString()}: ${sentence}`))
  }
  return failed
}

/** Gives how many articles are in the bin; on the first day one is put there. */
async function workOn(library: string, shown: Date, isFirst: boolean): Promise<number> {
  const app = await createApp({ library, clock: () => shown, log: () => undefined })
  const call = callOf(app)
  if (isFirst) {
    const { id } = await call('articles.import', { kind: 'text', text: 'Deleted\n\nIts text says that the bridge is safe.' })
    await call('articles.delete', { ids: [id] })
  }
  const { length } = await call('articles.list', { view: 'bin' })
  await app.close()
  return length
}

function rotationFaults(library: string, dailies: string[]): string[] {
  const there = listBackups(library)
  const names = there.map(({ name }) => name)
  const gone = dailies.slice(0, kept.daily).filter((name) => !names.includes(name))
  return [
    ...gone.map((name) => `${name} is gone, which is among the ten last`),
    ...(there.length > most ? [`there are ${there.length} backups`] : []),
    ...there.filter(({ damaged }) => damaged).map(({ name }) => `${name} is called damaged`),
    ...readdirSync(path.join(library, 'backups')).filter((name) => !names.includes(name)).map((name) => `${name} was left behind`),
  ]
}

function callOf(app: App) {
  return async <N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> => unwrap(await app.dispatch(name, input, { client: 'command-line' })) as Output<N>
}
