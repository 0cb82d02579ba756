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
export function whenIdle(step: () => Promise<boolean>, onError: (error: unknown) => void): IdleWork {
  let timer: NodeJS.Timeout | undefined
  function later(milliseconds: number): void {
    clearTimeout(timer)
    const own = setTimeout(() => {
      // Where something was asked during the step, or all was closed, another timer decides.
      void step().then((isMore) => { if (isMore && timer === own) later(BREATH) }, onError)
    }, milliseconds)
    own.unref()
    timer = own
  }
  later(PAUSE)
  return {
    wait: () => later(PAUSE),
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
