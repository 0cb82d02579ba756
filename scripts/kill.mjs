/**
 * `npm run test:kill`: ends the loopback host with SIGKILL at 200 random moments of writing, each on the library that the
 * kill before it left behind. After each: the database is whole, every step that was acknowledged to the client is there
 * (held against the client's own log), and undo and redo work. At the end every quote is verified.
 * KILLS and KILL_SEED choose another run.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { buildIfNeeded, root } from './build-if-needed.mjs'

const kills = Number(process.env.KILLS ?? 200)
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)
/** The longest that writing goes on before the kill, in ms. */
const LONGEST = 240

await buildIfNeeded(console.error)
const home = mkdtempSync(path.join(tmpdir(), 'counterpoint-kill-'))
const library = path.join(home, 'library')
const environment = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home }
const cli = path.join(root, 'out/main/cli.js')
const random = randomFrom(seed)

/** What the library must hold: for each thing the value that was acknowledged last, and those that may have been written without an answer. */
const facts = new Map()
let acknowledged = 0
let unanswered = 0
const began = Date.now()

try {
  let host = await start()
  const articleId = (await host.call('articles.import', { kind: 'text', text: sampleText(0) })).id
  const editedId = (await host.call('articles.import', { kind: 'text', text: sampleText(1) })).id
  for (let kill = 1; kill <= kills; kill += 1) {
    await writeUntilKilled(host, articleId, editedId, kill)
    checkIntegrity(kill)
    host = await start()
    await checkFacts(host, articleId, editedId, kill)
    await checkUndo(host, kill)
  }
  await host.stop()
  const verified = spawnSync(process.execPath, [cli, 'verify', '--library', library], { env: environment, encoding: 'utf8' })
  if (verified.status !== 0) throw new Error(`verify found differences:\n${verified.stdout}${verified.stderr}`)
  console.log(`${kills} kills (seed ${seed}) in ${Math.round((Date.now() - began) / 1000)} s: ${acknowledged} steps acknowledged and all there, ${unanswered} cut off without an answer; integrity_check ok and undo works after each; ${verified.stdout.trim()}`)
} catch (error) {
  console.error(`Failed (seed ${seed}): ${error.message}`)
  process.exitCode = 1
} finally {
  rmSync(home, { recursive: true, force: true })
}

