/** The loopback face: the host as a process of its own, its page in the test's browser. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { BrowserContext, Page } from '@playwright/test'
import { watchPage } from '../page-recorder.ts'
import { ended, environment, root, type RunningApp } from './running-app.ts'

const cli = join(root, 'out', 'main', 'cli.js')

export function browserApp(home: string, context: BrowserContext): RunningApp {
  let host: ChildProcess | undefined
  let page: Page | undefined
  const recorded = watchPage(context)
  return {
    async open() {
      host = spawn(process.execPath, [cli, 'serve'], { env: environment(home), stdio: ['ignore', 'pipe', 'inherit'] })
      const address = await firstAddress(host)
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
    async saved(act) {
      const [download] = await Promise.all([page!.waitForEvent('download'), act()])
      return { fileName: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
    },
  }
}

async function firstAddress(host: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: host.stdout! })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('The loopback host ended without printing its address.')
}
