/** The loopback face: the host as a process of its own, its page in the test's browser. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page, Request, Route } from '@playwright/test'
import { printedAddress } from '../../scripts/enter.mjs'
import { watchPage } from '../page-recorder.ts'
import { ended, environment, root, type Calls, type RunningApp } from './running-app.ts'

const cli = join(root, 'out', 'main', 'cli.js')

export function browserApp(home: string, context: BrowserContext): RunningApp {
  let host: ChildProcess | undefined
  let page: Page | undefined
  const recorded = watchPage(context)
  const calls = callsOf(() => page!)
  return {
    async open() {
      host = spawn(process.execPath, [cli, 'serve'], { env: environment(home), stdio: ['ignore', 'pipe', 'inherit'] })
      const address = await printedAddress(host)
      page = await context.newPage()
      page.on('requestfinished', calls.count)
      await page.goto(address)
      return page
    },
    async close() {
      await page?.close()
      await ended(host)
    },
    kill: () => ended(host, 'SIGKILL'),
    requestsOutside: () => recorded.outside(),
    calls,
    async saved(act) {
      const [download] = await Promise.all([page!.waitForEvent('download'), act()])
      return { fileName: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
    },
  }
}

const CALLS = '**/api/call'

function callsOf(pageNow: () => Page): Calls & { count(request: Request): void } {
  const answered = new Map<string, number>()
  let held: Route[] = []
  let holding: string | undefined
  const operationOf = (request: Request): string => (request.postDataJSON() as { name: string }).name
  return {
    count(request) {
      if (request.url().endsWith('/api/call')) answered.set(operationOf(request), (answered.get(operationOf(request)) ?? 0) + 1)
    },
    async hold(operation) {
      holding = operation
      await pageNow().route(CALLS, (route) => (operationOf(route.request()) === holding ? void held.push(route) : route.continue()))
    },
    held: () => Promise.resolve(held.length),
    async letGo(which) {
      if (which === 'all') holding = undefined
      const going = which === 'first' ? held.slice(0, 1) : held
      held = held.slice(going.length)
      await Promise.all(going.map((route) => route.continue()))
    },
    answered: (operation) => Promise.resolve(answered.get(operation) ?? 0),
  }
}
