/**
 * Fills the disk of a library that is written, and gives room again; limits the size of its files; mounts its folder to be
 * read alone. Nothing that was acknowledged is lost, every refusal is of its own kind, and once there is room the same is
 * stored. Mounting needs rights, and limits need Linux: without them it says what was not tried.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { toLexical } from '../src/shared/body.ts'
import type { ErrorCode } from '../src/shared/rpc.ts'
import { Refused, type CounterpointHost } from '../scripts/loopback-host.ts'
import type { Fault, FaultResult, FaultTools } from './fault.ts'

const ROUNDS = 5
const ACTS = 20

export const fault: Fault = {
  name: 'Full disk, limited files, read-only folder',
  async run(tools) {
    const results = [await onFullDisk(tools), await underLimit(tools), await readOnly(tools)]
    return {
      tried: results.reduce((all, { tried }) => all + tried, 0),
      failed: results.flatMap(({ failed }) => failed),
      skipped: results.flatMap(({ skipped = [] }) => skipped),
      note: results.flatMap(({ note = [] }) => note).join('; '),
    }
  },
}

async function onFullDisk(tools: FaultTools): Promise<FaultResult> {
  const disk = tools.folder()
  if (!permitted(() => execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk], { stdio: 'ignore' }))) return notTried('a full disk: mounting is not permitted')
  const writer = await aWriter(tools, path.join(disk, 'library'), { XDG_CONFIG_HOME: path.join(disk, 'settings') })
  const filler = path.join(disk, 'filler')
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      // Backups fill the disk too.
      rmSync(path.join(disk, 'library', 'backups'), { recursive: true, force: true })
      await writer.some(3, [])
      fill(filler)
      await writer.some(ACTS, ['disk-full', 'disk-error'])
      rmSync(filler)
      await writer.some(3, [])
    }
    const result = await writer.end('full disk')
    return { ...result, failed: [...result.failed, ...await opensForReading(tools, path.join(disk, 'library'), filler)] }
  } finally {
    await writer.host.kill()
    execFileSync('umount', [disk])
  }
}

/** A library on a disk that is full to the last byte opens all the same, as it was; and to be written once there is room. */
async function opensForReading(tools: FaultTools, library: string, filler: string): Promise<string[]> {
  // Backups fill the disk too, and what is closed with room leaves no index behind.
  rmSync(path.join(library, 'backups'), { recursive: true, force: true })
  await tools.commandLine(['articles', '--library', library])
  fill(filler)
  const { status, out } = await tools.commandLine(['articles', '--library', library])
  const failed = status === 0 && out.includes('Article ') ? [] : ['on a full disk the command line shows no articles']
  const host = await tools.host({ library })
  const state = await host.call('library.state', {})
  if (state.state !== 'open' || state.readOnly !== 'disk-full') failed.push(`on a full disk the library is ${JSON.stringify(state)}`)
  rmSync(filler)
  const again = await host.call('library.open', { folder: library })
  if (again.state !== 'open' || again.readOnly) failed.push(`with room again the library is ${JSON.stringify(again)}`)
  await host.call('speakers.create', { name: 'With room again' }).catch((error: Error) => { failed.push(error.message) })
  await host.close()
  return failed
}

async function underLimit(tools: FaultTools): Promise<FaultResult> {
  const limit = (pid: number, bytes: number | 'unlimited'): Buffer => execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], { stdio: 'ignore' })
  if (!permitted(() => limit(process.pid, 'unlimited'))) return notTried('a limit on the size of files: there is no prlimit here')
  const library = path.join(tools.folder(), 'library')
  const writer = await aWriter(tools, library)
  for (let round = 0; round < ROUNDS; round += 1) {
    await writer.some(3, [])
    limit(writer.host.pid, statSync(path.join(library, 'library.db-wal')).size + tools.random(40_000))
    await writer.some(ACTS, ['disk-full', 'disk-error'])
    limit(writer.host.pid, 'unlimited')
    await writer.some(3, [])
  }
  return writer.end('limited files')
}

