import type { IpcMainInvokeEvent } from 'electron'
import { describe, expect, it } from 'vitest'
import type { CounterpointEvent } from '../../shared/contract.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../preload/channels.ts'
import { MAIN_WINDOW, windowClient } from '../window-client.ts'
import { serveOverIpc, type IpcTransportPieces } from './ipc-transport.ts'

type Handler = (event: IpcMainInvokeEvent, ...given: unknown[]) => unknown

function aTransport() {
  const handlers = new Map<string, Handler>()
  const calls: unknown[][] = []
  const sent: unknown[][] = []
  const listeners = new Set<(event: CounterpointEvent) => void>()
  const contents = { id: 1, send: (...given: unknown[]) => void sent.push(given), isDestroyed: () => false }
  const pieces: IpcTransportPieces = {
    ipcMain: { handle: (channel, handler) => void handlers.set(channel, handler), removeHandler: (channel) => void handlers.delete(channel) },
    windows: () => [contents],
    desk: {
      dispatch: async (...given) => { calls.push(given); return { ok: true, output: 'done' } },
      subscribe: (listener) => { listeners.add(listener); return () => listeners.delete(listener) },
    },
    log: () => {},
  }
  const end = serveOverIpc(pieces)
  const invoke = (event: object): unknown => handlers.get(CALL_CHANNEL)!(event as IpcMainInvokeEvent, 'articles.list', {})
  return { handlers, calls, sent, listeners, end, invoke }
}

const mainFrame = { origin: 'app://counterpoint', url: 'app://counterpoint/' }
const fromOurPage = { senderFrame: mainFrame, sender: { id: 1, mainFrame } }

describe('IPC', () => {
  it.each([
    ['a frame inside the page', { senderFrame: { ...mainFrame }, sender: { id: 1, mainFrame } }],
    ['a frame that is gone', { senderFrame: null, sender: { id: 1, mainFrame } }],
    ['a page elsewhere', (() => {
      const frame = { origin: 'https://example.org', url: 'https://example.org/' }
      return { senderFrame: frame, sender: { id: 1, mainFrame: frame } }
    })()],
    ['a page of no origin', (() => {
      const frame = { origin: 'null', url: 'app://counterpoint/' }
      return { senderFrame: frame, sender: { id: 1, mainFrame: frame } }
    })()],
    ['contents that are no window of ours', { senderFrame: mainFrame, sender: { id: 2, mainFrame } }],
  ])('refuses %s', async (_who, event) => {
    const { invoke, calls } = aTransport()
    expect(await invoke(event)).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    expect(calls).toEqual([])
  })

  it('passes a call of our page on, as the window’s', async () => {
    const { invoke, calls } = aTransport()
    expect(await invoke(fromOurPage)).toEqual({ ok: true, output: 'done' })
    expect(calls).toEqual([['articles.list', {}, { client: windowClient(MAIN_WINDOW), openClients: [windowClient(MAIN_WINDOW)] }]])
  })

  it('has one channel each way, and none after its end', () => {
    const { handlers, sent, listeners, end } = aTransport()
    expect([...handlers.keys()]).toEqual([CALL_CHANNEL])
    for (const listener of listeners) listener({ name: 'articles.changed' })
    expect(sent).toEqual([[EVENT_CHANNEL, { name: 'articles.changed' }]])
    end()
    expect(handlers.size + listeners.size).toBe(0)
  })
})
