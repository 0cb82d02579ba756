/** Starts the thread that owns a library's database, and talks with it. */
import { Worker } from 'node:worker_threads'
import type { CounterpointEvent } from '../shared/contract.ts'
import type { LibraryState } from '../shared/library.ts'
import type { CallContext, Dispatch, Reply } from '../shared/rpc.ts'

export interface WorkerOptions { library: string; mustExist: boolean; formatWorkerFile: string }
/** What the page is told of a library that is open. */
export type Found = Pick<Extract<LibraryState, { state: 'open' }>, 'readOnly' | 'syncedBy'>
export type ToWorker =
  | { type: 'call'; id: number; name: string; input: unknown; context: CallContext }
  | { type: 'backup'; id: number }
  | { type: 'rescue'; id: number; folder: string }
  | { type: 'close' }
export type FromWorker =
  | { type: 'opened'; found: Found }
  | { type: 'unavailable'; message: string; damaged: boolean }
  | { type: 'gone'; message: string; isHeld: boolean }
  | { type: 'reply'; id: number; reply: Reply }
  | { type: 'event'; event: CounterpointEvent }
  | { type: 'log'; line: string }
  | { type: 'closed' }

export interface LibraryThread {
  dispatch: Dispatch
  makeBackup(): Promise<Reply>
  /** What is held of a library that was taken away, as a library in that folder. */
  rescue(folder: string): Promise<Reply>
  close(): Promise<void>
  /** Breaks off whatever it is doing; what was not committed is not there. */
  terminate(): Promise<unknown>
}
export type Opened = { open: true; thread: LibraryThread; found: Found } | { open: false; message: string; damaged: boolean }

export interface ThreadParts extends WorkerOptions {
  workerFile: string
  onEvent: (event: CounterpointEvent) => void
  log: (line: string) => void
  /** The library was taken away; the thread holds what it can, until it is closed. */
  onGone: (gone: { message: string; isHeld: boolean }) => void
  /** A thread that had the library open is over: closed, or broken off. */
  onEnd: () => void
}

const stopped = { ok: false, error: { code: 'library-unavailable', message: 'The library is not open. Open it again, or start Counterpoint again.' } } as const satisfies Reply

export function startLibraryThread({ workerFile, onEvent, log, onGone, onEnd, ...options }: ThreadParts): Promise<Opened> {
  const worker = new Worker(workerFile, { workerData: options })
  const waiting = new Map<number, (reply: Reply) => void>()
  let lastId = 0
  let hasEnded = false
  let wasOpen = false
  const ask = (make: (id: number) => ToWorker): Promise<Reply> => new Promise((resolve) => {
    if (hasEnded) return resolve(stopped)
    lastId += 1
    waiting.set(lastId, resolve)
    worker.postMessage(make(lastId))
  })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => {
    hasEnded = true
    for (const resolve of waiting.values()) resolve(stopped)
    waiting.clear()
    resolve()
  }))
  const thread: LibraryThread = {
    dispatch: (name, input, context) => ask((id) => ({ type: 'call', id, name, input, context })),
    makeBackup: () => ask((id) => ({ type: 'backup', id })),
    rescue: (folder) => ask((id) => ({ type: 'rescue', id, folder })),
    terminate: () => worker.terminate(),
    close: () => {
      if (!hasEnded) worker.postMessage({ type: 'close' } satisfies ToWorker)
      return ended
    },
  }
  return new Promise((resolve) => {
    void ended.then(() => {
      resolve({ open: false, message: stopped.error.message, damaged: false })
      if (wasOpen) onEnd()
    })
    worker.on('error', (error) => {
      log(`library thread: ${error.stack ?? error.message}`)
      resolve({ open: false, message: 'Counterpoint made a mistake while it opened the library. The log says more.', damaged: false })
    })
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'opened') {
        wasOpen = true
        resolve({ open: true, thread, found: message.found })
      } else if (message.type === 'unavailable') resolve({ open: false, message: message.message, damaged: message.damaged })
      else if (message.type === 'gone') onGone(message)
      else if (message.type === 'event') onEvent(message.event)
      else if (message.type === 'log') log(message.line)
      else if (message.type === 'reply') settle(waiting, message)
    })
  })
}

function settle(waiting: Map<number, (reply: Reply) => void>, { id, reply }: Extract<FromWorker, { type: 'reply' }>): void {
  waiting.get(id)?.(reply)
  waiting.delete(id)
}