/** Starts the host on the library; `call` throws when main refuses or the host is gone. */
async function start() {
  const child = spawn(process.execPath, [cli, 'serve', '--library', library], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await firstAddress(child)
  const entered = await fetch(address, { redirect: 'manual' })
  const headers = { 'content-type': 'application/json', origin: new URL(address).origin, cookie: entered.headers.getSetCookie()[0].split(';')[0], 'x-counterpoint-window': 'writer' }
  const call = async (name, input) => {
    const response = await fetch(new URL('/api/call', address), { method: 'POST', headers, body: JSON.stringify({ name, input }) })
    const reply = await response.json()
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
    return reply.output
  }
  const ended = new Promise((resolve) => { child.once('exit', resolve) })
  await call('history.adopt', {})
  return { call, kill: () => { child.kill('SIGKILL'); return ended }, stop: () => { child.kill('SIGTERM'); return ended } }
}

async function firstAddress(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('The host ended without printing its address.')
}

/** Three hands write at once until the host is gone. */
async function writeUntilKilled(host, articleId, editedId, kill) {
  let alive = true
  const hand = async (acts) => {
    for (let turn = 0; alive; turn += 1) await acts[turn % acts.length](turn).catch((error) => { if (alive) throw error })
  }
  const names = { turn: 0 }
  const unique = () => `${kill}-${names.turn += 1}`
  let highlightId
  const hands = [
    hand([
      async () => { highlightId = (await write(host, null, () => host.call('highlights.create', { articleId, ranges: [somewhere()] }), (made) => [`highlight ${made.id}`, made.quote])).id },
      async () => write(host, null, () => host.call('statements.create', { on: { highlightId }, stance: 'asserts' }), (made) => [`statement ${made.id}`, 'asserts']),
      async () => {
        const key = [...facts.keys()].findLast((one) => one.startsWith('statement '))
        const stance = ['denies', 'doubts', 'unclear'][random(3)]
        if (key) await write(host, [key, stance], () => host.call('statements.update', { id: key.slice(10), stance }))
      },
    ]),
    hand([async () => {
      const text = `Typed ${unique()}`
      await write(host, ['note', text], () => host.call('notes.save', { subject: { type: 'article', id: articleId }, document: paragraph(text), run: String(kill) }))
    }]),
    hand([
      async () => { const name = `Speaker ${unique()}`; await write(host, [`speaker ${name}`, name], () => host.call('speakers.create', { name })) },
      async () => write(host, null, () => host.call('articles.import', { kind: 'text', text: sampleText(unique()) }), (made) => [`article ${made.id}`, made.title]),
      async () => {
        const { revision } = await host.call('articles.get', { id: editedId })
        await host.call('drafts.save', { articleId: editedId, base: revision, document: paragraph(`The edited article says ${unique()}.`) })
        await write(host, ['revision', revision + 1], () => host.call('articles.revise', { id: editedId }))
      },
    ]),
  ]
  const writing = Promise.all(hands)
  await Promise.race([pause(5 + random(LONGEST)), writing])
  alive = false
  await host.kill()
  await writing
}

/** A write that is acknowledged becomes a fact; until then it is a possibility. */
async function write(_host, expected, act, factOf) {
  const known = expected && (facts.get(expected[0]) ?? { possible: [] })
  if (expected) facts.set(expected[0], { ...known, possible: [...known.possible, expected[1]] })
  let made
  try {
    made = await act()
  } catch (error) {
    unanswered += 1
    throw error
  }
  acknowledged += 1
  const [key, value] = expected ?? factOf(made)
  facts.set(key, { value, possible: [] })
  return made
}

function checkIntegrity(kill) {
  const db = new Database(path.join(library, 'library.db'))
  const result = db.pragma('integrity_check', { simple: true })
  const broken = db.pragma('foreign_key_check')
  db.close()
  if (result !== 'ok' || broken.length > 0) throw new Error(`after kill ${kill}: integrity_check says ${result}, ${broken.length} broken references`)
}

async function checkFacts(host, articleId, editedId, kill) {
  const there = new Map()
  for (const one of await host.call('articles.list', {})) there.set(`article ${one.id}`, one.title)
  for (const one of await host.call('highlights.list', { articleId })) there.set(`highlight ${one.id}`, one.quote)
  for (const one of await host.call('statements.list', {})) there.set(`statement ${one.id}`, one.stance)
  for (const one of await host.call('speakers.list', {})) there.set(`speaker ${one.name}`, one.name)
  there.set('note', (await host.call('notes.get', { type: 'article', id: articleId }))?.text)
  there.set('revision', (await host.call('articles.get', { id: editedId })).revision)
  for (const [key, { value, possible }] of facts) {
    const found = there.get(key)
    if (value === undefined ? found !== undefined && !possible.includes(found) && key !== 'revision' : found !== value && !possible.includes(found)) {
      throw new Error(`after kill ${kill}: ${key} is ${JSON.stringify(found)}; acknowledged was ${JSON.stringify(value)}`)
    }
    // What was written without an answer is a fact from now on; what was not is none.
    if (found === undefined) facts.delete(key)
    else facts.set(key, { value: found, possible: [] })
  }
}

async function checkUndo(host, kill) {
  const before = await host.call('exports.render', { format: 'csv' })
  const undone = await host.call('history.undo', {})
  const redone = await host.call('history.redo', {})
  const after = await host.call('exports.render', { format: 'csv' })
  if (undone.label !== redone.label || before.content !== after.content) throw new Error(`after kill ${kill}: undo and redo of “${undone.label}” did not give the library back`)
}

function paragraph(text) {
  return { root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [{ type: 'paragraph', version: 1, direction: null, format: '', indent: 0, children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }] }] } }
}

function sampleText(number) {
  return `Article ${number}\n\nThe harbour board said on day ${number} that the bridge is safe, and the union said that nobody believes it. Both want an inspection, and neither wants to pay for it.`
}

function somewhere() {
  const start = random(100)
  return { start, end: start + 5 + random(40) }
}

/** A number below the given one, from a stream that the seed decides (mulberry32). */
function randomFrom(start) {
  let state = start >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}
