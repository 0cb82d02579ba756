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
  return { call, subscribe }
}

async function call(name: string, input: unknown): Promise<Reply> {
  try {
    const response = await fetch('/api/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-counterpoint-window': windowId() },
      body: JSON.stringify({ name, input }),
    })
    return await response.json() as Reply
  } catch {
    return unreachable
  }
}

function subscribe(listener: (event: CounterpointEvent) => void): () => void {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_PAUSE
  let missedEvents = false
  let ended = false

  const connect = (): void => {
    socket = new WebSocket(`ws://${location.host}/api/events?window=${windowId()}`)
    socket.addEventListener('open', () => {
      pause = FIRST_PAUSE
      if (missedEvents) listener({ name: 'library.changed' })
    })
    socket.addEventListener('message', (message) => listener(JSON.parse(String(message.data)) as CounterpointEvent))
    socket.addEventListener('close', () => {
      if (ended) return
      missedEvents = true
      timer = setTimeout(connect, pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    })
  }
  connect()

  return () => {
    ended = true
    clearTimeout(timer)
    socket?.close()
  }
}
