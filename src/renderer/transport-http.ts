/** The loopback face's transport: calls over HTTP, events over a WebSocket that comes back after a break. */
import type { CounterpointEvent } from '../shared/contract.ts'
import type { Reply, Transport } from '../shared/rpc.ts'

/** Milliseconds before the first new attempt, and the longest pause between attempts. */
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 4000

/** This window's name: it stays through reloads, and another tab has another, also one that was copied from this. */
async function nameWindow(): Promise<string> {
  const known = sessionStorage.getItem('counterpoint-window')
  if (known && await claim(known)) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem('counterpoint-window', made)
  await claim(made)
  return made
}

/** Whether the name is this page's, which then holds it until it is gone. A copied tab comes with the name of the one that still does. */
function claim(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(`counterpoint-window-${name}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock ? new Promise<never>(() => undefined) : undefined
    })
  })
}

/**
 * The page's own secret, without which nothing is answered: told to the page that the printed address leads to, and kept for its reloads
 * and other tabs. What an origin keeps, no other port is given.
 */
function ownSecret(): string {
  const told = document.querySelector<HTMLMetaElement>('meta[name="counterpoint-secret"]')
  if (told) {
    localStorage.setItem('counterpoint-secret', told.content)
    told.remove()
    history.replaceState(history.state, '', `/${location.hash}`)
  }
  return localStorage.getItem('counterpoint-secret') ?? 'none'
}

const unreachable: Reply = {
  ok: false,
  error: { code: 'internal', message: 'Counterpoint does not answer. Start it again and open the address that it prints.' },
}

export function httpTransport(): Transport<CounterpointEvent> {
  let events: Events | undefined
  const begun = (): Events => (events ??= receiveEvents(nameWindow()))
  return {
    // What came between a first answer and the first event would be missed.
    call: async (name, input) => post(name, input, await begun().connected),
    subscribe: (listener) => begun().subscribe(listener),
  }
}

async function post(name: string, input: unknown, windowId: string): Promise<Reply> {
  try {
    const response = await fetch(new URL('/api/call', location.origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-counterpoint-window': windowId, 'x-counterpoint-secret': ownSecret() },
      body: JSON.stringify({ name, input }),
    })
    return await response.json() as Reply
  } catch {
    return unreachable
  }
}

interface Events extends Pick<Transport<CounterpointEvent>, 'subscribe'> {
  /** The window's name, once events come or the first attempt has failed. */
  connected: Promise<string>
}

/** One socket for the window of this name. */
function receiveEvents(windowId: Promise<string>): Events {
  const listeners = new Set<(event: CounterpointEvent) => void>()
  const tell = (event: CounterpointEvent): void => listeners.forEach((listener) => listener(event))
  const first = Promise.withResolvers<void>()
  const origin = location.origin.replace(/^http/, 'ws')
  let pause = FIRST_PAUSE
  let missedEvents = false

  const connect = async (): Promise<void> => {
    const socket = new WebSocket(new URL(`/api/events?window=${await windowId}`, origin), ['counterpoint', ownSecret()])
    socket.addEventListener('open', () => {
      pause = FIRST_PAUSE
      first.resolve()
      if (missedEvents) tell({ name: 'library.changed' })
    })
    socket.addEventListener('message', (message) => tell(JSON.parse(String(message.data)) as CounterpointEvent))
    socket.addEventListener('close', () => {
      missedEvents = true
      first.resolve()
      setTimeout(() => void connect(), pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    })
  }
  void connect()

  return {
    connected: first.promise.then(() => windowId),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
