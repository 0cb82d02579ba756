/**
 * `npm run test:office`: the Word and OpenDocument files of two comparisons, opened and converted by LibreOffice.
 * Each must give a PDF, and a text with every quote, note and head in it. Says so and passes where there is no LibreOffice.
 * `npm run test:office -- FOLDER` keeps the files, the PDFs and the evidence pages there, to be looked at.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildIfNeeded, root } from './build-if-needed.mjs'
import { enter, printedAddress } from './enter.mjs'
import { comparisons, fillLibrary } from './office-library.mjs'

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
if (!office && !process.argv[2]) {
  console.log('0 passed, 0 failed, skipped: there is no LibreOffice here (soffice is not on the path)')
  process.exit(0)
}

await buildIfNeeded(console.error)
const home = mkdtempSync(path.join(tmpdir(), 'counterpoint-office-'))
const folder = process.argv[2] ? path.resolve(process.argv[2]) : path.join(home, 'files')
mkdirSync(folder, { recursive: true })
const environment = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home }
let passed = 0
const problems = []

try {
  // All files first: the host closes a connection that is silent while LibreOffice works.
  for (const { file, format, words } of await writeFiles()) {
    if (!office || format === 'evidence') continue
    const problem = problemOf(file, format, words)
    if (problem) problems.push(`${path.basename(file)}: ${problem}`)
    else passed += 1
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
for (const problem of problems) console.error(problem)
console.log(`${passed} passed, ${problems.length} failed`)
process.exitCode = problems.length > 0 ? 1 : 0

async function writeFiles() {
  const host = spawn(process.execPath, [path.join(root, 'out/main/cli.js'), 'serve', '--library', path.join(home, 'library')], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const call = await callerOf(host)
    await fillLibrary(call)
    const saved = await call('comparisons.list', {})
    const written = []
    for (const { title, words } of comparisons) {
      const { id } = saved.find((one) => one.title === title)
      for (const format of ['docx', 'odt', ...(process.argv[2] ? ['evidence'] : [])]) {
        const { fileName, content, encoding } = await call('exports.renderComparison', { format, comparisonId: id })
        const file = path.join(folder, fileName)
        writeFileSync(file, Buffer.from(content, encoding))
        written.push({ file, format, words })
      }
    }
    return written
  } finally {
    host.kill()
  }
}

/** Undefined when LibreOffice reads all of it. */
function problemOf(file, format, words) {
  // Both files have one name but their ending: each has its own folder.
  const to = path.join(folder, format)
  for (const kind of ['pdf', 'txt:Text (encoded):UTF8']) {
    const { status, stderr } = spawnSync(office, ['--headless', `-env:UserInstallation=file://${path.join(home, 'office')}`, '--convert-to', kind, '--outdir', to, file], { env: environment, encoding: 'utf8', timeout: 120_000 })
    if (status !== 0) return `LibreOffice ended with ${status}: ${stderr}`
  }
  const made = (ending) => path.join(to, `${path.parse(file).name}.${ending}`)
  if (!existsSync(made('pdf')) || statSync(made('pdf')).size === 0) return 'no PDF came of it'
  const text = readFileSync(made('txt'), 'utf8')
  const lost = words.filter((one) => !text.includes(one))
  return lost.length > 0 ? `LibreOffice’s text lacks ${lost.map((one) => `“${one}”`).join(', ')}` : undefined
}

/** The function that calls the host. */
async function callerOf(host) {
  const { origin, headers } = await enter(await printedAddress(host))
  return async (name, input) => {
    const response = await fetch(`${origin}/api/call`, { method: 'POST', headers, body: JSON.stringify({ name, input }) })
    const reply = await response.json()
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
    return reply.output
  }
}
