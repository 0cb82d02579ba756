/**
 * `npm run bench:import`: each kind of file at growing lengths, in Counterpoint's reader and in a bare parser, in turns, each in a
 * process of its own; and a wrapped book of 5 MB from its file into a library. BENCH_SIZES: such as "10000,1000000".
 * Writes bench/results/import.json.
 */
import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildIfNeeded, root } from '../../scripts/build-if-needed.mjs'
import { startCounterpoint } from '../../scripts/loopback-host.ts'
import { readSourceStream } from '../../src/main/source-file.ts'
import { stamp } from '../stamp.ts'
import type { Measured } from './measure.ts'
import { bareNames, type Reader } from './readers.ts'
import { kinds, sourceOf, type Kind } from './sources.ts'
import { tablesOf, type Results } from './tables.ts'

const sizes = (process.env.BENCH_SIZES ?? '10000,100000,1000000,5000000,20000000').split(',').map(Number)
/** A measurement that takes longer than this many ms is given up, and no larger size tried. */
const LONGEST = 60_000

await buildIfNeeded(console.log)
const results: Results = new Map()
for (const kind of kinds) {
  for (const reader of readersOf(kind)) results.set(`${kind}: ${reader}`, new Map())
  for (const size of sizes) for (const reader of readersOf(kind)) await measureSize(kind, reader, size)
}
const book = await wholeBook()
write()

function readersOf(kind: Kind): Reader[] {
  return kind === 'HTML, a news page' ? ['Counterpoint', 'bare', 'jsdom'] : ['Counterpoint', 'bare']
}

async function measureSize(kind: Kind, reader: Reader, size: number): Promise<void> {
  const measured = results.get(`${kind}: ${reader}`)!
  if ([...measured.values()].includes(undefined)) return
  const one = await measure(reader, kind, size)
  measured.set(size, one)
  console.log(`${kind}, ${size}, ${reader === 'bare' ? bareNames[kind] : reader}: ${one ? `${Math.round(one.time)} ms, ${Math.round(one.memory)} MB` : 'given up'}`)
}

function measure(reader: Reader, kind: Kind, size: number): Promise<Measured | undefined> {
  const times = Math.max(1, Math.min(20, Math.round(3_000_000 / size)))
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'measure.ts'), [reader, kind, String(size), String(times)], { timeout: LONGEST, killSignal: 'SIGKILL', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    child.on('message', (measured) => resolve(measured as Measured))
    child.on('error', reject)
    child.on('close', () => resolve(undefined))
  })
}

/** In ms: from the bytes of the file to the answer that the article is in the library, through the built host. */
async function wholeBook(): Promise<number> {
  const bytes = Buffer.from(sourceOf('Text with wrapped lines', 5_000_000).text)
  const host = await startCounterpoint()
  try {
    const start = performance.now()
    const source = await readSourceStream(inOne(bytes), { shown: 'book.txt', name: 'book.txt', sendPart: (part) => host.call('articles.importPart', part) })
    await host.call('articles.import', source)
    return performance.now() - start
  } finally {
    await host.close()
  }
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

function write(): void {
  const tables = tablesOf(results, sizes, book)
  const file = path.join(root, 'bench', 'results', 'import.json')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ name: 'import', title: 'Importing', ...stamp(), tables }, null, 1)}\n`)
  for (const { caption, columns, rows } of tables) {
    console.log(`\n${caption}`)
    for (const row of [columns, ...rows]) console.log(row.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(24))).join(''))
  }
}
