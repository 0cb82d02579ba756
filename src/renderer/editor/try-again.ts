/** What was typed and could not be stored is tried again until it is, also after its editor has gone. */
import { passes, passingReason } from '../../shared/disk-fault.ts'
import { AppError, type ErrorCode } from '../../shared/rpc.ts'

/** Between two attempts, in ms. */
const PAUSE = 5000

/** A text that waits until it can be stored. */
export class NotStoredYet extends AppError {
  constructor(code: ErrorCode) {
    super(code, `Not saved: ${passingReason({ code })}. What you typed is kept here, and is stored as soon as it can be.`)
  }
}

export interface Waiting {
  /** Rejects as an operation does while it can't be stored. */
  again(): Promise<unknown>
}

export interface TryAgainParts {
  /** Something waits, where nothing did. */
  onWait: (error: NotStoredYet) => void
  /** Nothing waits any more. */
  onDone: () => void
  /** One is refused for a reason that does not pass, and is tried no more. */
  onRefuse: (error: Error) => void
  pause?: number
}

export type TryAgain = ReturnType<typeof createTryAgain>

export function createTryAgain({ onWait, onDone, onRefuse, pause = PAUSE }: TryAgainParts) {
  const waiting = new Map<string, Waiting>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  function done(key: string, text: Waiting): void {
    // Another text may have taken its place meanwhile.
    if (waiting.get(key) === text && waiting.delete(key) && waiting.size === 0) onDone()
  }

  async function tryOne(key: string, text: Waiting): Promise<void> {
    try {
      await text.again()
      done(key, text)
    } catch (error) {
      if (passes(error as { code?: string })) return
      done(key, text)
      onRefuse(error as Error)
    }
  }

  async function tryAll(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    for (const [key, text] of waiting) await tryOne(key, text)
    if (waiting.size > 0) begin()
  }

  function begin(): void {
    timer ??= setTimeout(() => { void now() }, pause)
  }

  /** All that waits, one after the other; joins an attempt that is under way. */
  function now(): Promise<void> {
    running ??= tryAll().finally(() => { running = undefined })
    return running
  }

  return {
    /** Until it is stored, or refused. `key`: of what it is the text. */
    later(key: string, text: Waiting, error: NotStoredYet): void {
      const isFirst = waiting.size === 0
      waiting.set(key, text)
      begin()
      if (isFirst) onWait(error)
    },
    /** It was stored some other way. */
    done,
    now,
    /** The text of that key, where it waits. */
    find: (key: string): Waiting | undefined => waiting.get(key),
  }
}
