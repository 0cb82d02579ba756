/**
 * Ends the host with SIGKILL in the middle of making a backup, and of restoring one over a good and over a damaged library: then
 * the library is the old one or the restored one, never none and never a half one, and what was unfinished goes at the next start.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { CounterpointHost } from '../scripts/loopback-host.ts'
import { aLargeLibrary } from './a-large-library.ts'
import type { Fault, FaultTools } from './fault.ts'

const kills = Number(process.env.KILLS ?? 13)
const old = 'The library of before'
const later = 'What came after the backup'

interface Act {
  name: string
  /** How the library is spoiled before the host starts. */
  spoil?: (file: string) => void
  begin: (host: CounterpointHost, backup: string) => Promise<unknown>
}

const acts: Act[] = [
  { name: 'making a backup', begin: (host) => host.call('backups.create', {}) },
  { name: 'restoring over a good library', begin: (host, name) => host.call('backups.restore', { name }) },
  {
    name: 'restoring over a damaged library', begin: (host, name) => host.call('backups.restore', { name }),
    spoil: (file) => {
      const bytes = readFileSync(file)
      bytes.fill(0x5a, 0, 4096)
      writeFileSync(file, bytes)
    },
  },
]

export const fault: Fault = {
  name: 'Killed in backups',
  async run(tools) {
    const { library, backup } = await aLibraryWithABackup(tools)
    const failed: string[] = []
    const outcomes = { before: 0, restored: 0 }
    for (const act of acts) {
      const took = await timeOf(act, library, backup, tools)
      for (let kill = 1; kill <= kills; kill += 1) {
        const moment = (took * (tools.random(105) + 1)) / 100
        const { sentence, isRestored } = await killed(act, moment, library, backup, tools)
        outcomes[isRestored ? 'restored' : 'before'] += 1
        if (sentence) failed.push(`${act.name}, killed after ${Math.round(moment)} ms: ${sentence}`)
      }
    }
    return { tried: acts.length * kills, failed, note: `${outcomes.restored} were restored, ${outcomes.before} were as before` }
  },
}

/** One backup of one article less than the library has. */
async function aLibraryWithABackup(tools: FaultTools): Promise<{ library: string; backup: string }> {
  const library = path.join(tools.folder(), 'library')
  const file = path.join(tools.folder(), 'library.json')
  writeFileSync(file, JSON.stringify(aLargeLibrary({ articles: 80, marked: 100 })))
  await tools.commandLine(['import', file, '--library', library])
  const host = await tools.host({ library })
  await host.call('articles.import', { kind: 'text', text: `${old}\n\nSome text of it.` })
  const { name } = await host.call('backups.create', {})
  await host.call('articles.import', { kind: 'text', text: `${later}\n\nSome text of it.` })
  await host.close()
  return { library, backup: name }
}

function copyOf(library: string, act: Act, tools: FaultTools): string {
  const copy = path.join(tools.folder(), 'library')
  cpSync(library, copy, { recursive: true })
  act.spoil?.(path.join(copy, 'library.db'))
  return copy
}

async function timeOf(act: Act, library: string, backup: string, tools: FaultTools): Promise<number> {
  const host = await tools.host({ library: copyOf(library, act, tools) })
  const began = performance.now()
  await act.begin(host, backup)
  const took = performance.now() - began
  await host.kill()
  return took
}

async function killed(act: Act, moment: number, library: string, backup: string, tools: FaultTools): Promise<{ sentence: string | undefined; isRestored: boolean }> {
  const copy = copyOf(library, act, tools)
  const host = await tools.host({ library: copy })
  const doing = act.begin(host, backup).catch(() => undefined)
  await pause(moment)
  await host.kill()
  await doing
  const found = await lookAt(copy, act, backup, tools)
  rmSync(path.dirname(copy), { recursive: true, force: true })
  return found
}

/** The command line is the next start. */
async function lookAt(library: string, act: Act, backup: string, tools: FaultTools): Promise<{ sentence: string | undefined; isRestored: boolean }> {
  const say = (sentence: string | undefined, isRestored = false) => ({ sentence, isRestored })
  const { status, out, err } = await tools.commandLine(['articles', '--library', library])
  const titles = out.split('\n').map((line) => line.split('\t')[1])
  const isRestored = status === 0 && titles.includes(old) && !titles.includes(later) && titles.length === 82
  const isBefore = act.spoil ? status === 1 && err.includes('is damaged') : status === 0 && titles.includes(later) && titles.length === 83
  if (!isRestored && !isBefore) return say(`neither as before nor restored: ${status}, ${titles.length - 1} articles, ${err.slice(0, 200)}`)
  if (isRestored && act.spoil && !readdirSync(library).some((name) => name.startsWith('library.db.damaged-'))) return say('the damaged library was not kept aside')
  if (status === 0) {
    const left = [...readdirSync(library), ...readdirSync(path.join(library, 'backups'))].filter((name) => name.includes('.partial'))
    if (left.length > 0) return say(`${left.join(', ')} was left behind`, isRestored)
  }
  const broken = brokenBackups(library)
  if (broken.length > 0) return say(`${broken.join(', ')} is not whole`, isRestored)
  return say(readdirSync(path.join(library, 'backups')).includes(backup) ? undefined : 'the backup is gone', isRestored)
}

/** What has a backup's name is one. */
function brokenBackups(library: string): string[] {
  const folder = path.join(library, 'backups')
  return readdirSync(folder).filter((name) => name.endsWith('.db')).filter((name) => {
    const db = new Database(path.join(folder, name), { readonly: true })
    const result = db.pragma('quick_check(1)', { simple: true })
    db.close()
    return result !== 'ok'
  })
}
