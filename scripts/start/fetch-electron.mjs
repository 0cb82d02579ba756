/** Fetches Electron's program while showing how far it is. It can be broken off at any moment; the next fetch goes on from there. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { electronVersion } from './electron-program.mjs'
import { createProgress } from './progress-bar.mjs'

/** Milliseconds until the first byte, and between two. There is none for the whole: slow is not wrong. */
const LIMITS = { first: 15_000, stall: 30_000 }
const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Resolves with nothing once the program is there, with the `problem` in a few words, or with the signal that broke it off.
 * @param {{ project: string, limits?: { first: number, stall: number }, env?: NodeJS.ProcessEnv, output?: NodeJS.WritableStream }} options
 */
export function fetchElectron({ project, limits = LIMITS, env = process.env, output = process.stdout }) {
  const network = networkEnvironment(env)
  const problem = wrongProxy(network)
  if (problem) return Promise.resolve({ problem })
  return new Promise((resolve) => {
    const words = [...networkFlags(), path.join(import.meta.dirname, 'fetch-process.mjs'), JSON.stringify({ project, limits })]
    const child = spawn(process.execPath, words, { env: network, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], windowsHide: true })
    const progress = createProgress(output)
    let outcome
    let said = ''
    let begun = false
    const breakOff = (signal) => {
      outcome = { signal }
      child.kill()
    }
    const onMessage = (message) => {
      if (message.transferred !== undefined) return progress.update(message.transferred, message.total)
      progress.clear()
      if (message.fetching && !begun) output.write(`Fetching ${message.resumed ? 'the rest of ' : ''}Electron ${electronVersion(project)}, the program that shows Counterpoint’s window: once, about 110 MB.${output.isTTY ? ' Ctrl C to do without.' : ''}\n`)
      begun ||= message.fetching
      if (message.unpacking) output.write('Unpacking it…\n')
      if (message.problem) outcome ??= { problem: message.problem }
      if (message.done) outcome ??= {}
    }
    for (const signal of SIGNALS) process.on(signal, breakOff)
    child.stderr.setEncoding('utf8').on('data', (text) => { said += text })
    child.on('message', onMessage)
    child.on('error', (error) => { outcome ??= { problem: error.message } })
    child.on('close', (status, signal) => {
      for (const each of SIGNALS) process.off(each, breakOff)
      progress.clear()
      resolve(outcome ?? { problem: lastError(said) ?? `fetching ended by ${signal ?? `status ${status}`}` })
    })
  })
}

/** Those that this Node has: from 22.15 the system's certificates, from 22.21 and 24.5 proxies. */
function networkFlags() {
  return ['--use-system-ca', '--use-env-proxy'].filter((flag) => process.allowedNodeEnvironmentFlags.has(flag))
}

/** What is set for npm alone counts too: npm gives it to its scripts. */
function networkEnvironment(env) {
  const proxies = PROXIES.some((name) => env[name]) ? {} : proxyOfNpm(env)
  const certificates = env.NODE_EXTRA_CA_CERTS || env.npm_config_cafile
  const all = { ...env, ...proxies, ...(certificates ? { NODE_EXTRA_CA_CERTS: certificates } : {}) }
  // As other programs do; Node would end at once.
  for (const name of PROXIES) if (all[name] && !all[name].includes('://')) all[name] = `http://${all[name]}`
  return all
}

function proxyOfNpm({ npm_config_https_proxy: secure, npm_config_proxy: plain, npm_config_noproxy: without, NO_PROXY, no_proxy }) {
  const https = secure || plain
  return { ...(https ? { HTTPS_PROXY: https } : {}), ...(plain ? { HTTP_PROXY: plain } : {}), ...(without && !NO_PROXY && !no_proxy ? { NO_PROXY: without } : {}) }
}

function wrongProxy(env) {
  const wrong = PROXIES.find((name) => env[name] && !['http:', 'https:'].includes(URL.parse(env[name])?.protocol))
  return wrong && `${wrong} does not name a proxy that Node can use: write it as http://HOST:PORT, or unset it`
}

function lastError(said) {
  return /^(?:\w*Error(?: \[\w+\])?: )(.+)$/m.exec(said)?.[1]
}
