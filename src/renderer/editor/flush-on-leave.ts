import { useEffect } from 'react'
import { client, settled } from '../api.ts'

/** The longest that typed words wait to be stored, in ms. */
export const TYPING_WAIT = 300

type Flush = () => Promise<unknown> | void

/** Of what is typed in just now. */
const flushes = new Set<Flush>()

/** The window is about to close and waits for this answer, at most a second. */
export async function storeTyped(): Promise<void> {
  // Leaving a field is what stores some of them.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await Promise.allSettled([...flushes].map((flush) => flush()))
  await settled()
  await client.call('app.stored', {})
}

/**
 * Stores what waits when the page is left or hidden, when its window is about to close, and when what is typed in goes.
 * `flush` must keep its identity.
 */
export function useFlushOnLeave(flush: Flush): void {
  useEffect(() => {
    flushes.add(flush)
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      flushes.delete(flush)
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      void flush()
    }
  }, [flush])
}
