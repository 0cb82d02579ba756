/** Counterpoint's loopback host in a process of its own, for benches and fault tests: the built program on a library of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext } from 'playwright'
import type { Input, OperationName, Output } from '../src/shared/contract.ts'
import type { ErrorCode, Reply } from '../src/shared/rpc.ts'
import { enter, printedAddress, type Entered } from './enter.mjs'

const root = path.join(import.meta.dirname, '..')
export const commandLineFile = path.join(root, 'out/main/cli.js')

export interface CounterpointHost {
  origin: string
  pid: number
  /** Pages of this browser are let in. */
  letIn(browser: BrowserContext): Promise<void>
  /** Throws a Refused where the host answers with an error, and another error when the host is gone. */
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>>
  close(): Promise<void>
  /** Ends it with SIGKILL; resolved when it has ended. */
  kill(): Promise<void>
}

export class Refused extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

export interface HostOptions {
  /** Kept when the host ends; without it there is a new one, which goes with the host. */
  library?: string
  /** Added to the environment. */
  environment?: NodeJS.ProcessEnv
}

export async function startCounterpoint({ library, environment }: HostOptions = {}): Promise<CounterpointHost> {
  const home = mkdtempSync(path.join(tmpdir(), 'counterpoint-host-'))
  const child = spawn(process.execPath, [commandLineFile, 'serve', '--library', library ?? path.join(home, 'library')], {
    env: { ...process.env, ...homeIn(home), ...environment }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      rmSync(home, { recursive: true, force: true })
      resolve()
    })
  })
  const end = (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal)
    return ended
  }
  const entered = await enter(await printedAddress(child))
  return { origin: entered.origin, pid: child.pid!, letIn: (browser) => letIn(browser, entered), call: caller(entered), close: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** Where a process looks for settings, data and sockets: nowhere but in this folder. */
export function homeIn(folder: string): NodeJS.ProcessEnv {
  return { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder }
}

async function letIn(browser: BrowserContext, { origin, cookie, secret }: Entered): Promise<void> {
  await browser.addCookies([{ ...cookie, url: origin }])
  await browser.addInitScript((known) => localStorage.setItem('counterpoint-secret', known), secret)
}

function caller({ origin, headers }: Entered): CounterpointHost['call'] {
  return async (operation, input) => {
    const response = await fetch(`${origin}/api/call`, { method: 'POST', headers, body: JSON.stringify({ name: operation, input }) })
    const reply = await response.json() as Reply
    if (!reply.ok) throw new Refused(reply.error.code, `${operation}: ${reply.error.message}`)
    return reply.output as never
  }
}
