/** A running Counterpoint on a library of its own, and the page that shows it. Nothing is shared between tests. */
import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type BrowserContext, type LaunchOptions, type Page } from '@playwright/test'
import { browserApp } from './faces/browser.ts'
import { electronApp } from './faces/electron.ts'
import { environment, removeFolder, root, type Desktop, type RunningApp } from './faces/running-app.ts'
import { standInApp } from './faces/stand-in.ts'

export type Face = 'browser' | 'electron' | 'stand-in'

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
  /** The file that the person gets by `act`, through whatever this face saves with. */
  saved: RunningApp['saved']
  /** The page's calls on their way to main; absent where they can't be reached. */
  calls?: RunningApp['calls']
  /** The window's surroundings; absent in a browser. */
  desktop?: Desktop
  /** The command line on the same library. */
  run(words: string[], options?: { input?: string; uid?: number; env?: NodeJS.ProcessEnv }): Promise<{ status: number; stdout: string; stderr: string }>
}

const cli = join(root, 'out', 'main', 'cli.js')

export const test = base.extend<{ face: Face; platform: NodeJS.Platform; planted: string[]; counterpoint: Counterpoint; home: string }>({
  face: ['browser', { option: true }],
  /** What the stand-in has the program take this computer for. */
  platform: [process.platform, { option: true }],
  /** Addresses beyond this machine that the story itself has the page ask for. */
  planted: [[], { option: true }],
  // Playwright wants the first argument of a fixture destructured, also where nothing is taken from it.
  // oxlint-disable-next-line no-empty-pattern
  home: async ({}, provide) => {
    const home = mkdtempSync(join(tmpdir(), 'counterpoint-e2e-'))
    await provide(home)
    removeFolder(home)
  },
  counterpoint: async ({ face, platform, planted, context, home, launchOptions }, provide) => {
    const app = startFace({ face, platform, home, context, launchOptions })
    const open = async (): Promise<Page> => {
      const page = await app.open()
      await page.locator('#root > *').first().waitFor()
      return page
    }
    const counterpoint: Counterpoint = {
      home,
      library: join(home, 'library'),
      page: await open(),
      restart: () => counterpoint.restartAfter(() => undefined),
      restartAfter: async (work) => {
        await app.close()
        work()
        counterpoint.page = await open()
        return counterpoint.page
      },
      killAndRestart: async () => {
        await app.kill()
        return counterpoint.restart()
      },
      saved: app.saved,
      ...(app.calls ? { calls: app.calls } : {}),
      ...(app.desktop ? { desktop: app.desktop } : {}),
      run: (words, options) => runCommand(home, words, options),
    }
    await provide(counterpoint)
    await app.close()
    expect(app.requestsOutside(), 'requests beyond this machine').toEqual(planted)
  },
  page: async ({ counterpoint }, provide) => provide(counterpoint.page),
})

export { expect } from '@playwright/test'

interface Chosen { face: Face; platform: NodeJS.Platform; home: string; context: BrowserContext; launchOptions: LaunchOptions }

function startFace({ face, platform, home, context, launchOptions }: Chosen): RunningApp {
  if (face === 'electron') return electronApp(home)
  return face === 'stand-in' ? standInApp({ home, options: launchOptions, platform }) : browserApp(home, context)
}

export function runCommand(home: string, words: string[], { input = '', uid, env = {} }: { input?: string; uid?: number; env?: NodeJS.ProcessEnv } = {}): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...words], { env: { ...environment(home), ...env }, cwd: home, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...(uid === undefined ? {} : { uid, gid: uid }) }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr })
    })
    child.stdin?.end(input)
  })
}
