/** Builds the program when out/ is missing or older than what it is built from. */
import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

export const root = path.dirname(import.meta.dirname)
const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
/** Of each of the three builds, in the order in which they are made. */
const products = ['out/main/server.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Throws with what the build printed when it fails. `print` is told once that it takes a while. */
export async function buildIfNeeded(print) {
  if (isBuilt()) return
  print('Building…')
  const builder = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status, output } = await runQuietly([builder, 'build'])
  if (status !== 0) throw new Error(`Counterpoint could not be built.\n${output}`)
}

function isBuilt() {
  const made = products.map((file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.min(...made) > Math.max(...sources.map((source) => newest(path.join(root, source))))
}

/** Folders count too: their time changes when a file in them is removed. */
function newest(file) {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))))
}

function runQuietly(words) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { output += text })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output }))
  })
}
