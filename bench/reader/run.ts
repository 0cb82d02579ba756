/**
 * `npm run bench:reader`: the same text and highlights in Counterpoint's reader and in others, in one browser run, in turns.
 * BENCH_RUNS: runs of each, 5. BENCH_SIZES: such as "10000x100,1000000x10000", or "all". Writes bench/results/reader.json.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from 'playwright'
import { build, preview } from 'vite'
import { buildIfNeeded, root } from '../../scripts/build-if-needed.mjs'
import { startHost } from './host.ts'
import { browserOptions } from '../../scripts/test-browser.mjs'
import { proseOf, source, type Prose } from './prose.ts'
import { measureCounterpoint, measurePeer, type Measured, type Task } from './readers.ts'
import { tablesOf, type Result } from './tables.ts'

const RUNS = Number(process.env.BENCH_RUNS ?? 5)
/** A reader whose first paint takes longer than this many ms gets one run. */
const SLOW = 10_000
const peers = ['limit', 'css', 'lexical', 'recogito'] as const

await buildIfNeeded(console.log)
const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-peers-'))
const pages = path.join(import.meta.dirname, 'pages')
await build({ root: pages, logLevel: 'warn', configFile: false, build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input: peers.map((name) => path.join(pages, `${name}.html`)) } } })
const server = await preview({ root: pages, configFile: false, logLevel: 'warn', build: { outDir: folder }, preview: { host: '127.0.0.1', port: 0 } })
const peersAt = server.resolvedUrls!.local[0]!
const browser = await chromium.launch(await browserOptions())
const results: Result[] = []
try {
  for (const [characters, highlights] of sizes()) results.push(...await measureSize(browser, characters, highlights))
} finally {
  await browser.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}
write(browser.version())

function sizes(): [characters: number, highlights: number][] {
  const asked = process.env.BENCH_SIZES ?? '10000x100,100000x1000,1000000x10000'
  if (asked === 'all') return [10_000, 100_000, 1_000_000].flatMap((characters) => [100, 1_000, 10_000].map((count): [number, number] => [characters, count]))
  return asked.split(',').map((size) => size.split('x').map(Number) as [number, number])
}

async function measureSize(at: Browser, characters: number, highlights: number): Promise<Result[]> {
  const prose = proseOf(characters, highlights)
  const task = taskFor(prose)
  const host = await startHost(prose)
  const runs = new Map<string, Measured[]>(['counterpoint', ...peers].map((name) => [name, []]))
  try {
    for (let run = 0; run < RUNS; run += 1) {
      for (const [name, measured] of runs) {
        if (measured.some((one) => one.paint > SLOW)) continue
        measured.push(name === 'counterpoint' ? await measureCounterpoint(at, host, task) : await measurePeer(at, `${peersAt}${name}.html`, task))
        console.log(`${characters} × ${highlights}, run ${run + 1}, ${name}: ${describe(measured.at(-1)!)}`)
      }
    }
  } finally {
    await host.close()
  }
  return [...runs].map(([reader, measured]) => ({ characters, highlights, reader, runs: measured }))
}

/** The second highlight is clicked; the first twenty characters without one become one. */
function taskFor(prose: Prose): Task {
  const { spans } = prose
  let end = 0
  let start = 0
  for (const span of spans) {
    if (span.start - end > 24 && !prose.paragraphs.join('\n').slice(end, span.start).includes('\n')) {
      start = end + 2
      break
    }
    end = Math.max(end, span.end)
  }
  return { prose, click: spans[1]!, add: { start, end: start + 20 } }
}

function describe(measured: Measured): string {
  return Object.entries(measured).map(([name, value]) => (name === 'heap' ? `heap ${Math.round(value / 1e6)} MB` : `${name} ${Math.round(value)} ms`)).join(', ')
}

function write(version: string): void {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}; Chromium ${version}`
  const tables = tablesOf(results, source)
  const file = path.join(root, 'bench', 'results', 'reader.json')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ name: 'reader', title: 'Reading a marked text', commit, machine, date: new Date().toISOString(), tables, raw: results }, null, 1)}\n`)
  for (const { caption, columns, rows } of tables) {
    console.log(`\n${caption}`)
    for (const row of [columns, ...rows]) console.log(row.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(14))).join(''))
  }
}
