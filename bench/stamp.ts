/** What a bench ran on: the commit, the machine and the day. */
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'

export function stamp(): { commit: string; machine: string; date: string } {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  return { commit, machine: `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`, date: new Date().toISOString().slice(0, 10) }
}
