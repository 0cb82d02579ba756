/** Counterpoint itself for the bench: its loopback host on a library of its own, holding the text and the highlights. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describeRange } from '../../src/shared/anchor/selectors.ts'
import type { Input, OperationName, Output } from '../../src/shared/contract.ts'
import type { LibraryFile } from '../../src/shared/export.ts'
import type { Reply } from '../../src/shared/rpc.ts'
import type { Prose } from './prose.ts'

const root = path.join(import.meta.dirname, '..', '..')
const TITLE = 'Moby Dick'

export interface Host {
  origin: string
  /** That of a browser which has been let in. */
  cookie: { name: string; value: string }
  articleId: string
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>>
  close(): Promise<void>
}

export async function startHost({ paragraphs, spans }: Prose): Promise<Host> {
  const home = mkdtempSync(path.join(tmpdir(), 'counterpoint-bench-'))
  const child = spawn(process.execPath, [path.join(root, 'out/main/cli.js'), 'serve', '--library', path.join(home, 'library')], {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await firstLine(child)
  const { origin } = new URL(address)
  const cookie = await cookieOf(address)
  const call = caller(origin, cookie)
  const { id: articleId } = await call('articles.import', { kind: 'file', name: `${TITLE}.html`, base64: Buffer.from(asPage(paragraphs)).toString('base64') })
  const { text } = await call('articles.get', { id: articleId })
  if (text !== paragraphs.join('\n')) throw new Error('The article’s text is not the text of the bench.')
  await addHighlights(call, articleId, text, spans)
  const close = (): Promise<void> => new Promise((resolve) => {
    child.once('exit', () => {
      rmSync(home, { recursive: true, force: true })
      resolve()
    })
    child.kill('SIGTERM')
  })
  return { origin, cookie, articleId, call, close }
}

function asPage(paragraphs: string[]): string {
  const escaped = paragraphs.map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title></head><body><article>${escaped.join('')}</article></body></html>`
}

/** As a Counterpoint file with more highlights, in one transaction: the same rows as marking them one by one. */
async function addHighlights(call: Host['call'], articleId: string, text: string, spans: Prose['spans']): Promise<void> {
  const { content } = await call('exports.render', { format: 'json' })
  const library = JSON.parse(content) as LibraryFile
  const createdAt = new Date().toISOString()
  library.highlights = spans.map((span) => ({
    id: crypto.randomUUID(), articleId, revision: 1, state: 'same', waiting: false, candidates: [], ranges: [describeRange(text, span)], tagIds: [], createdAt,
  }))
  await call('articles.import', { kind: 'file', name: 'bench.json', base64: Buffer.from(JSON.stringify(library)).toString('base64') })
  const added = (await call('highlights.list', { articleId })).length
  if (added !== spans.length) throw new Error(`The library holds ${added} highlights, not ${spans.length}.`)
}

/** The address's token is exchanged for a cookie, as a browser does. */
async function cookieOf(address: string): Promise<Host['cookie']> {
  const answer = await fetch(address, { redirect: 'manual' })
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? []
  return { name, value }
}

function caller(origin: string, { name, value }: Host['cookie']): Host['call'] {
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
