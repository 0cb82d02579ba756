/** One dictionary in a thread of its own. What it says is believed for as long as it answers in time. */
import { Worker } from 'node:worker_threads'
import { AppError, unwrap } from '../../shared/rpc.ts'
import type { DictionaryPlace, SpellingMessage, SpellingReply, SpellingRequest } from './spelling-worker.ts'

export interface SpellingThread {
  /** Rejects with the AppError that says why the dictionary can't be used. */
  ask(request: SpellingRequest): Promise<unknown>
  close(): Promise<void>
}

interface Waiting {
  resolve(output: unknown): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

/** `patience`: milliseconds that one answer may take. */
export function startSpellingThread(workerFile: string, place: DictionaryPlace, patience: number): SpellingThread {
  const waiting = new Map<number, Waiting>()
  const worker = new Worker(workerFile, { workerData: place })
  let ended: AppError | undefined
  let lastId = 0
  worker.unref()
  worker.on('message', ({ id, reply }: SpellingReply) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    clearTimeout(asked?.timer)
    try {
      asked?.resolve(unwrap(reply))
    } catch (error) {
      asked?.reject(error as Error)
    }
  })
  worker.on('error', () => end(`The dictionary “${place.name}” can’t be used: checking with it broke off. Get another copy of it.`))
  worker.on('exit', () => end(`The dictionary “${place.name}” is not in use any more.`))

  function end(why: string): void {
    ended ??= new AppError('unreadable', why)
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer)
      reject(ended)
    }
    waiting.clear()
    void worker.terminate()
  }

  return {
    ask: (request) => new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      lastId += 1
      const timer = setTimeout(() => end(`The dictionary “${place.name}” can’t be used: checking with it takes too long.`), patience)
      waiting.set(lastId, { resolve, reject, timer })
      worker.postMessage({ id: lastId, ...request } satisfies SpellingMessage)
    }),
    close: async () => void await worker.terminate(),
  }
}
