/**
 * Exports run in a thread of their own on the same library: they hold up nothing else, and can be broken off at any moment.
 * SQLite's write-ahead log lets them read while others write (https://sqlite.org/wal.html).
 */
import { AppError, failure, type CallContext, type Reply } from '../shared/rpc.ts'
import type { LibraryThread, Opened } from './library-thread.ts'

const operations = new Set(['exports.render', 'exports.renderComparison'])

export interface ExportThreads {
  takes(name: string): boolean
  dispatch(name: string, input: unknown, context: CallContext): Promise<Reply>
  cancel(job: string): void
  /** Breaks off all. */
  close(): Promise<void>
}

/** `start` opens the library once more. */
export function createExportThreads(start: () => Promise<Opened>): ExportThreads {
  /** An export that is cancelled before its thread has opened has none yet. */
  const running = new Map<string, LibraryThread | null>()
  let unnamed = 0

  return {
    takes: (name) => operations.has(name),
    async dispatch(name, input, context) {
      const job = jobOf(input) ?? `unnamed ${(unnamed += 1)}`
      running.set(job, null)
      const opened = await start()
      if (!opened.open) {
        running.delete(job)
        return failure(new AppError('library-unavailable', opened.message), () => undefined)
      }
      try {
        if (!running.has(job)) return stopped
        running.set(job, opened.thread)
        const reply = await opened.thread.dispatch(name, input, context)
        return running.has(job) ? reply : stopped
      } finally {
        running.delete(job)
        void opened.thread.close()
      }
    },
    cancel(job) {
      const thread = running.get(job)
      running.delete(job)
      void thread?.terminate()
    },
    async close() {
      const threads = [...running.values()]
      running.clear()
      await Promise.all(threads.map((thread) => thread?.terminate()))
    },
  }
}

const stopped = failure(new AppError('conflict', 'The export was stopped. Nothing was written.'), () => undefined)

function jobOf(input: unknown): string | undefined {
  const job = input && typeof input === 'object' && 'job' in input ? input.job : undefined
  return typeof job === 'string' ? job : undefined
}
