/**
 * `npm start [-- FILE... --library DIR --browser --port N --no-open]`: the app, in Electron where its program is
 * there or can be fetched, else in the browser.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildIfNeeded, root } from './build-if-needed.mjs'

/** Milliseconds to fetch Electron's program in. */
const FETCH_LIMIT = 10_000
const electronFolder = path.join(root, 'node_modules', 'electron')

const { options, words } = readArguments()
await buildIfNeeded(console.log).catch((error) => fail(error.message, 1))
if (options.browser) await openInBrowser()
else if (await electronIsThere()) openInElectron()
else await openInBrowser()

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'boolean' }, library: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    })
    // npm runs scripts in the package's folder; file names are meant from where the user is.
    const from = (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) || process.cwd()
    const library = values.library ?? process.env.COUNTERPOINT_LIBRARY
    const files = positionals.map((file) => path.resolve(from, file))
    return { options: values, words: [...(library ? [`--library=${path.resolve(from, library)}`] : []), ...files] }
  } catch (error) {
    return fail(`${error.message}\nUsage: npm start [-- FILE... --library DIR --browser --port N --no-open]`, 2)
  }
}

function electronProgram() {
  try {
    const program = path.join(electronFolder, 'dist', readFileSync(path.join(electronFolder, 'path.txt'), 'utf8').trim())
    return existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

/** Says in one line why not. */
async function electronIsThere() {
  if (!electronProgram()) {
    const problem = await fetchElectron()
    if (problem) {
      console.log(`Electron's program could not be fetched (${problem}), so Counterpoint opens in the browser instead.`)
      return false
    }
  }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    console.log('There is no desktop here to open a window on, so Counterpoint is served to a browser instead.')
    return false
  }
  return true
}

/** Gives the reason when it fails. The download has processes of its own: all of them end with it. */
function fetchElectron() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(electronFolder, 'install.js')], { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32', windowsHide: true })
    let said = ''
    const end = (problem) => {
      clearTimeout(timer)
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve(problem)
    }
    const stop = () => {
      endTree(child)
      process.exit(130)
    }
    const timer = setTimeout(() => {
      endTree(child)
      end(`not done within ${FETCH_LIMIT / 1000} seconds`)
    }, FETCH_LIMIT)
    process.on('SIGINT', stop).on('SIGTERM', stop)
    child.stderr.setEncoding('utf8').on('data', (text) => { said += text })
    child.on('error', (error) => end(error.message))
    child.on('close', () => end(electronProgram() ? undefined : reasonIn(said)))
  })
}

function endTree(child) {
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}

function reasonIn(said) {
  if (said.includes('fetch failed')) return 'the network does not reach it'
  return /getaddrinfo \S+ \S+|connect E\w+ \S+|HTTPError: .+|E[A-Z]{5,}/.exec(said)?.[0] ?? 'the download failed'
}

function openInElectron() {
  const child = spawn(electronProgram(), [path.join(root, 'out', 'main', 'electron.js'), ...words], { stdio: 'inherit', windowsHide: false })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`Electron could not be started (${error.message}). Add -- --browser to open Counterpoint in the browser.`, 1))
  child.on('close', (status) => process.exit(status ?? 1))
}

async function openInBrowser() {
  const server = path.join(root, 'out', 'main', 'server.js')
  process.argv = [process.execPath, server, ...(options.port === undefined ? [] : [`--port=${options.port}`]), ...(options['no-open'] ? ['--no-open'] : []), ...words]
  await import(pathToFileURL(server).href)
}

function fail(message, status) {
  console.error(message)
  process.exit(status)
}
