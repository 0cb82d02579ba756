/**
 * `npm run test:fresh [-- --only 20.20.2]`: what a newcomer does, as a newcomer's computer has it. For each version of
 * Node and npm below: a clean clone of the last commit, an empty home folder, a PATH with no Python and no compiler,
 * the README's two commands, and package-lock.json as it was. (scripts/keep-busy.mjs keeps every core busy meanwhile.)
 * Node and npm come from the npm registry, into .cache/fresh.
 */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { root } from './build-if-needed.mjs'
import { enter } from './enter.mjs'
import { packages } from './node-program.mjs'

const versions = [['20.20.2', '11.19.1'], ['22.22.0', '10.9.4'], ['24.21.0', '11.6.2']]
/** What a computer has beside Node, npm and git: the shell, and what a network namespace is made with. */
const programs = ['sh', 'env', 'git', 'unshare', 'setpriv', 'ip']
/** How this computer reaches the registry: that is no part of a newcomer's trouble. */
const passedOn = /^(NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|https?_proxy|no_proxy|npm_config_registry)$/i
const { values: options } = parseArgs({ options: { only: { type: 'string' } } })
const results = []

if (process.platform === 'win32') {
  console.error('This needs a shell and links to programs: run it on Linux or macOS.')
  process.exit(1)
}
for (const [node, npm] of versions) if (!options.only || options.only === node) results.push(await tryOut(node, npm))
console.table(results)
const failed = results.filter((one) => Object.values(one).includes('FAILED')).length
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exit(failed > 0 || results.length === 0 ? 1 : 0)

async function tryOut(node, npm) {
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-fresh-'))
  // A story starts the command line as another user.
  chmodSync(folder, 0o755)
  console.log(`\n== Node ${node}, npm ${npm}: ${folder}`)
  const clone = path.join(folder, 'counterpoint')
  const env = surroundings(folder, fetched(`${packages[`${process.platform}-${process.arch}`]}@${node}`, 'bin/node'), fetched(`npm@${npm}`, 'bin/npm-cli.js'))
  const result = { node, npm }
  const step = async (name, work) => {
    const began = Date.now()
    const well = Object.values(result).includes('FAILED') ? undefined : await work()
    result[name] = well === undefined ? 'not tried' : well ? `${Math.round((Date.now() - began) / 1000)} s` : 'FAILED'
  }
  await step('clone', () => run('git', ['clone', '--quiet', '--no-hardlinks', root, clone], folder, env))
  await step('npm install', () => run('npm', ['install'], clone, env))
  await step('npm start', () => starts(clone, env))
  await step('npm test', () => run('npm', ['test'], clone, env))
  await step('nothing changed', () => run('git', ['diff', '--exit-code', '--stat'], clone, env))
  rmSync(folder, { recursive: true, force: true })
  return result
}

/** The path of a file in a package of the registry. */
function fetched(specifier, file) {
  const folder = path.join(root, '.cache', 'fresh', specifier)
  if (!existsSync(path.join(folder, 'node_modules'))) {
    mkdirSync(folder, { recursive: true })
    const { status } = spawnSync('npm', ['install', '--prefix', folder, '--no-package-lock', '--ignore-scripts', specifier], { stdio: 'inherit', cwd: folder })
    if (status !== 0) throw new Error(`${specifier} could not be fetched.`)
  }
  return path.join(folder, 'node_modules', specifier.slice(0, specifier.lastIndexOf('@')), file)
}

function surroundings(folder, node, npm) {
  const bin = path.join(folder, 'bin')
  const home = path.join(folder, 'home')
  for (const one of [bin, home]) mkdirSync(one)
  symlinkSync(node, path.join(bin, 'node'))
  symlinkSync(npm, path.join(bin, 'npm'))
  for (const program of programs) {
    const found = process.env.PATH.split(path.delimiter).map((one) => path.join(one, program)).find((one) => existsSync(one))
    if (found) symlinkSync(found, path.join(bin, program))
  }
  const kept = Object.entries(process.env).filter(([name]) => passedOn.test(name))
  return { ...Object.fromEntries(kept), PATH: bin, HOME: home, LANG: 'C.UTF-8' }
}

function run(command, words, cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('close', (status) => resolve(status === 0))
  })
}

/** The app is there once it prints an address that answers, and Ctrl C ends it. (What npm itself ends with then differs between versions.) */
async function starts(cwd, env) {
  const child = spawn('npm', ['start', '--', '--no-open'], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  const ended = new Promise((resolve) => { child.once('close', resolve) })
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line)
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (!address) continue
    const { origin, headers } = await enter(address)
    const { status } = await fetch(`${origin}/api/call`, { method: 'POST', headers, body: JSON.stringify({ name: 'library.state', input: {} }) })
    process.kill(-child.pid, 'SIGINT')
    await ended
    return status === 200
  }
  return false
}
