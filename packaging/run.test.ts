/** The packed program, taken out of its archive and put where nothing else is: what it opens at run time is all there. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standInApp } from '../e2e/faces/stand-in.ts'
import { enter, printedAddress } from '../scripts/enter.mjs'
import { browserOptions } from '../scripts/test-browser.mjs'
import { extract, pack, root } from './testing.ts'

const system = { linux: 'linux-unpacked', win32: 'win-unpacked', darwin: join('mac-arm64', 'Counterpoint.app', 'Contents') }[process.platform as 'linux' | 'win32' | 'darwin']
const resources = process.platform === 'darwin' ? 'Resources' : 'resources'

let home: string
let app: string
let environment: NodeJS.ProcessEnv
let host: ChildProcess
let address: URL
let headers: Record<string, string>

beforeAll(async () => {
  const { folder } = pack({ platform: process.platform as 'linux', arch: process.arch, targets: ['dir'] })
  home = mkdtempSync(join(tmpdir(), 'counterpoint-alone-'))
  app = join(home, 'app')
  mkdirSync(app)
  extract(join(folder, system, resources), app)
  const { NODE_PATH: _, ...rest } = process.env
  environment = { ...rest, HOME: home, USERPROFILE: home, APPDATA: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data') }
  await serve()
  const { id: articleId, text: article } = await call('articles.import', { kind: 'sample' }).then(({ id }) => call('articles.get', { id }))
  const { id: speakerId } = await call('speakers.create', { name: 'Brannock Lines' })
  const { id: issueId } = await call('issues.create', { proposition: 'The crossing loses money' })
  const start = article!.indexOf(words)
  await call('statements.create', { on: { articleId, ranges: [{ start, end: start + words.length }] }, speakerId, issueId, stance: 'asserts', wording: 'quote' })
})
afterAll(async () => {
  const ended = once(host, 'exit')
  host.kill()
  await ended
  rmSync(home, { recursive: true, force: true })
})

const words = 'loses money on every sailing'

async function serve(): Promise<void> {
  host = spawn(process.execPath, [join(app, 'out/main/cli.js'), 'serve'], { env: environment, cwd: home, stdio: ['ignore', 'pipe', 'inherit'] })
  address = new URL(await printedAddress(host))
  ;({ headers } = await enter(address.href))
}

async function call(name: string, input: unknown): Promise<{ id: string; text?: string }> {
  const reply = await (await fetch(new URL('/api/call', address), { method: 'POST', headers, body: JSON.stringify({ name, input }) })).json() as { ok: boolean; output: { id: string } }
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.output
}

async function command(arguments_: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [join(app, 'out/main/cli.js'), ...arguments_], { env: environment, cwd: home })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { status: child.exitCode ?? (await once(child, 'exit') as [number])[0], stdout, stderr }
}

describe('the command line', () => {
  it('imports every kind of article', async () => {
    const before = (await command(['articles'])).stdout.trim().split('\n')
    for (const sample of ['harbour-bridge.txt', 'harbour-bridge.md', 'hostile.html']) {
      expect(await command(['import', join(root, 'e2e/samples', sample)]), sample).toMatchObject({ status: 0, stderr: '' })
    }
    expect((await command(['articles'])).stdout.trim().split('\n')).toHaveLength(before.length + 3)
  })

  it.each(['markdown', 'html', 'csv', 'web-annotation', 'json'])('exports %s', async (format) => {
    expect(await command(['export', '--format', format])).toMatchObject({ status: 0, stdout: expect.stringContaining(words) as string })
  })

  it.each(['evidence', 'docx', 'odt', 'markdown-table', 'csv-statements', 'csv-matrix'])('exports the comparison as %s', async (format) => {
    const file = join(home, `comparison.${format}`)
    expect((await command(['export', '--comparison', '', '--format', format, '--output', file])).status).toBe(0)
    expect(readFileSync(file).length).toBeGreaterThan(20)
  })

  it('verifies the library, says its version', async () => {
    expect((await command(['verify'])).status).toBe(0)
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect((await command(['--version'])).stdout.trim()).toContain(version)
  })
})

describe('the served app', () => {
  const get = (path: string): Promise<Response> => fetch(new URL(path, address), { headers: { cookie: headers.cookie! } })

  it('has its page with every file that it names, and the files that those name', async () => {
    const waiting = ['/']
    const seen = new Set<string>()
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      const response = await get(path)
      expect([path, response.status]).toEqual([path, 200])
      const contents = await response.text()
      if (!/html|css/.test(response.headers.get('content-type') ?? '')) continue
      const from = new URL(path, address)
      for (const [, named = ''] of contents.matchAll(/(?:(?:src|href)="|url\(["']?)([^"')]+)/g)) {
        // A picture within a style sheet names parts of itself.
        if (!/^(data:|#|%23)/.test(named)) waiting.push(new URL(named, from).pathname)
      }
    }
    expect([...seen].filter((path) => path.endsWith('.woff2')).length).toBeGreaterThan(10)
    expect([...seen].some((path) => path.endsWith('.js'))).toBe(true)
  })
})

it('opens its window, on the stand-in for Electron', async () => {
  const windowed = standInApp({ home: mkdtempSync(join(home, 'window-')), options: await browserOptions(), folder: app })
  const page = await windowed.open()
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('region', { name: 'Article', exact: true }).waitFor()
  const pdf = await page.evaluate(() => (window as unknown as { counterpoint: { call(name: string, input: unknown): Promise<{ output: { content: string } }> } }).counterpoint.call('app.printToPdf', { html: '<h1>Packed</h1>' }))
  expect(Buffer.from(pdf.output.content, 'base64').toString('latin1', 0, 5)).toBe('%PDF-')
  await windowed.close()
})
