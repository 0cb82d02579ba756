/** A running Counterpoint on a library of its own, and the page that shows it. Nothing is shared between tests. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, expect, test as base, type BrowserContext, type ElectronApplication, type Page } from '@playwright/test'
import { watchPage } from './page-recorder.ts'

export type Face = 'browser' | 'electron' | 'electron-missing'

export interface Counterpoint {
  /** A folder of this test's own. Its `library` is the library. */
  home: string
  library: string
  page: Page
  /** Closes the app and starts it again on the same library; gives the new page. */
  restart(): Promise<Page>
  /** The same, with something done while the app is closed. */
  restartAfter(work: () => void): Promise<Page>
  /** Ends the process that holds the library with SIGKILL, and starts the app again. */
  killAndRestart(): Promise<Page>
  /** The command line on the same library. */
  run(words: string[], options?: { input?: string; uid?: number; env?: NodeJS.ProcessEnv }): Promise<{ status: number; stdout: string; stderr: string }>
}

const root = join(import.meta.dirname, '..')
const cli = join(root, 'out', 'main', 'cli.js')

export const test = base.extend<{ face: Face; counterpoint: Counterpoint; home: string }>({
  face: ['browser', { option: true }],
  // Playwright wants the first argument of a fixture destructured, also where nothing is taken from it.
  // oxlint-disable-next-line no-empty-pattern
  home: async ({}, provide) => {
    const home = mkdtempSync(join(tmpdir(), 'counterpoint-e2e-'))
    await provide(home)
    rmSync(home, { recursive: true, force: true })
  },
  counterpoint: async ({ face, context, home }, provide) => {
    test.skip(face === 'electron-missing', 'Electron’s program is not here: npm brings none and it could not be fetched')
    const app = face === 'electron' ? electronApp(home) : browserApp(home, context)
    const counterpoint: Counterpoint = {
      home,
      library: join(home, 'library'),
      page: await app.open(),
      restart: () => counterpoint.restartAfter(() => undefined),
      restartAfter: async (work) => {
        await app.close()
        work()
        counterpoint.page = await app.open()
        return counterpoint.page
      },
      killAndRestart: async () => {
        await app.kill()
        return counterpoint.restart()
      },
      run: (words, options) => runCommand(home, words, options),
    }
    await provide(counterpoint)
    await app.close()
    expect(app.requestsOutside(), 'requests beyond this machine').toEqual([])
  },
  page: async ({ counterpoint }, provide) => provide(counterpoint.page),
})

export { expect } from '@playwright/test'

/** A home folder of its own: settings and library of the person who runs the tests stay untouched. */
export function environment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: home, COUNTERPOINT_LIBRARY: join(home, 'library') }
}

interface RunningApp {
  open(): Promise<Page>
  close(): Promise<void>
  kill(): Promise<void>
  requestsOutside(): string[]
}

function browserApp(home: string, context: BrowserContext): RunningApp {
  let host: ChildProcess | undefined
  let page: Page | undefined
  const recorded = watchPage(context)
  return {
    async open() {
      host = spawn(process.execPath, [cli, 'serve'], { env: environment(home), stdio: ['ignore', 'pipe', 'inherit'] })
      const address = await firstLine(host)
      page = await context.newPage()
      await page.goto(address)
      return page
    },
    async close() {
      await page?.close()
      await ended(host)
    },
    kill: () => ended(host, 'SIGKILL'),
    requestsOutside: () => recorded.outside(),
  }
}

function electronApp(home: string): RunningApp {
  let app: ElectronApplication | undefined
  let recorded: ReturnType<typeof watchPage> | undefined
  return {
    async open() {
      app = await _electron.launch({ args: [root], env: environment(home) as Record<string, string> })
      recorded = watchPage(app.context())
      return app.firstWindow()
    },
    close: async () => app?.close(),
    kill: () => ended(app?.process(), 'SIGKILL'),
    requestsOutside: () => recorded?.outside() ?? [],
  }
}

async function firstLine(host: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: host.stdout! })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('The loopback host ended without printing its address.')
}

function ended(host: ChildProcess | undefined, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    if (!host || host.exitCode !== null || host.signalCode !== null) return resolve()
    host.once('exit', () => resolve())
    host.kill(signal)
  })
}

export function runCommand(home: string, words: string[], { input = '', uid, env = {} }: { input?: string; uid?: number; env?: NodeJS.ProcessEnv } = {}): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...words], { env: { ...environment(home), ...env }, cwd: home, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...(uid === undefined ? {} : { uid, gid: uid }) }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr })
    })
    child.stdin?.end(input)
  })
}
