/**
 * `npm run bench:anchor -- [--only families,speed,prose] [--placements N] [--seed S]`: highlights carried over each family of
 * edits (N in all: 100 000; seed 1), then the speed in long texts, then quotes of edited prose beside other ways.
 * BENCH_RUNS: runs timed for the median (3); BENCH_QUOTES: quotes of edited prose judged for ours in all (100 000).
 * Each part writes its bench/results/anchor-*.json and its tables in docs/performance.md when it is done.
 * Exit status 1 when a highlight was put silently on another's words.
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

const { values } = parseArgs({ options: { only: { type: 'string', default: 'families,speed,prose' }, placements: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } } })
const [placements, seed] = [wholeNumber(values.placements), wholeNumber(values.seed)]
const runs = Number(process.env['BENCH_RUNS'] ?? 3)
const total = Number(process.env['BENCH_QUOTES'] ?? 100_000)
const prose = readProse()
const parts: Record<string, () => Table[]> = {
  families: () => familyTables(prose, placements, seed),
  speed: () => speedTables(prose, runs),
  prose: () => proseTables(prose, runs, total),
}
const titles: Record<string, string> = { families: 'Carrying highlights over what speakers say', speed: 'Carrying highlights over in long texts', prose: 'Carrying highlights over an edit of prose' }
mkdirSync('bench/results', { recursive: true })
for (const name of values.only.split(',')) {
  const part = parts[name]
  if (!part) throw new Error(`There is no part “${name}”: choose among ${Object.keys(parts).join(', ')}.`)
  const tables = part()
  tables.forEach(print)
  writeFileSync(`bench/results/anchor-${name}.json`, `${JSON.stringify({ name: `anchor-${name}`, title: titles[name], ...stamp(), tables }, null, 2)}\n`)
  execFileSync(process.execPath, ['scripts/performance.mjs'], { stdio: 'inherit' })
  if (name === 'families' && tables[0]!.rows.some(([, , silent]) => silent !== '0')) process.exitCode = 1
}

function wholeNumber(words: string): number {
  const number = Number(words)
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`“${words}” is no whole number from 1 on.`)
  return number
}
