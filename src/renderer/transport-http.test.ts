/** The loopback face’s transport against a real server, which decides when events can come. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { expect, it, onTestFinished, vi } from 'vitest'
import { httpTransport } from './transport-http.ts'

/** A host that answers every call with its name, and lets a test decide when the events' socket opens. */
async function aHost() {
  const sockets = new WebSocketServer({ noServer: true })
  const asked: string[] = []
  const server: Server = createServer(async (request, response) => {
    for await (const piece of request) asked.push((JSON.parse(String(piece)) as { name: string }).name)
    response.end(JSON.stringify({ ok: true, output: asked.at(-1) }))
  })
  const upgrades: (() => Promise<{ send(event: object): void; end(): void }>)[] = []
  const waiting: (() => void)[] = []
  server.on('upgrade', (request, stream: Duplex, head) => {
    upgrades.push(() => new Promise((resolve) => {
      sockets.handleUpgrade(request, stream, head, (socket) => resolve({ send: (event) => socket.send(JSON.stringify(event)), end: () => socket.close() }))
    }))
    waiting.shift()?.()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  vi.stubGlobal('location', { origin })
  vi.stubGlobal('sessionStorage', { getItem: () => 'window-1' })
  vi.stubGlobal('localStorage', { getItem: () => 'secret-1' })
  vi.stubGlobal('document', { querySelector: () => null })
  vi.stubGlobal('navigator', { locks: { request: (_name: string, _options: object, work: (lock: object) => unknown) => work({}) } })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    for (const socket of sockets.clients) socket.terminate()
    server.closeAllConnections()
    server.close()
  })
  return {
    asked,
    /** The next attempt to listen, opened. */
    async open() {
      if (upgrades.length === 0) await new Promise<void>((resolve) => { waiting.push(resolve) })
      return upgrades.shift()!()
    },
  }
}

it('asks for nothing before it hears of changes', async () => {
  const host = await aHost()
  const transport = httpTransport()
  const heard = new Promise((resolve) => { transport.subscribe(resolve) })
  const answer = transport.call('articles.list', {})
  const socket = await host.open()
  expect(host.asked).toEqual([])
  socket.send({ name: 'articles.changed' })
  expect(await answer).toEqual({ ok: true, output: 'articles.list' })
  expect(await heard).toEqual({ name: 'articles.changed' })
})

it('takes everything for changed after a break, for each listener', async () => {
  const host = await aHost()
  const transport = httpTransport()
  const heard = [0, 1].map(() => new Promise((resolve) => { transport.subscribe(resolve) }))
  const first = await host.open()
  first.end()
  await host.open()
  expect(await Promise.all(heard)).toEqual([{ name: 'library.changed' }, { name: 'library.changed' }])
})
