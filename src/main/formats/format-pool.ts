/**
 * Reads sources one after another on a thread that is there only while it is needed. A source past its budget of time and memory
 * is given up with its thread, and the next is read in a fresh one.
 */
import { AppError } from '../../shared/rpc.ts'
import { startFormatThread, type FormatThread } from './format-thread.ts'
import { IMPORT_BUDGET } from './import-budget.ts'
import type { ImportedArticle } from './read-source.ts'
import type { Source } from './source-name.ts'

/** How long the thread waits for more work, in milliseconds. */
const IDLE = 30_000

export interface FormatReader {
  /** Rejects with the AppError that readSource throws, with `timed-out` or `too-large` past the budget, with `unreadable` when the thread ends. */
  read(source: Source): Promise<ImportedArticle>
  /** Ends the thread; what it was to read is rejected. */
  close(): Promise<void>
}

interface Request {
  source: Source
  resolve(article: ImportedArticle): void
  reject(error: Error): void
}

/** `workerFile` is the path of format-worker, built or as it is. */
export function createFormatReader(workerFile: string, budget = IMPORT_BUDGET): FormatReader {
  const queue: Request[] = []
  let reading = false
  let thread: FormatThread | undefined
  let idle: NodeJS.Timeout | undefined

  const readAll = async (): Promise<void> => {
    reading = true
    clearTimeout(idle)
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (!thread || thread.ended) thread = startFormatThread(workerFile, budget)
      await thread.read(next.source).then(next.resolve, next.reject)
    }
    reading = false
    idle = setTimeout(() => void thread?.end(), IDLE).unref()
  }

  return {
    read: (source) =>
      new Promise((resolve, reject) => {
        queue.push({ source, resolve, reject })
        if (!reading) void readAll()
      }),
    close: async () => {
      for (const { reject } of queue.splice(0)) reject(new AppError('unreadable', 'The text was not read, since the library was closed.'))
      clearTimeout(idle)
      await thread?.end()
    },
  }
}
