/** What reading one source may take, and the watch over a thread that reads one. */
import type { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/rpc.ts'
import { shownName, type Source } from './source-name.ts'

export interface Budget {
  /** In milliseconds. */
  time: number
  /** In MB (2 ** 20 bytes). */
  memory: number
}

export const IMPORT_BUDGET: Budget = { time: 10_000, memory: 1024 }

/** How often a thread's memory is looked at, in milliseconds. */
const LOOK = 50

/** Calls `past` once, with what to say, when the thread takes more than the budget. Gives back the function that ends the watch. */
export function watchBudget(worker: Worker, source: Source, budget: Budget, past: (error: AppError) => void): () => void {
  let looking: NodeJS.Timeout | undefined
  let watching = true
  const stop = (): void => {
    watching = false
    clearTimeout(clock)
    clearTimeout(looking)
  }
  const stopWith = (error: AppError): void => {
    stop()
    past(error)
  }
  const look = async (): Promise<void> => {
    const memory = await memoryOf(worker)
    if (!watching) return
    if (memory > budget.memory) stopWith(outOfMemory(source, budget))
    else looking = setTimeout(look, LOOK)
  }
  const clock = setTimeout(() => stopWith(timedOut(source, budget)), budget.time)
  looking = setTimeout(look, LOOK)
  return stop
}

/** In MB; 0 when the thread has ended. */
async function memoryOf(worker: Worker): Promise<number> {
  const { used_heap_size, external_memory } = await worker.getHeapStatistics().catch(() => ({ used_heap_size: 0, external_memory: 0 }))
  return (used_heap_size + external_memory) / 2 ** 20
}

const INSTEAD = 'Add it in parts, or save its text in a plain text file and add that.'

function timedOut(source: Source, { time }: Budget): AppError {
  return new AppError('timed-out', `${shownName(source)} takes too long to read: it was given up after ${seconds(time)}, and nothing was added. ${INSTEAD}`)
}

function seconds(time: number): string {
  return `${time / 1000} ${time === 1000 ? 'second' : 'seconds'}`
}

export function outOfMemory(source: Source, { memory }: Budget): AppError {
  return new AppError('too-large', `${shownName(source)} takes more than ${Math.round((memory / 1024) * 10) / 10} GB of memory to read: it was given up, and nothing was added. ${INSTEAD}`)
}
