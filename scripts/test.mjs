/** `npm test`: types, lint, build, unit, end to end. Stops at the first part that fails. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { closingLine, runEndToEnd } from './end-to-end.mjs'
import { fetchBrowser } from './test-browser.mjs'

const root = path.join(import.meta.dirname, '..')
const results = path.join(root, '.cache', 'unit.json')

const parts = [
  ['Types', () => run('npm run -s types')],
  ['Lint', () => run('npm run -s lint')],
  ['Build', () => run('npm run -s build')],
  ['Unit', runUnit],
  ['End to end', () => fetchBrowser() && runEndToEnd({ words: ['--project', 'browser'] })],
]

for (const [name, part] of parts) {
  console.log(`\n== ${name}`)
  const started = Date.now()
  const well = part()
  console.log(`== ${name}: ${well ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`)
  if (!well) process.exit(1)
}

function run(command) {
  return spawnSync(command, { cwd: root, stdio: 'inherit', shell: true }).status === 0
}

function runUnit() {
  mkdirSync(path.dirname(results), { recursive: true })
  rmSync(results, { force: true })
  const well = run(`npm run -s unit -- --reporter=dot --reporter=json --outputFile.json=.cache/unit.json`)
  const report = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined
  const failed = report?.numFailedTests ?? 0
  // A file that can't be loaded has no tests to fail: it counts as one failure.
  console.log(closingLine(report?.numPassedTests ?? 0, well ? failed : Math.max(failed, 1), (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)))
  return well
}
