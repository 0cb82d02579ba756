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

const unreachable: Reply = {
  ok: false,
  error: { code: 'internal', message: 'Counterpoint does not answer. Start it again and open the address that it prints.' },
}

export function httpTransport(): Transport<CounterpointEvent> {
  const windowId = nameWindow()
  return {
    call: async (name, input) => call(name, input, await windowId),
    subscribe: (listener) => subscribe(listener, windowId),
  }
}

async function call(name: string, input: unknown, windowId: string): Promise<Reply> {
  try {
    const response = await fetch('/api/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-counterpoint-window': windowId },
      body: JSON.stringify({ name, input }),
    })
    return await response.json() as Reply
  } catch {
    return unreachable
  }
}

function subscribe(listener: (event: CounterpointEvent) => void, windowId: Promise<string>): () => void {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_PAUSE
  let missedEvents = false
  let ended = false

  const connect = async (): Promise<void> => {
    const name = await windowId
    if (ended) return
    socket = new WebSocket(`ws://${location.host}/api/events?window=${name}`)
    socket.addEventListener('open', () => {
      pause = FIRST_PAUSE
      if (missedEvents) listener({ name: 'library.changed' })
    })
    socket.addEventListener('message', (message) => listener(JSON.parse(String(message.data)) as CounterpointEvent))
    socket.addEventListener('close', () => {
      if (ended) return
      missedEvents = true
      timer = setTimeout(() => void connect(), pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    })
  }
  void connect()

  return () => {
    ended = true
    clearTimeout(timer)
    socket?.close()
  }
}
