/** Reads sources on a worker thread that is there only while it is needed. */
import { Worker } from 'node:worker_threads'
import { AppError, unwrap } from '../../shared/rpc.ts'
import type { ReadReply, ReadRequest } from './format-worker.ts'
import type { ImportedArticle, Source } from './read-source.ts'

/** How long the worker waits for more work, in milliseconds. */
const IDLE = 30_000

export interface FormatReader {
  /** Rejects with the AppError that readSource throws. */
  read(source: Source): Promise<ImportedArticle>
  close(): Promise<void>
}

interface Waiting {
  resolve(article: ImportedArticle): void
  reject(error: Error): void
}

/** `workerFile` is the path of format-worker, built or as it is. */
export function createFormatReader(workerFile: string): FormatReader {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let lastId = 0

  const settle = ({ id, reply, cause }: ReadReply): void => {
    const request = waiting.get(id)
    waiting.delete(id)
    try {
      const article = unwrap(reply) as ImportedArticle
      request?.resolve(article)
    } catch (error) {
      request?.reject(cause ? new Error(cause) : (error as Error))
    }
    if (waiting.size > 0) return
    worker?.unref()
    idle = setTimeout(stop, IDLE).unref()
  }

  const stop = async (): Promise<void> => {
    const ending = worker
    worker = undefined
    clearTimeout(idle)
    await ending?.terminate()
  }

  const start = (): Worker => {
    const started = new Worker(workerFile)
    started.on('message', settle)
    started.on('error', () => fail(started))
    started.on('exit', () => fail(started))
    return started
  }

  const fail = (ended: Worker): void => {
    if (worker === ended) worker = undefined
    else if (worker) return
    for (const { reject } of waiting.values()) reject(new AppError('unreadable', 'The text could not be read: reading it was broken off.'))
    waiting.clear()
  }

  return {
    read: (source) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle)
        worker ??= start()
        worker.ref()
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        worker.postMessage({ id: lastId, source } satisfies ReadRequest)
      }),
    close: stop,
  }
}
