/** Counterpoint itself for the benches: its loopback host on a library of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Input, OperationName, Output } from '../src/shared/contract.ts'
import type { Reply } from '../src/shared/rpc.ts'

const root = path.join(import.meta.dirname, '..')

export interface CounterpointHost {
  origin: string
  /** That of a browser which has been let in. */
  cookie: { name: string; value: string }
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>>
  close(): Promise<void>
}

export async function startCounterpoint(): Promise<CounterpointHost> {
  const home = mkdtempSync(path.join(tmpdir(), 'counterpoint-bench-'))
  const child = spawn(process.execPath, [path.join(root, 'out/main/cli.js'), 'serve', '--library', path.join(home, 'library')], {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await firstLine(child)
  const { origin } = new URL(address)
  const cookie = await cookieOf(address)
  const close = (): Promise<void> => new Promise((resolve) => {
    child.once('exit', () => {
      rmSync(home, { recursive: true, force: true })
      resolve()
    })
    child.kill('SIGTERM')
  })
  return { origin, cookie, call: caller(origin, cookie), close }
}

/** The address's token is exchanged for a cookie, as a browser does. */
async function cookieOf(address: string): Promise<CounterpointHost['cookie']> {
  const answer = await fetch(address, { redirect: 'manual' })
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? []
  return { name, value }
}

function caller(origin: string, { name, value }: CounterpointHost['cookie']): CounterpointHost['call'] {
  const windowId = crypto.randomUUID()
  return async (operation, input) => {
    const response = await fetch(`${origin}/api/call`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-counterpoint-window': windowId, cookie: `${name}=${value}`, origin }, body: JSON.stringify({ name: operation, input }) })
    const reply = await response.json() as Reply
    if (!reply.ok) throw new Error(`${operation}: ${reply.error.message}`)
    return reply.output as never
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('The loopback host ended without printing its address.')
}
