/** The proof that nothing leaves the computer must be able to fail. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { watchPage } from './page-recorder.ts'

const outside = 'http://192.0.2.1/planted'

test('a planted request of a page is recorded', async ({ browser }) => {
  const context = await browser.newContext()
  const recorded = watchPage(context)
  const page = await context.newPage()
  await page.setContent(`<img src="${outside}" alt="">`)
  await expect.poll(() => recorded.outside()).toEqual([outside])
  await context.close()
})

test('a planted request of main is recorded', async ({ home }) => {
  const log = join(home, 'network.jsonl')
  spawnSync(process.execPath, ['--require', join(import.meta.dirname, 'network-recorder.cjs'), '-e', `fetch('${outside}', { signal: AbortSignal.timeout(500) }).catch(() => {})`], { env: { ...process.env, NODE_OPTIONS: '', COUNTERPOINT_NETWORK_LOG: log } })
  expect(readFileSync(log, 'utf8')).toContain('192.0.2.1')
})

test('the page itself may not reach out: its policy forbids it', async ({ counterpoint: { page } }) => {
  const blocked = page.evaluate(() => new Promise<string>((resolve) => document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))))
  const failed = await page.evaluate((address) => fetch(address).then(() => 'went out', () => 'refused'), 'https://127.0.0.1:9/')
  expect([failed, await blocked]).toEqual(['refused', 'connect-src'])
})

test('the browser runs with no switch that turns web security off', async ({ browser, launchOptions }) => {
  test.skip(process.platform !== 'linux', 'reads the browser’s command line from /proc')
  expect(browser.isConnected()).toBe(true)
  expect(launchOptions.args).toEqual(['--no-sandbox'])
  const commands = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(commandOf).filter((words) => words[0] === launchOptions.executablePath)
  expect(commands.length).toBeGreaterThan(0)
  for (const words of commands) {
    for (const name of ['--disable-web-security', '--allow-running-insecure-content', '--disable-site-isolation-trials', '--single-process']) expect(words).not.toContain(name)
  }
})

/** The words of a process's command line; none when it has ended meanwhile. */
function commandOf(process: string): string[] {
  try {
    return readFileSync(`/proc/${process}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}
