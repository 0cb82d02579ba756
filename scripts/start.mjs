/**
 * `npm start [-- FILE... --library DIR --browser --port N --no-open]`: the app, in a window of its own where Electron's
 * program is there or can be fetched and a window can be opened, else in the browser.
 */
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildIfNeeded, root } from './build-if-needed.mjs'
import { electronVersion, installedProgram, overridingProgram } from './start/electron-program.mjs'
import { fetchElectron } from './start/fetch-electron.mjs'
import { runElectron } from './start/run-electron.mjs'
import { AS_ROOT, whyItEnded } from './start/why-it-ended.mjs'

/** npm sends a Ctrl C on that the terminal has sent already: within this time, in milliseconds, it counts once. */
const SAME_CTRL_C = 1000
/** Exit statuses of a shell: 128 and the signal's number. */
const STATUS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }

const { options, words } = readArguments()
await buildIfNeeded(console.log).catch((error) => fail(error.message, 1))
if (options.browser) await openInBrowser()
else await openWindow()

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

async function openWindow() {
  const { problem, program } = await findElectron()
  if (!program) return openInBrowser(problem)
  // Given the app's folder, Electron takes version and name from its package.json.
  const ended = await runElectron({ program, words: [root, ...displaySwitches(), ...words] })
  if (ended.reached === 'shown' && ended.signal && !ended.stopped) console.error(`Counterpoint’s window ended unexpectedly (${ended.signal}): start it again with npm start.`)
  if (ended.reached || ended.stopped || ended.status === 0) process.exit(ended.status ?? STATUS[ended.signal] ?? 1)
  const reason = ended.error ? `Electron’s program could not be started (${ended.error.message})` : whyItEnded(ended.said, program)
  if (!reason) process.stderr.write(ended.said)
  // Our main process ends with 1 only after it has said why, and the browser would have nothing else to say.
  if (!reason && ended.status === 1 && ended.said) process.exit(1)
  await openInBrowser(reason ?? `Electron ended before it had shown a window (${ended.signal ?? `status ${ended.status}`})`)
}

/** The program, fetched if need be; or the problem in a few words. Nothing is fetched for a window that can't be opened. */
async function findElectron() {
  const overriding = process.env.ELECTRON_OVERRIDE_DIST_PATH ? overridingProgram(process.env.ELECTRON_OVERRIDE_DIST_PATH) : {}
  const problem = overriding.problem ?? whyNoWindow()
  const program = overriding.program ?? installedProgram(root)
  if (problem || program) return problem ? { problem } : { program }
  if (!electronVersion(root)) return { problem: 'Electron is not installed: npm install brings it' }
  // The same Ctrl C, come once more, must find somebody also between two questions.
  process.on('SIGINT', passOver)
  const { problem: failed, signal } = await fetchElectron({ project: root })
  if (signal && !(signal === 'SIGINT' && process.stdin.isTTY && process.stdout.isTTY && (await agreesToBrowser()))) process.exit(STATUS[signal])
  process.off('SIGINT', passOver)
  if (failed) return { problem: `Electron’s program could not be fetched: ${failed}` }
  return signal ? {} : { program: installedProgram(root) }
}

function passOver() {
  // Whoever listens beside this decides.
}

/** The same for everyone on this system, whatever Electron's program would say. */
function whyNoWindow() {
  if (process.platform !== 'linux') return undefined
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no desktop here to open a window on'
  return process.getuid() === 0 ? AS_ROOT : undefined
}

/** Electron goes by the kind of the session, which a terminal over ssh or in a container does not always tell: where only one kind of display is named, it is that one. */
function displaySwitches() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform !== 'linux' || Boolean(DISPLAY) === Boolean(WAYLAND_DISPLAY)) return []
  return [`--ozone-platform=${DISPLAY ? 'x11' : 'wayland'}`]
}

/** After Ctrl C. Ends everything when the answer is no, or another Ctrl C. */
function agreesToBrowser() {
  const asked = performance.now()
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  return new Promise((resolve) => {
    const onSignal = () => { if (performance.now() - asked > SAME_CTRL_C) end(STATUS.SIGINT) }
    const end = (status) => {
      console.log()
      process.exit(status)
    }
    process.on('SIGINT', onSignal)
    lines.once('SIGINT', () => end(STATUS.SIGINT)).once('close', () => end(STATUS.SIGINT))
    lines.question('Open in the browser instead? [Y/n] ', (answer) => {
      if (/^\s*n/i.test(answer)) process.exit(0)
      process.off('SIGINT', onSignal)
      lines.removeAllListeners('close').close()
      resolve(true)
    })
  })
}

/** `reason`: in a few words, why not in a window, when that was wanted. */
async function openInBrowser(reason) {
  if (reason) console.log(`Counterpoint opens in the browser, because ${reason.replace(/\.$/, '')}${reason.includes('\n') ? '' : '.'}`)
  const server = path.join(root, 'out', 'main', 'server.js')
  process.argv = [process.execPath, server, ...(options.port === undefined ? [] : [`--port=${options.port}`]), ...(options['no-open'] ? ['--no-open'] : []), ...words]
  await import(pathToFileURL(server).href)
}

function fail(message, status) {
  console.error(message)
  process.exit(status)
}