async function readOnly(tools: FaultTools): Promise<FaultResult> {
  const [library, mounted] = [path.join(tools.folder(), 'library'), tools.folder()]
  const first = await aWriter(tools, library)
  await first.some(6, [])
  const { failed } = await first.end('')
  const mount = (): void => {
    execFileSync('mount', ['--bind', library, mounted], { stdio: 'ignore' })
    execFileSync('mount', ['-o', 'remount,bind,ro', mounted], { stdio: 'ignore' })
  }
  if (!permitted(mount)) return notTried('a folder that is mounted read-only: mounting is not permitted')
  const before = filesIn(library)
  const host = await tools.host({ library: mounted })
  try {
    const state = await host.call('library.state', {})
    if (state.state !== 'open' || !state.readOnly) failed.push(`the library is ${state.state}${state.state === 'open' ? ', and not said to be for reading alone' : `: ${state.message}`}`)
    else {
      const writer = createWriter(host, first.known, ACTS)
      await writer.some(ACTS, ['not-writable'])
      if (writer.acknowledged() > first.known.size) failed.push('something was acknowledged that can’t be stored')
      failed.push(...await writer.problems())
    }
  } finally {
    await host.close()
    execFileSync('umount', [mounted])
  }
  if (filesIn(library) !== before) failed.push('its files have changed')
  return { tried: ACTS, failed }
}

type Writer = ReturnType<typeof createWriter>

async function aWriter(tools: FaultTools, library: string, environment: NodeJS.ProcessEnv = {}): Promise<Writer & { host: CounterpointHost; known: Set<string>; end(what: string): Promise<FaultResult> }> {
  const host = await tools.host({ library, environment })
  const known = new Set<string>()
  const writer = createWriter(host, known)
  return {
    ...writer, host, known,
    async end(what) {
      const failed = await writer.problems()
      await host.close()
      const db = new Database(path.join(library, 'library.db'))
      if (db.pragma('integrity_check', { simple: true }) !== 'ok') failed.push('the database is not whole')
      db.close()
      return { tried: writer.tried(), failed: failed.map((sentence) => `${what}: ${sentence}`), note: `${what}: ${writer.refused()} of ${writer.tried()} refused` }
    },
  }
}

/** Writes all kinds of things by turns, numbered after `from`. `known` holds what was acknowledged. */
function createWriter(host: CounterpointHost, known: Set<string>, from = 0) {
  const failed: string[] = []
  let [tried, refused] = [0, 0]
  let textSize = 0
  const acts: ((number: number) => Promise<unknown>)[] = [
    (number) => host.call('speakers.create', { name: `Speaker ${number}` }).then(() => known.add(`Speaker ${number}`)),
    (number) => host.call('articles.import', { kind: 'text', text: longText(number) }).then(() => known.add(`Article ${number}`)),
    async (number) => {
      const [article] = await host.call('articles.list', {})
      if (article) await host.call('notes.save', { subject: { type: 'article', id: article.id }, document: toLexical([{ type: 'paragraph', inlines: [{ text: longText(number) }] }]), run: String(number) })
    },
    async (number) => {
      const wanted = 14 + (number % 12)
      await host.call('settings.update', { textSize: wanted })
      textSize = wanted
    },
    () => host.call('backups.create', {}),
  ]
  return {
    tried: () => tried,
    refused: () => refused,
    acknowledged: () => known.size,
    /** Refusals of other kinds than `allowed` are failures. */
    async some(count: number, allowed: ErrorCode[]): Promise<void> {
      for (let turn = 0; turn < count; turn += 1) {
        const act = tried % acts.length
        tried += 1
        try {
          await acts[act]!(from + tried)
        } catch (error) {
          refused += 1
          if (!(error instanceof Refused) || !allowed.includes(error.code)) failed.push(`${(error as Refused).code}, where ${allowed.join(' or ') || 'nothing'} may be refused: ${(error as Error).message}`)
        }
      }
    },
    async problems(): Promise<string[]> {
      const there = new Set([...await host.call('speakers.list', {}), ...await host.call('articles.list', {})].map((one) => ('name' in one ? one.name : one.title)))
      const lost = [...known].filter((name) => !there.has(name)).map((name) => `${name} was acknowledged and is not there`)
      const shown = (await host.call('settings.get', {})).textSize
      const differences = (await host.call('library.verify', {})).differences.map(() => 'a quote or a text is not what it was')
      return [...failed, ...lost, ...differences, ...(textSize !== 0 && shown !== textSize ? [`the size of text is ${shown}; stored was ${textSize}`] : [])]
    },
  }
}

function longText(number: number): string {
  return `Article ${number}\n\n${`The harbour board said on day ${number} that the bridge is safe. `.repeat(300)}`
}

/** To the last byte. */
function fill(file: string): void {
  for (let piece = 1024 * 1024; piece >= 1; piece = Math.floor(piece / 2)) {
    while (permitted(() => writeFileSync(file, Buffer.alloc(piece), { flag: 'a' })));
  }
}

function filesIn(folder: string): string {
  return readdirSync(folder).toSorted().map((name) => `${name} ${statSync(path.join(folder, name)).mtimeMs}`).join('\n')
}

function permitted(act: () => unknown): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}

function notTried(what: string): FaultResult {
  return { tried: 0, failed: [], skipped: [what] }
}
