/** One suite on three transports: whatever carries the contract, the same comes back. The library is a real one on disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IpcMainInvokeEvent, IpcRendererEvent } from 'electron'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { enter } from '../../scripts/enter.mjs'
import { CounterpointEvent, operations, type CounterpointClient, type OperationName } from '../shared/contract.ts'
import { createClient, type Reply, type Transport } from '../shared/rpc.ts'
import { openDesk, type Desk } from './desk.ts'
import { serveOverIpc } from './electron/ipc-transport.ts'
import { serve } from './server/serve.ts'

type Carrier = { transport: Transport<CounterpointEvent>; close(): Promise<void> | void }

function direct(desk: Desk): Carrier {
  return {
    transport: { call: (name, input) => desk.dispatch(name, input, { client: 'window:main' }), subscribe: (listener) => desk.subscribe(listener) },
    close: () => {},
  }
}

/** The loopback face as a browser uses it: the token for a cookie and the page's secret, then calls over HTTP and events over a WebSocket. */
async function overHttp(desk: Desk, folder: string): Promise<Carrier> {
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(rendererFolder)
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><head></head>')
  const server = await serve(desk, { port: 0, rendererFolder, log: () => {} })
  const { origin, headers, secret } = await enter(server.invite())
  const listeners = new Set<(event: CounterpointEvent) => void>()
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/events?window=one`, ['counterpoint', secret], { headers })
  socket.on('message', (message) => {
    for (const listener of listeners) listener(v.parse(CounterpointEvent, JSON.parse(String(message))))
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return {
    transport: {
      call: async (name, input) => await (await fetch(`${origin}/api/call`, { method: 'POST', headers, body: JSON.stringify({ name, input }) })).json() as Reply,
      subscribe: (listener) => { listeners.add(listener); return () => void listeners.delete(listener) },
    },
    close: async () => { socket.close(); await server.close() },
  }
}

type PageListener = (event: IpcRendererEvent, ...given: unknown[]) => void

/** Electron's IPC between one page and main. Everything is cloned on its way, as it is there. */
function aWire() {
  const handlers = new Map<string, (event: IpcMainInvokeEvent, ...given: unknown[]) => unknown>()
  const pageListeners = new Map<string, Set<PageListener>>()
  const exposed = new Map<string, unknown>()
  const mainFrame = { origin: 'app://counterpoint', url: 'app://counterpoint/' }
  const event = { senderFrame: mainFrame, sender: { id: 1, mainFrame } } as unknown as IpcMainInvokeEvent
  return {
    exposed,
    ipcMain: { handle: (name: string, handler: (event: IpcMainInvokeEvent, ...given: unknown[]) => unknown) => void handlers.set(name, handler), removeHandler: (name: string) => void handlers.delete(name) },
    contents: {
      id: 1,
      isDestroyed: () => false,
      send: (name: string, ...given: unknown[]) => pageListeners.get(name)?.forEach((listener) => listener({} as IpcRendererEvent, ...structuredClone(given))),
    },
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, api) },
    ipcRenderer: {
      invoke: async (name: string, ...given: unknown[]) => structuredClone(await handlers.get(name)!(event, ...structuredClone(given))),
      on: (name: string, listener: PageListener) => void pageListeners.set(name, (pageListeners.get(name) ?? new Set()).add(listener)),
      off: (name: string, listener: PageListener) => void pageListeners.get(name)?.delete(listener),
    },
  }
}

/** Main's transport, the preload script and the page's transport are the real ones; the wire between them is the double. */
async function overIpc(desk: Desk): Promise<Carrier> {
  const wire = aWire()
  const end = serveOverIpc({ ipcMain: wire.ipcMain, windows: () => [wire.contents], desk, log: () => {} })
  vi.doMock('electron', () => ({ contextBridge: wire.contextBridge, ipcRenderer: wire.ipcRenderer }))
  await import('../preload/index.ts')
  expect([...wire.exposed.keys()]).toEqual(['counterpoint'])
  const page = new URL('../renderer/transport-ipc.ts', import.meta.url).pathname
  const { ipcTransport } = await import(page) as { ipcTransport: (bridge: unknown) => Transport<CounterpointEvent> }
  return { transport: ipcTransport(wire.exposed.get('counterpoint')), close: end }
}

const carriers: [string, (desk: Desk, folder: string) => Carrier | Promise<Carrier>][] = [['direct', direct], ['HTTP and WebSocket', overHttp], ['IPC', overIpc]]
const allOperations = Object.keys(operations) as OperationName[]
const text = 'Two towns and a bridge\n\nThe mayor said that the bridge is safe. The engineer denies it.\n\nNobody has asked the ferryman.\n'
const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057'

describe.each(carriers)('the contract over %s', (_name, carry) => {
  let folder: string
  let desk: Desk
  let carrier: Carrier
  let client: CounterpointClient
  const call = (name: string, input: unknown): Promise<Reply> => carrier.transport.call(name, input)

  /** Asks, and holds what comes back against the contract. */
  const ask: CounterpointClient['call'] = async (name, input) => v.parse(operations[name].output, await client.call(name, input)) as never

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'counterpoint-contract-'))
    const source = (file: string): string => new URL(file, import.meta.url).pathname
    desk = await openDesk({
      library: join(folder, 'library'),
      paths: { data: folder, config: folder, library: join(folder, 'library'), settings: join(folder, 'settings.json') },
      workerFile: source('./library-worker.ts'),
      formatWorkerFile: source('./formats/format-worker.ts'),
      spellingWorkerFile: source('./spelling/spelling-worker.ts'),
      backupWorkerFile: source('./backup-worker.ts'),
      version: '0.0.0',
      log: () => {},
    })
    expect(await desk.dispatch('library.state', {}, { client: 'window:main' })).toMatchObject({ ok: true, output: { state: 'open' } })
    carrier = await carry(desk, folder)
    client = createClient(carrier.transport)
  })
  afterAll(async () => {
    await carrier?.close()
    await desk?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(allOperations)('%s refuses what does not fit', async (name) => {
    for (const bad of ['words', 7, null, { id: 7, ids: 7, kind: 'none', view: 'none', format: 'none', limit: 'none', name: 7, proposition: 7, words: 7, on: 7, folder: 7, theme: 7, articleId: 7, subject: 7, extra: 7 }]) {
      expect(await call(name, bad)).toMatchObject({ ok: false, error: { code: 'bad-input', message: expect.stringMatching(/^[A-Z].*\.$/) } })
    }
  })

  it.each(['articles.unknown', 'constructor', '__proto__', 'toString', 'hasOwnProperty', ''])('there is no operation “%s”', async (name) => {
    expect(await call(name, {})).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  })

  it('carries the codes of errors', async () => {
    await ask('speakers.create', { name: 'The ferryman' })
    await expect(client.call('speakers.create', { name: 'the ferryman' })).rejects.toMatchObject({ name: 'AppError', code: 'conflict' })
    await expect(client.call('articles.get', { id: unknownId })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('imports, marks, lists, takes back and does again', async () => {
    const imported = await ask('articles.import', { kind: 'text', text })
    expect(await ask('articles.import', { kind: 'text', text })).toMatchObject({ id: imported.id, existing: true })
    const article = await ask('articles.get', { id: imported.id })
    const words = 'the bridge is safe'
    const start = article.text.indexOf(words)
    const highlight = await ask('highlights.create', { articleId: article.id, ranges: [{ start, end: start + words.length }] })
    expect(highlight).toMatchObject({ quote: words, state: 'same' })
    const speaker = await ask('speakers.create', { name: 'The mayor' })
    const issue = await ask('issues.create', { proposition: 'The bridge is safe' })
    const statement = await ask('statements.create', { on: { highlightId: highlight.id }, speakerId: speaker.id, issueId: issue.id, stance: 'asserts', wording: 'paraphrase' })
    expect(await ask('statements.list', {})).toMatchObject([{ id: statement.id, speakerId: speaker.id, quote: words, articleId: article.id, stance: 'asserts' }])

    expect((await ask('history.state', {})).undo).toBeTruthy()
    await ask('history.undo', {})
    expect(await ask('statements.list', {})).toEqual([])
    await ask('history.redo', {})
    expect(await ask('statements.list', {})).toMatchObject([{ id: statement.id }])
    expect((await ask('search.find', { words: 'ferryman' })).length).toBeGreaterThan(0)
    expect(JSON.parse((await ask('exports.render', { format: 'json' })).content)).toMatchObject({ format: 'counterpoint', statements: [{ id: statement.id }] })
  })

  it('answers for the desk', async () => {
    expect(await ask('settings.update', { theme: 'sepia' })).toMatchObject({ theme: 'sepia' })
    expect(await ask('settings.get', {})).toMatchObject({ theme: 'sepia' })
    expect(await ask('app.info', {})).toMatchObject({ version: '0.0.0', capabilities: { chooseFolder: false, printToPdf: false, saveFile: false } })
    await expect(ask('app.printToPdf', { html: '<p></p>' })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(ask('app.saveFile', { fileName: 'a.md', mediaType: 'text/markdown', encoding: 'utf8', content: '' })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(ask('app.showFile', { path: '/etc/passwd' })).rejects.toMatchObject({ code: 'bad-input' })
    expect(await ask('app.takeCommand', {})).toEqual({ command: null })
    expect(await ask('app.stored', {})).toEqual({})
    const backup = await ask('backups.create', {})
    expect(await ask('backups.list', {})).toContainEqual(backup)
  })

  it('brings events to who listens, and no longer', async () => {
    const after: CounterpointEvent[] = []
    const arrived = new Promise<void>((resolve) => {
      const end = carrier.transport.subscribe((event) => {
        expect(v.safeParse(CounterpointEvent, event).success).toBe(true)
        if (event.name !== 'tags.changed') return
        end()
        carrier.transport.subscribe((later) => after.push(later))
        resolve()
      })
    })
    await ask('tags.create', { name: 'bridges' })
    await arrived
    const opened = new Promise<CounterpointEvent>((resolve) => {
      carrier.transport.subscribe((event) => {
        if (event.name === 'articles.opened') resolve(event)
      })
    })
    desk.emit({ name: 'articles.opened', id: unknownId })
    expect(await opened).toEqual({ name: 'articles.opened', id: unknownId })
    expect(after).toContainEqual({ name: 'articles.opened', id: unknownId })
  })
})
