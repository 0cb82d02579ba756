/**
 * `npm run bench:library`: a library's file of 200 000 statements goes into an empty library and comes out again, in a process each.
 * Prints seconds and the most memory that the process took. STATEMENTS chooses another size.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeLargeLibrary } from './large-library.ts'
import type { Measured } from './measured-run.ts'

const statements = Number(process.env.STATEMENTS ?? 200_000)
const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-bench-'))
const file = path.join(folder, 'library.json')
try {
  writeLargeLibrary(file, { articles: Math.ceil(statements / 100), statementsEach: 100, speakers: 200, issues: 100 })
  console.log(`${statements} statements, ${Math.round(statSync(file).size / 1e6)} MB of JSON`)
  for (const act of ['import', 'export']) {
    const { seconds, cpu, peak, what } = await measured(act)
    console.log(`${act}: ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of processors’ time), ${Math.round(peak / 1e6)} MB at most (${what})`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measured(act: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'measured-run.ts'), [act, file, path.join(folder, 'library')])
    child.on('message', (message) => { resolve(message as Measured) })
    child.on('close', (status) => { reject(new Error(`${act} ended with ${status}`)) })
  })
}
