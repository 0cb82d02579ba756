/** Work in small steps for when nothing is asked of the library. */

/** How long nothing has been asked before it begins, in ms. */
const PAUSE = 3000
/** Between two steps, in ms: what is asked meanwhile comes first. */
const BREATH = 25

export interface IdleWork {
  /** Something is asked: the work waits, or begins anew later. */
  wait(): void
  stop(): void
}

/** `step` gives true while there is more to do. What it throws is told, and it is tried again after the next pause. */
export function whenIdle(step: () => boolean, onError: (error: unknown) => void): IdleWork {
  let timer: NodeJS.Timeout | undefined
  const later = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(work, milliseconds)
    timer.unref()
  }
  function work(): void {
    try {
      if (step()) later(BREATH)
    } catch (error) {
      onError(error)
    }
  }
  later(PAUSE)
  return { wait: () => later(PAUSE), stop: () => clearTimeout(timer) }
}
