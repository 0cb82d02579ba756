/** The Electron face on the stand-in: the built program, unchanged, over a real Chromium (e2e/stand-in). */
import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { chromium, expect, type Browser, type LaunchOptions, type Page } from '@playwright/test'
import { watchPage } from '../page-recorder.ts'
import type { Entry } from '../stand-in/record.ts'
import { environment, ended, root, type Desktop, type RunningApp } from './running-app.ts'

type Ask = Desktop['ask']
interface Running { child: ChildProcess; address: string; ask: Ask; page: Page; browser: Browser; outside: () => string[] }

const start = join(root, 'e2e', 'stand-in', 'start.ts')

interface Standing { home: string; options: LaunchOptions; platform?: NodeJS.Platform; folder?: string }

/** `platform`: what the program takes this computer for. `folder`: where its package.json is. */
export function standInApp({ home, options, platform = process.platform, folder = root }: Standing): RunningApp {
  const begin = (words: string[] = []): ReturnType<typeof startProgram> => startProgram({ home, options, platform, folder }, words)
  let running: Running | undefined
  const outside = new Set<string>()
  const keep = (): void => running?.outside().forEach((address) => outside.add(address))
  const stop = async (one: Running): Promise<void> => {
    const gone = exited(one.child)
    if (one.child.connected) await one.ask('quit').catch(() => undefined)
    await gone
    await one.browser.close()
  }
  return {
    async open() {
      keep()
      const started = await begin()
      if (!('page' in started)) throw new Error('The program ended before it had shown its window.')
      running = started
      return running.page
    },
    close: async () => running && stop(running),
    kill: () => ended(running?.child, 'SIGKILL'),
    requestsOutside: () => {
      keep()
      return [...outside]
    },
    async saved(act) {
      const filePath = join(home, 'saved')
      rmSync(filePath, { force: true })
      await running!.ask('answerNext', 'saveDialog', { canceled: false, filePath })
      await act()
      await expect.poll(() => existsSync(filePath)).toBe(true)
      const { given } = (await running!.ask('record')).findLast(({ kind }: Entry) => kind === 'saveDialog')!
      return { fileName: basename((given as { defaultPath: string }).defaultPath), bytes: readFileSync(filePath) }
    },
    calls: {
      hold: (operation) => running!.ask('holdCalls', operation),
      held: () => running!.ask('heldCalls'),
      letGo: (which) => running!.ask('letGo', which),
      answered: (operation) => running!.ask('answeredCalls', operation),
    },
    desktop: {
      ask: (name, ...given) => running!.ask(name, ...given),
      page: () => {
        if (!running!.browser.isConnected()) throw new Error('The program has ended.')
        return connect(running!.address).then(({ page }) => page)
      },
      ended: () => exited(running!.child),
      async startAgain(words) {
        const started = await begin(words)
        return 'page' in started ? { page: started.page, close: () => stop(started) } : started
      },
    },
  }
}

/** Until its window is shown, or it has ended. */
async function startProgram({ home, options, platform, folder }: Required<Standing>, words: string[]): Promise<Running | { status: number | null }> {
  const switches = [...(options.args ?? []), '--window-size=1440,900', '--lang=en-GB', '--accept-lang=en-GB', '--force-prefers-reduced-motion']
  const child = fork(start, [folder, ...words], {
    env: { ...environment(home), ...options.env, ...environment(home), TMPDIR: home, STAND_IN_CHROMIUM: options.executablePath ?? chromium.executablePath(), STAND_IN_SWITCHES: JSON.stringify(switches), STAND_IN_PLATFORM: platform },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const shown = new Promise<{ address: string }>((resolve) => {
    child.on('message', ({ standIn }: { standIn?: { address: string } }) => { if (standIn) resolve(standIn) })
  })
  const first = await Promise.race([shown, exited(child).then((status) => ({ status }))])
  if (!('address' in first)) return first
  const { browser, page } = await connect(first.address)
  return { child, address: first.address, ask: asker(child), browser, page, outside: watchPage(browser.contexts()[0]!).outside }
}

async function connect(address: string): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.connectOverCDP(address)
  return { browser, page: browser.contexts()[0]!.pages().find((each) => each.url() !== 'about:blank')! }
}

function exited(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })
}

function asker(child: ChildProcess): Ask {
  const waiting = new Map<number, PromiseWithResolvers<never>>()
  let last = 0
  child.on('message', ({ id, value, error }: { id?: number; value?: never; error?: string }) => {
    const answer = id === undefined ? undefined : waiting.get(id)
    if (error) answer?.reject(new Error(error))
    else answer?.resolve(value as never)
  })
  child.once('exit', () => waiting.forEach((answer) => answer.reject(new Error('The program has ended.'))))
  return (name, ...given) => {
    const answer = Promise.withResolvers<never>()
    waiting.set((last += 1), answer)
    child.send({ id: last, name, given })
    return answer.promise
  }
}
