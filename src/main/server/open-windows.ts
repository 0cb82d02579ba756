/** Which windows are there: those that listen, and those whose line broke so lately that they may be on their way back. */
import type { WebSocket } from 'ws'
import type { CallContext } from '../../shared/rpc.ts'
import { windowClient } from '../window-client.ts'

/** Milliseconds. A page tries again within 4 seconds; browsers let a hidden page wait for a minute. */
const ON_THE_WAY_BACK = 120_000
/** The status of a socket that ended without a word. A page that goes says so. */
const BROKEN = 1006

export function createOpenWindows(now: () => number) {
  const listening = new Map<WebSocket, string>()
  const broken = new Map<string, number>()
  return {
    add(socket: WebSocket, windowId: string): void {
      listening.set(socket, windowId)
      socket.on('close', (status) => {
        listening.delete(socket)
        if (status === BROKEN) broken.set(windowId, now())
        else broken.delete(windowId)
      })
    },
    clients(): CallContext['client'][] {
      const onTheWay = [...broken].flatMap(([windowId, since]) => (now() - since < ON_THE_WAY_BACK ? [windowId] : []))
      return [...new Set([...listening.values(), ...onTheWay])].map(windowClient)
    },
  }
}
