import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { windowClient } from '../window-client.ts'
import { createOpenWindows } from './open-windows.ts'

let sockets: WebSocketServer
let time = 0

beforeAll(async () => {
  sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(sockets, 'listening')
})
afterAll(() => { sockets.close() })

/** A page's socket, and the host's end of it. */
async function connected(): Promise<{ page: WebSocket; host: WebSocket }> {
  const page = new WebSocket(`ws://127.0.0.1:${(sockets.address() as AddressInfo).port}`)
  const [host] = await once(sockets, 'connection') as [WebSocket]
  return { page, host }
}

async function ended({ page, host }: { page: WebSocket; host: WebSocket }, how: 'close' | 'terminate'): Promise<void> {
  const end = once(host, 'close')
  if (page.readyState === WebSocket.CONNECTING) await once(page, 'open')
  page[how]()
  await end
}

test('a window whose line broke is there until it must be back', async () => {
  const windows = createOpenWindows(() => time)
  const line = await connected()
  windows.add(line.host, 'one')
  expect(windows.clients()).toEqual([windowClient('one')])
  await ended(line, 'terminate')
  time += 119_000
  expect(windows.clients()).toEqual([windowClient('one')])
  time += 1000
  expect(windows.clients()).toEqual([])
})

test('one that is back and then says that it goes is gone at once', async () => {
  const windows = createOpenWindows(() => time)
  const [first, second] = [await connected(), await connected()]
  windows.add(first.host, 'one')
  await ended(first, 'terminate')
  windows.add(second.host, 'one')
  expect(windows.clients()).toEqual([windowClient('one')])
  await ended(second, 'close')
  expect(windows.clients()).toEqual([])
})
