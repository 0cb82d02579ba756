/** The loopback face's transport: calls over HTTP, events over a WebSocket that comes back after a break. */
import type { CounterpointEvent } from '../shared/contract.ts'
import type { Reply, Transport } from '../shared/rpc.ts'

/** Milliseconds before the first new attempt, and the longest pause between attempts. */
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 4000

/** This window's name: it stays through reloads, and a new tab has another. */
function windowId(): string {
  const known = sessionStorage.getItem('counterpoint-window')
  if (known) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem('counterpoint-window', made)
  return made
}

const unreachable: Reply = {
  ok: false,
  error: { code: 'internal', message: 'Counterpoint does not answer. Start it again and open the address that it prints.' },
}

export function httpTransport(): Transport<CounterpointEvent> {
  const { connected, subscribe } = receiveEvents()
  return {
    // What came between a first answer and the first event would be missed.
    call: async (name, input) => {
      await connected
      return post(name, input)
    },
    subscribe,
  }
}

async function post(name: string, input: unknown): Promise<Reply> {
  try {
    const response = await fetch(new URL('/api/call', location.origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-counterpoint-window': windowId() },
      body: JSON.stringify({ name, input }),
    })
    return await response.json() as Reply
  } catch {
    return unreachable
  }
}

/** One socket for the window. `connected` settles once events come, or the first attempt has failed. */
function receiveEvents(): { connected: Promise<void> } & Pick<Transport<CounterpointEvent>, 'subscribe'> {
  const listeners = new Set<(event: CounterpointEvent) => void>()
  const tell = (event: CounterpointEvent): void => listeners.forEach((listener) => listener(event))
  const first = Promise.withResolvers<void>()
  let pause = FIRST_PAUSE
  let missedEvents = false

  const address = new URL(`/api/events?window=${windowId()}`, location.origin.replace(/^http/, 'ws'))

  const connect = (): void => {
    const socket = new WebSocket(address)
    socket.addEventListener('open', () => {
      pause = FIRST_PAUSE
      first.resolve()
      if (missedEvents) tell({ name: 'library.changed' })
    })
    socket.addEventListener('message', (message) => tell(JSON.parse(String(message.data)) as CounterpointEvent))
    socket.addEventListener('close', () => {
      missedEvents = true
      first.resolve()
      setTimeout(connect, pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    })
  }
  connect()

  return {
    connected: first.promise,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
