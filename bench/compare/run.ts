/**
 * `npm run bench:compare`: the matrix of a large library through the real host, beside a plain HTML table of the same cells in the same browser.
 * BENCH_RUNS: runs of each, 5. Writes bench/results/compare.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { comparisonFormatNames, comparisonFormats } from '../../src/shared/export.ts'
import { buildIfNeeded, root } from '../../scripts/build-if-needed.mjs'
import { startCounterpoint, type CounterpointHost } from '../../scripts/loopback-host.ts'
import { median } from '../reader/tables.ts'
import { browserOptions } from '../../scripts/test-browser.mjs'
import { stamp } from '../stamp.ts'
import { idOf, libraryFiles, LONG, whole } from './library.ts'
import { installComparing } from './comparing.ts'

const RUNS = Number(process.env.BENCH_RUNS ?? 5)
type Measured = Record<string, number[]>

await buildIfNeeded(console.log)
const browser = await chromium.launch(await browserOptions())
const host = await startCounterpoint()
const screen: Measured = {}
const limit: Measured = {}
const exported: Measured = {}
const sizes: Record<string, number> = {}
try {
  for (const file of libraryFiles(whole)) await host.call('articles.import', { kind: 'file', name: 'bench.json', base64: Buffer.from(JSON.stringify(file)).toString('base64') })
  for (let run = 0; run < RUNS; run += 1) {
    const cells = await measureScreen(browser, host, screen)
    await measureLimit(browser, cells, limit)
    console.log(`run ${run + 1}: ${describe(screen)}; limit: ${describe(limit)}`)
  }
  for (const format of comparisonFormats) await measureExport(host, format)
} finally {
  await browser.close()
  await host.close()
}
write(browser.version())

interface Cells { inView: string[][]; all: string[][] }

async function measureScreen(at: Browser, { origin, letIn, call }: CounterpointHost, into: Measured): Promise<Cells> {
  const context = await at.newContext({ viewport: { width: 1440, height: 900 } })
  await letIn(context)
  const page = await context.newPage()
  await page.addInitScript(installComparing)
  await page.goto(`${origin}/#/settings`)
  await page.getByRole('heading', { name: 'Settings' }).first().waitFor()
  keep(into, 'open, the first time', await page.evaluate(() => window.comparing.open('#/compare')))
  await page.evaluate(() => { location.hash = '#/settings' })
  await page.getByRole('heading', { name: 'Settings' }).first().waitFor()
  keep(into, 'open again', await page.evaluate(() => window.comparing.open('#/compare')))
  const inView = await page.evaluate(() => window.comparing.cellsInView())
  keep(into, 'worst frame of a diagonal', await page.evaluate(() => window.comparing.diagonal(document.querySelector('.mx-scroll')!, 60)))
  await page.getByRole('button', { name: /^Stance/ }).click()
  keep(into, 'filter', await page.evaluate(() => window.comparing.filter('Denies')))
  await page.evaluate(() => window.comparing.filter('Denies'))
  await page.keyboard.press('Escape')
  const fullest = await fullestCell(call)
  keep(into, 'open the fullest cell', await page.evaluate(({ cell, count }) => window.comparing.open(`#/compare?cell=${cell}`, `.cell-view-list > li:nth-child(${count})`), fullest))
  const ids = Array.from({ length: LONG.statements }, (_, index) => idOf(5, index)).join(',')
  keep(into, `compare ${LONG.statements} × ${LONG.words} words`, await page.evaluate((statementIds) => window.comparing.open(`#/side-by-side?statementIds=${statementIds}`, 'ins, del'), ids))
  await context.close()
  return { inView, all: await allCells(call) }
}

async function measureLimit(at: Browser, { inView, all }: Cells, into: Measured): Promise<void> {
  const page: Page = await at.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(installComparing)
  await page.goto('data:text/html,<!doctype html><style>body{margin:0}td{width:184px;height:146px;padding:11px 12px;border:1px solid %23ddd;vertical-align:top;font:15px/20px serif;overflow:hidden}div{height:100vh;overflow:auto}table{border-collapse:collapse;table-layout:fixed}</style><div></div>')
  keep(into, 'cells in view', await page.evaluate((cells) => window.comparing.table(cells), inView))
  keep(into, 'all cells', await page.evaluate((cells) => window.comparing.table(cells), all))
  keep(into, 'worst frame of a diagonal', await page.evaluate(() => window.comparing.diagonal(document.querySelector('div')!, 60)))
  await page.close()
}

/** Every cell's shown words, as a plain table would hold them. */
async function allCells(call: CounterpointHost['call']): Promise<string[][]> {
  const statements = await call('statements.list', {})
  const byCell = Map.groupBy(statements, ({ issueId, speakerId }) => `${issueId} ${speakerId}`)
  return Array.from({ length: whole.issues }, (_, issue) => Array.from({ length: whole.speakers }, (__, speaker) => {
    const [first] = byCell.get(`${idOf(2, issue)} ${idOf(1, speaker)}`) ?? []
    return first ? `${first.stance}\n${first.quote.slice(0, 110)}\n${first.publisher}, ${first.date}` : 'No statement yet'
  }))
}

