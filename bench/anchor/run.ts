/**
 * `npm run bench:anchor -- [--placements N] [--seed S]`: highlights carried over each family of edits (100 000 in all, seed 1).
 * BENCH_RUNS: runs timed for the median (3); BENCH_QUOTES: quotes of edited prose judged for ours in all (100 000).
 * Writes bench/results/anchor.json and docs/performance.md. Exit status 1 when a highlight was put silently on another's words.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { stamp } from '../stamp.ts'
import { familyTables } from './family-tables.ts'
import { print, type Table } from './figures.ts'
import { readProse } from './prose.ts'
import { proseTables } from './prose-tables.ts'
import { speedTables } from './speed-tables.ts'

const { values } = parseArgs({ options: { placements: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } } })
const [placements, seed] = [values.placements, values.seed].map(wholeNumber)
const runs = Number(process.env['BENCH_RUNS'] ?? 3)
const total = Number(process.env['BENCH_QUOTES'] ?? 100_000)
const prose = readProse()
const byFamily = familyTables(prose, placements!, seed!)
const tables: Table[] = [...byFamily, ...speedTables(prose, runs), ...proseTables(prose, runs, total)]
tables.forEach(print)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/anchor.json', `${JSON.stringify({ name: 'anchor', title: 'Carrying highlights over an edit', ...stamp(), tables }, null, 2)}\n`)
execFileSync(process.execPath, ['scripts/performance.mjs'], { stdio: 'inherit' })
if (byFamily[0]!.rows.some(([, , silent]) => silent !== '0')) process.exitCode = 1

function wholeNumber(words: string): number {
  const number = Number(words)
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`“${words}” is no whole number from 1 on.`)
  return number
}
