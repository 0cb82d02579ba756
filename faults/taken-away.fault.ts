/**
 * Takes an open library away while it is written: deleted, moved with its folder, cut, or replaced by an older copy, as
 * programs do that keep folders in step. What was acknowledged must be where the library is said to be: in the moved folder,
 * or in the rescue copy; and a file that took its place must be what it was. ROUNDS chooses how many of each.
 */
import { copyFileSync, cpSync, renameSync, rmSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { Refused, type CounterpointHost } from '../scripts/loopback-host.ts'
import type { Fault, FaultTools } from './fault.ts'

const rounds = Number(process.env.ROUNDS ?? 3)
/** The longest that writing goes on before it is taken away, in ms. */
const LONGEST = 300

/** Writes that are asked for after it was taken away. */
const TRIED_AFTER = 5

/** Gives where the library is from then on, if it is anywhere. */
type Take = (library: string, older: string) => string | undefined

const file = (library: string): string => path.join(library, 'library.db')

const ways: Record<string, Take> = {
  'its file deleted': (library) => void rmSync(file(library)),
  'its folder deleted': (library) => void rmSync(library, { recursive: true }),
  'its folder moved': (library) => {
    renameSync(library, `${library}-moved`)
    return `${library}-moved`
  },
  'its file cut': (library) => void truncateSync(file(library), 4096),
  'its file replaced by an older copy': (library, older) => {
    copyFileSync(older, `${file(library)}.new`)
    renameSync(`${file(library)}.new`, file(library))
  },
}

export const fault: Fault = {
  name: 'Taken away while open',
  async run(tools) {
    const failed: string[] = []
    let acknowledged = 0
    const before = await ofBefore(tools)
    for (let round = 1; round <= rounds; round += 1) {
      for (const [name, take] of Object.entries(ways)) {
        const outcome = await takeAway(tools, before, name, take)
        failed.push(...outcome.failed.map((sentence) => `${name}, round ${round}: ${sentence}`))
        acknowledged += outcome.acknowledged
      }
    }
    return { tried: rounds * Object.keys(ways).length, failed, note: `${acknowledged} writes acknowledged` }
  },
}

/** A library that was closed, so that all is in its file, and nothing in the log alone. */
async function ofBefore(tools: FaultTools): Promise<string> {
  const library = path.join(tools.folder(), 'library')
  const host = await tools.host({ library })
  await host.call('speakers.create', { name: 'Of before' })
  await host.close()
  return library
}

async function takeAway(tools: FaultTools, ofBefore: string, name: string, take: Take): Promise<{ failed: string[]; acknowledged: number }> {
  const library = path.join(tools.folder(), 'library')
  cpSync(ofBefore, library, { recursive: true })
  const host = await tools.host({ library })
  const writing = write(host)
  await pause(20 + tools.random(LONGEST))
  const movedTo = take(library, file(ofBefore))
  writing.taken()
  const { before, after, refusals } = await writing.stop()

  const failed = after.map((one) => `${one} was acknowledged after it was gone`)
  if (!refusals.some((code) => code === 'library-gone')) failed.push(`nothing was refused as library-gone, but ${[...new Set(refusals)].join(', ') || 'nothing at all'}`)
  failed.push(...await rescued(host, tools, name, before))
  await host.kill()
  if (movedTo) failed.push(...missing(file(movedTo), before).map((one) => `${one} is not in the moved library`))
  if (name.includes('replaced')) failed.push(...notTheOlder(file(library)))
  return { failed, acknowledged: before.length }
}

/** Writes one speaker after the other. One that was under way when the library was taken counts neither way. */
function write(host: CounterpointHost) {
  const before: string[] = ['Of before']
  const after: string[] = []
  const refusals: string[] = []
  let isTaken = false
  let triedAfter = 0
  const run = (async () => {
    for (let number = 1; triedAfter < TRIED_AFTER; number += 1) {
      const begunAfter = isTaken
      if (begunAfter) triedAfter += 1
      const name = `Speaker ${number}`
      try {
        await host.call('speakers.create', { name })
        if (!isTaken) before.push(name)
        else if (begunAfter) after.push(name)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        refusals.push(error.code)
      }
    }
  })()
  return {
    taken: () => { isTaken = true },
    async stop() {
      await run
      return { before, after, refusals }
    },
  }
}

/** What is still held can be had, all of it; of a file that was cut nothing is said to be. */
async function rescued(host: CounterpointHost, { folder }: FaultTools, name: string, acknowledged: string[]): Promise<string[]> {
  const state = await host.call('library.state', {})
  if (state.state !== 'unavailable') return ['the library is said to be open']
  if (name.includes('cut')) return state.rescue === null ? [] : ['a rescue copy of a file that was cut is offered']
  const into = path.join(folder(), 'rescued')
  await host.call('library.rescue', { folder: into })
  return missing(file(into), acknowledged).map((one) => `${one} is not in the rescue copy`)
}

function missing(database: string, names: string[]): string[] {
  const db = new Database(database)
  const there = new Set(db.prepare<[], string>('SELECT name FROM speaker').pluck().all())
  const whole = db.pragma('integrity_check', { simple: true }) === 'ok'
  db.close()
  return [...names.filter((name) => !there.has(name)), ...(whole ? [] : ['a whole database'])]
}

/** The older copy held one speaker, and nothing was written into it. */
function notTheOlder(database: string): string[] {
  const db = new Database(database)
  const names = db.prepare<[], string>('SELECT name FROM speaker').pluck().all()
  const whole = db.pragma('integrity_check', { simple: true })
  db.close()
  return names.length === 1 && whole === 'ok' ? [] : [`the file that took its place holds ${names.length} speakers, and its check says ${String(whole)}`]
}
