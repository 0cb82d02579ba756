import { useEffect } from 'react'

/** The longest that typed words wait to be stored, in ms. */
export const TYPING_WAIT = 300

/** Stores what waits when the page is left or hidden, and when what is typed in goes. `flush` must keep its identity. */
export function useFlushOnLeave(flush: () => void): void {
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [flush])
}
