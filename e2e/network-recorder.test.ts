/** The recorder is a proof only if it sees: each way out is tried once here, and the ways within this machine too. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const recorder = join(import.meta.dirname, 'network-recorder.cjs')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-network-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What is recorded while a program runs. It ends by itself, or once something is recorded. */
function recorded(program: string): { how: string; host: string }[] {
  const log = join(folder, 'network.jsonl')
  const watched = `import fs from 'node:fs'; setInterval(() => { if (fs.existsSync(process.env.COUNTERPOINT_NETWORK_LOG)) process.exit(0) }, 5).unref();\n${program}`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', watched], {
    env: { ...process.env, NODE_OPTIONS: `--require "${recorder}"`, COUNTERPOINT_NETWORK_LOG: log },
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : []
}

describe('a planted request is recorded', () => {
  it.each([
    ['fetch', 'fetch("http://192.0.2.1/").catch(() => {})', '192.0.2.1'],
    ['fetch over TLS', 'fetch("https://192.0.2.1/").catch(() => {})', '192.0.2.1'],
    ['fetch by name', 'fetch("http://counterpoint.invalid/").catch(() => {})', 'counterpoint.invalid'],
    ['a socket', 'import net from "node:net"; net.connect(80, "192.0.2.1").on("error", () => {})', '192.0.2.1'],
    ['a lookup', 'import { lookup } from "node:dns"; lookup("counterpoint.invalid", () => {})', 'counterpoint.invalid'],
    ['a lookup by promise', 'import { lookup } from "node:dns/promises"; lookup("counterpoint.invalid").catch(() => {})', 'counterpoint.invalid'],
    ['a resolver', 'import dns from "node:dns"; new dns.Resolver().resolve4("counterpoint.invalid", () => {})', 'counterpoint.invalid'],
    ['a datagram', 'import dgram from "node:dgram"; dgram.createSocket("udp4").on("error", () => {}).send("hello", 9, "192.0.2.1")', '192.0.2.1'],
    ['a worker thread', 'import { Worker } from "node:worker_threads"; new Worker("fetch(\'http://192.0.2.1/\').catch(() => {})", { eval: true })', '192.0.2.1'],
    ['a child process', 'import { spawn } from "node:child_process"; spawn(process.execPath, ["-e", "fetch(\'http://192.0.2.1/\').catch(() => {})"])', '192.0.2.1'],
  ])('%s', (_name, program, host) => {
    expect(recorded(program).map((each) => each.host)).toContain(host)
  })
})

it('what stays on this machine is not', () => {
  expect(recorded(`
    import http from 'node:http'
    const server = http.createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1', async () => {
      await (await fetch('http://127.0.0.1:' + server.address().port)).text()
      await (await fetch('http://localhost:' + server.address().port)).text().catch(() => {})
      process.exit(0)
    })`)).toEqual([])
})
