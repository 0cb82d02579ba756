/** A thread that reads sources, one at a time, each within the budget. */
import { Worker } from 'node:worker_threads'
import { AppError, unwrap } from '../../shared/rpc.ts'
import type { ReadReply } from './format-worker.ts'
import { outOfMemory, watchBudget, type Budget } from './import-budget.ts'
import type { ImportedArticle } from './read-source.ts'
import { shownName, type Source } from './source-name.ts'

export interface FormatThread {
  /** Rejects with the AppError that readSource throws; past the budget and when it is ended, the thread is gone too. */
  read(source: Source): Promise<ImportedArticle>
  readonly ended: boolean
  end(): Promise<void>
}

/** It keeps the program running only while it reads. */
export function startFormatThread(workerFile: string, budget: Budget): FormatThread {
  // A thread that meets this limit by one large piece of memory takes the whole program down, so the watch stops it well before.
  const worker = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: 2 * budget.memory } })
  let ended = false
  let fail: (outOfMemory: boolean) => void = () => undefined
  const onEnd = (error?: NodeJS.ErrnoException): void => {
    ended = true
    fail(error?.code === 'ERR_WORKER_OUT_OF_MEMORY')
  }
  worker.on('error', onEnd)
  worker.on('exit', () => onEnd())

  const end = async (): Promise<void> => {
    onEnd()
    await worker.terminate()
  }

  const read = (source: Source): Promise<ImportedArticle> =>
    new Promise<ImportedArticle>((resolve, reject) => {
      const stopWatching = watchBudget(worker, source, budget, (error) => {
        reject(error)
        void end()
      })
      fail = (memory) => {
        stopWatching()
        reject(memory ? outOfMemory(source, budget) : brokenOff(source))
      }
      worker.once('message', (reply: ReadReply) => {
        stopWatching()
        try {
          resolve(articleIn(reply))
        } catch (error) {
          reject(error as Error)
        }
      })
      worker.ref()
      worker.postMessage(source)
    }).finally(() => worker.unref())

  return { read, end, get ended() { return ended } }
}

function articleIn({ reply, cause }: ReadReply): ImportedArticle {
  if (cause) throw new Error(cause)
  return unwrap(reply) as ImportedArticle
}

function brokenOff(source: Source): AppError {
  return new AppError('unreadable', `${shownName(source)} could not be read: reading it was broken off. Nothing was added.`)
}
