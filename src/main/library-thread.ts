/** Starts the thread that owns a library's database, and talks with it. */
import { Worker } from 'node:worker_threads'
import type { CounterpointEvent } from '../shared/contract.ts'
import type { LibraryState } from '../shared/library.ts'
import type { LibraryGone } from './database/still-there.ts'
import { AppError, failure, type CallContext, type Dispatch, type Reply } from '../shared/rpc.ts'

export interface WorkerOptions { library: string; uploads: string; mustExist: boolean; formatWorkerFile: string }
/** What the page is told of a library that is open. */
export type Found = Pick<Extract<LibraryState, { state: 'open' }>, 'readOnly' | 'syncedBy'>
export type GoneMessage = Pick<LibraryGone, 'message' | 'isHeld' | 'file'>
export type ToWorker =
  | { type: 'call'; id: number; name: string; input: unknown; context: CallContext }
  | { type: 'rescue'; id: number; folder: string }
  | { type: 'close' }
export type FromWorker =
  | { type: 'opened'; found: Found }
  | { type: 'unavailable'; message: string; damaged: boolean }
  | { type: 'gone'; gone: GoneMessage }
  | { type: 'reply'; id: number; reply: Reply }
  | { type: 'event'; event: CounterpointEvent }
  | { type: 'log'; line: string }
  | { type: 'closed' }

export interface LibraryThread {
  dispatch: Dispatch
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
  onGone: (gone: GoneMessage) => void
  /** A thread that had the library open is over: closed, or broken off. */
  onEnd: () => void
}

const stopped = { ok: false, error: { code: 'library-unavailable', message: 'The library is not open. Open it again, or start Counterpoint again.' } } as const satisfies Reply

const notPlain = failure(new AppError('bad-input', 'The input can’t be read: it is nested too deep, or holds what is no plain value.'), () => undefined)
const unreadable = { ok: false, error: { code: 'internal', message: 'The library’s answer could not be read. Whether what was asked for is done can be seen in the window. The log says more.' } } as const satisfies Reply

/** What main has asked the thread and still waits for. After `end`, all that is asked is answered with that. */
function createQuestions(worker: Worker) {
  const waiting = new Map<number, (reply: Reply) => void>()
  let lastId = 0
  let after: Reply | undefined
  const settle = (id: number, reply: Reply): void => {
    waiting.get(id)?.(reply)
    waiting.delete(id)
  }
  const settleAll = (reply: Reply): void => { for (const id of waiting.keys()) settle(id, reply) }
  return {
    settle,
    settleAll,
    ask: (make: (id: number) => ToWorker): Promise<Reply> => new Promise((resolve) => {
      if (after) return resolve(after)
      lastId += 1
      waiting.set(lastId, resolve)
      try {
        worker.postMessage(make(lastId))
      } catch {
        settle(lastId, notPlain)
      }
    }),
    end(reply: Reply): void {
      after = reply
      settleAll(reply)
    },
  }
}

export function startLibraryThread({ workerFile, onEvent, log, onGone, onEnd, ...options }: ThreadParts): Promise<Opened> {
  const worker = new Worker(workerFile, { workerData: options })
  const { ask, settle, settleAll, end } = createQuestions(worker)
  let hasEnded = false
  let wasOpen = false
  const ended = new Promise<void>((resolve) => worker.once('exit', () => {
    hasEnded = true
    end(stopped)
    resolve()
  }))
  const thread: LibraryThread = {
    dispatch: (name, input, context) => ask((id) => ({ type: 'call', id, name, input, context })),
    rescue: (folder) => ask((id) => ({ type: 'rescue', id, folder })),
    terminate: () => worker.terminate(),
    close: () => {
      if (!hasEnded) worker.postMessage({ type: 'close' } satisfies ToWorker)
      return ended
    },
  }
  // Which answer it was can't be told, and whoever waits must not wait for ever.
  worker.on('messageerror', (error) => {
    log(`library thread: an answer could not be read: ${error.message}`)
    settleAll(unreadable)
  })
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
      else if (message.type === 'gone') onGone(message.gone)
      else if (message.type === 'event') onEvent(message.event)
      else if (message.type === 'log') log(message.line)
      else if (message.type === 'reply') settle(message.id, message.reply)
    })
  })
}
