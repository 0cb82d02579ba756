/** For tests: a copy of what `npm start` needs, in a folder of its own, so that the real scripts can fetch and unpack without touching this checkout. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { onTestFinished } from 'vitest'
import { architecture, electronVersion, programPath } from './electron-program.mjs'

const checkout = path.join(import.meta.dirname, '../..')
export const version = electronVersion(checkout)!
export const archiveName = `electron-v${version}-${process.platform}-${architecture({})}.zip`
/** What the stand-in for the browser face prints. */
export const BROWSER_FACE = 'The browser face runs'

export interface Project {
  folder: string
  electron: string
  /** Where the loader keeps what it has fetched. */
  cache: string
  env: NodeJS.ProcessEnv
}

/** `manifest`: what its package.json has otherwise. */
export function copyProject({ parent = mkdtempSync(path.join(realpathSync(tmpdir()), 'counterpoint-start-')), ...manifest }: { parent?: string; scripts?: Record<string, string> } = {}): Project {
  onTestFinished(() => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }))
  const folder = path.join(parent, 'it’s here')
  const electron = path.join(folder, 'node_modules', 'electron')
  mkdirSync(electron, { recursive: true })
  for (const file of ['scripts/start.mjs', 'scripts/build-if-needed.mjs', 'scripts/start']) cpSync(path.join(checkout, file), path.join(folder, file), { recursive: true })
  for (const file of ['package.json', 'install.js', 'index.js']) cpSync(path.join(checkout, 'node_modules/electron', file), path.join(electron, file))
  for (const name of readdirSync(path.join(checkout, 'node_modules'))) {
    if (name !== 'electron' && !name.startsWith('.')) symlinkSync(path.join(checkout, 'node_modules', name), path.join(folder, 'node_modules', name), 'junction')
  }
  write(path.join(folder, 'out/main/server.js'), `console.log('${BROWSER_FACE}', ...process.argv.slice(2))`)
  write(path.join(folder, 'out/preload/index.cjs'), '')
  write(path.join(folder, 'out/renderer/index.html'), '')
  write(path.join(folder, 'package.json'), JSON.stringify({ name: 'counterpoint', version: '0.1.0', type: 'module', ...manifest }))
  utimesSync(path.join(folder, 'package.json'), 0, 0)
  const cache = path.join(parent, 'cache')
  return { folder, electron, cache, env: environment(parent, cache) }
}

/** Of somebody at a desktop, with none of the settings of whoever runs the tests. */
function environment(home: string, cache: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|electron|no_proxy|https?_proxy|display$|wayland|init_cwd|node_|counterpoint)/i.test(name))
  return {
    ...Object.fromEntries(own), HOME: home, DISPLAY: ':99', electron_config_cache: cache,
    ...(process.getuid?.() === 0 ? { NODE_OPTIONS: '--import=data:text/javascript,process.getuid=()=>1000' } : {}),
  }
}

export function write(file: string, text: string | Uint8Array, mode = 0o644): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text, { mode })
}

/** The text of a program that stands in for Electron's: it runs `lines` in Node. */
export function program(lines: string): string {
  return `#!${process.execPath}\n${lines}\n`
}

/** The program's folder, as ELECTRON_OVERRIDE_DIST_PATH names one. */
export function programFolder(project: Project, lines: string): string {
  const folder = path.join(project.folder, 'a program')
  write(path.join(folder, programPath()), program(lines), 0o755)
  return folder
}

/** An archive like Electron's, which the project's electron package knows by its checksum. */
export function archive(project: Project, { lines = SHOWN, more = {} as Zippable } = {}): Uint8Array {
  const made = zipSync({ version: strToU8(version), [programPath()]: [strToU8(program(lines)), { os: 3, attrs: 0o100755 << 16 }], ...more })
  write(path.join(project.electron, 'checksums.json'), JSON.stringify({ [archiveName]: createHash('sha256').update(made).digest('hex') }))
  return made
}

/** Shows a window, says what it was given, and is closed by its user. */
export const SHOWN = `
process.send({ counterpoint: 'shown' })
console.log('Window of', JSON.stringify(process.argv.slice(2)), process.env.ELECTRON_RUN_AS_NODE)
process.disconnect()
`

export interface Started {
  child: ChildProcess
  output(): string
  /** Resolves once it has printed `text`; rejects when it ends without. */
  until(text: string): Promise<void>
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null; output: string }>
}

/** `npm start`, in a process group of its own: what is sent to the group is what Ctrl C in a terminal sends. */
export function start(project: Project, { words = [] as string[], env = {} as NodeJS.ProcessEnv } = {}): Started {
  return watch(spawn(process.execPath, [path.join(project.folder, 'scripts/start.mjs'), ...words], { cwd: project.folder, env: { ...project.env, ...env }, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] }))
}

export function watch(child: ChildProcess): Started {
  let output = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const look of waiting) look()
    })
  }
  const ended: Started['ended'] = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, signal) => resolve({ status, signal, output }))
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    child,
    output: () => output,
    until: (text) => new Promise((resolve, reject) => {
      const look = (): void => { if (output.includes(text)) resolve() }
      waiting.add(look)
      look()
      void ended.then(() => reject(new Error(`It ended without printing “${text}”:\n${output}`)))
    }),
    ended,
  }
}
