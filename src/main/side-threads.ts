/**
 * Exports, and imports of large files, run in a thread of their own on the same library: they hold up nothing else, and can be broken
 * off at any moment. SQLite's write-ahead log lets some read while one writes (https://sqlite.org/wal.html).
 */
import { AppError, failure, type CallContext, type Reply } from '../shared/rpc.ts'
import type { LibraryThread, Opened } from './library-thread.ts'

const exporting = new Set(['exports.render', 'exports.renderComparison'])

export interface SideThreads {
  takes(name: string, input: unknown): boolean
  dispatch(name: string, input: unknown, context: CallContext): Promise<Reply>
  /** A job, or an upload that is being imported. */
  cancel(job: string): Record<string, never>
  /** Breaks off all. */
  close(): Promise<void>
}

/** `start` opens the library once more. */
export function createSideThreads(start: () => Promise<Opened>): SideThreads {
  /** One that is cancelled before its thread has opened has none yet. */
  const running = new Map<string, LibraryThread | null>()
  let unnamed = 0

  return {
    takes: (name, input) => exporting.has(name) || (name === 'articles.import' && uploadOf(input) !== undefined),
    async dispatch(name, input, context) {
      const job = jobOf(input) ?? uploadOf(input) ?? `unnamed ${(unnamed += 1)}`
      running.set(job, null)
      const opened = await start()
      if (!opened.open) {
        running.delete(job)
        return failure(new AppError('library-unavailable', opened.message), () => undefined)
      }
      try {
        if (!running.has(job)) return stoppedOf(name)
        running.set(job, opened.thread)
        const reply = await opened.thread.dispatch(name, input, context)
        return running.has(job) ? reply : stoppedOf(name)
      } finally {
        running.delete(job)
        void opened.thread.close()
      }
    },
    cancel(job) {
      const thread = running.get(job)
      running.delete(job)
      void thread?.terminate()
      return {}
    },
    async close() {
      const threads = [...running.values()]
      running.clear()
      await Promise.all(threads.map((thread) => thread?.terminate()))
    },
  }
}

function stoppedOf(name: string): Reply {
  return failure(new AppError('conflict', exporting.has(name) ? 'The export was stopped. Nothing was written.' : 'The import was stopped. Nothing was added.'), () => undefined)
}

/** Of a file that came in parts, as large ones do. */
function uploadOf(input: unknown): string | undefined {
  const upload = input && typeof input === 'object' && 'kind' in input && input.kind === 'parts' && 'upload' in input ? input.upload : undefined
  return typeof upload === 'string' ? upload : undefined
}

function jobOf(input: unknown): string | undefined {
  const job = input && typeof input === 'object' && 'job' in input ? input.job : undefined
  return typeof job === 'string' ? job : undefined
}
