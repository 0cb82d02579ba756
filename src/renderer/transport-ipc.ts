/** The transport of the Electron face: what the preload script put on the window. */
import type { CounterpointEvent } from '../shared/contract.ts'
import type { Reply, Transport } from '../shared/rpc.ts'

/** What crosses the context bridge is plain data: main has checked the events and makes the replies. */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>
  subscribe(listener: (event: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly counterpoint?: Bridge
  }
}

/** Absent in a browser. */
export const bridge: Bridge | undefined = globalThis.window?.counterpoint

export function ipcTransport(bridge: Bridge): Transport<CounterpointEvent> {
  return {
    call: async (name, input) => {
      try {
        return (await bridge.call(name, input)) as Reply
      } catch {
        return { ok: false, error: { code: 'internal', message: 'Counterpoint could not carry this out. Start it again.' } }
      }
    },
    subscribe: (listener) => bridge.subscribe((event) => listener(event as CounterpointEvent)),
  }
}