async function fullestCell(call: CounterpointHost['call']): Promise<{ cell: string; count: number }> {
  const { ids, issue, speaker, issues, speakers } = await call('statements.columns', {})
  const counts = new Map<string, number>()
  for (const at of ids.keys()) counts.set(`${issues[issue[at]!]},${speakers[speaker[at]!]}`, (counts.get(`${issues[issue[at]!]},${speakers[speaker[at]!]}`) ?? 0) + 1)
  const [cell, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))
  return { cell, count }
}

async function measureExport({ call }: CounterpointHost, format: (typeof comparisonFormats)[number]): Promise<void> {
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now()
    const { content } = await call('exports.renderComparison', { format, comparisonId: null })
    keep(exported, format, performance.now() - start)
    sizes[format] = content.length
    console.log(`${format}, run ${run + 1}: ${Math.round(exported[format]!.at(-1)!)} ms`)
  }
}

function keep(into: Measured, name: string, value: number): void {
  (into[name] ??= []).push(value)
}

function describe(measured: Measured): string {
  return Object.entries(measured).map(([name, values]) => `${name} ${Math.round(values.at(-1)!)} ms`).join(', ')
}

function write(version: string): void {
  const ms = (values: number[]): string => median(values).toFixed(0)
  const ratio = (above: number[], below: number[]): string => `${(median(above) / median(below)).toFixed(1)}×`
  const [open, again, frame] = [screen['open, the first time']!, screen['open again']!, screen['worst frame of a diagonal']!]
  const caption = `${whole.articles.toLocaleString('en')} articles, ${whole.speakers} speakers, ${whole.issues} issues, ${whole.statements.toLocaleString('en')} statements. Medians of ${RUNS} runs.`
  const tables = [
    { caption: `${caption} The limit is a plain HTML table of the same cells in the same browser`, columns: ['', 'Counterpoint, ms', 'Limit, ms', 'Ours / limit'], rows: [
      ['Open the matrix, the first time (aim: 150 ms, 2×)', ms(open), ms(limit['cells in view']!), ratio(open, limit['cells in view']!)],
      ['Open it again', ms(again), ms(limit['cells in view']!), ratio(again, limit['cells in view']!)],
      ['Open it again, beside a table of all cells', ms(again), ms(limit['all cells']!), ratio(again, limit['all cells']!)],
      ['Worst frame of a diagonal (aim: 1.5×)', ms(frame), ms(limit['worst frame of a diagonal']!), ratio(frame, limit['worst frame of a diagonal']!)],
    ] },
    { caption: 'Other acts', columns: ['', 'ms'], rows: Object.entries(screen).filter(([name]) => !/^open (again|, the)|^open,|frame/.test(name)).map(([name, values]) => [name, ms(values)]) },
    { caption: 'Exports of the whole (aim for the evidence page: 5 s)', columns: ['', 'ms', 'Million characters'], rows: comparisonFormats.map((format) => [comparisonFormatNames[format], ms(exported[format]!), (sizes[format]! / 1e6).toFixed(1)]) },
  ]
  const { commit, machine, date } = stamp()
  const file = path.join(root, 'bench', 'results', 'compare.json')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ name: 'compare', title: 'Comparing', commit, machine: `${machine}; Chromium ${version}`, date, tables, raw: { screen, limit, exported, sizes } }, null, 1)}\n`)
  for (const { caption: title, columns, rows } of tables) {
    console.log(`\n${title}`)
    for (const row of [columns, ...rows]) console.log(row.map((cell, index) => (index === 0 ? cell.padEnd(52) : cell.padStart(20))).join(''))
  }
}
