/**
 * `npm run test:faults [NAME…]`: does to libraries what happens to them in the world, and looks whether anything is lost.
 * Every `faults/*.fault.ts`, or those whose file names begin with the given ones, each in a process of its own, two at a time.
 * Prints tried and failed for each; FAULT_SEED chooses another run.
 */
import { fork } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { buildIfNeeded } from '../scripts/build-if-needed.mjs'
import type { FaultResult } from './fault.ts'
import type { FaultReport } from './run-one.ts'

const AT_ONCE = 2
/** No single one may take longer, in ms. */
const LONGEST = 300_000

const wanted = process.argv.slice(2)
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.fault.ts')).filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
if (files.length === 0) throw new Error(`There is no fault test named ${wanted.join(', ')}.`)

await buildIfNeeded(console.error)
const began = Date.now()
const totals = { tried: 0, failed: 0 }
const waiting = [...files]
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await runFile(file)
}))
console.log(`\n${totals.tried} tried, ${totals.failed} failed, in ${seconds(began)} s (seed ${seed})`)
process.exitCode = totals.failed > 0 ? 1 : 0

async function runFile(file: string): Promise<void> {
  const start = Date.now()
  const { name, result } = await reportOf(file)
  totals.tried += result.tried
  totals.failed += result.failed.length
  console.log(`${name}: ${result.tried} tried, ${result.failed.length} failed, ${seconds(start)} s${result.note ? ` (${result.note})` : ''}`)
  for (const line of result.skipped ?? []) console.log(`  not tried: ${line}`)
  for (const line of result.failed.slice(0, 20)) console.log(`  failed: ${line}`)
}

/** A process that ends without a report has failed. */
function reportOf(file: string): Promise<FaultReport> {
  return new Promise((resolve) => {
    const failed = (why: string): void => resolve({ name: file, result: { tried: 1, failed: [why] } satisfies FaultResult })
    const child = fork(path.join(import.meta.dirname, 'run-one.ts'), [file, String(seed)], { timeout: LONGEST, killSignal: 'SIGKILL' })
    child.on('message', (report) => { resolve(report as FaultReport) })
    child.on('error', (error) => { failed(error.message) })
    child.on('close', (status, signal) => { failed(`it ended (${signal ?? status}) without a report`) })
  })
}

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 1000)
}
