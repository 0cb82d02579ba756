import { useEffect } from 'react'
import { client, settled } from '../api.ts'
import { toast } from '../ui/toast.tsx'
import type { TextSaver } from './text-saver.ts'

/** Of what is typed in just now. */
const savers = new Set<Pick<TextSaver, 'leave'>>()

/** The window is about to close and waits for this answer, at most a second. */
export async function storeTyped(): Promise<void> {
  // Leaving a field is what stores some of them.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await Promise.allSettled([...savers].map((saver) => saver.leave()))
  await settled()
  await client.call('app.stored', {})
}

/** Stores what waits when the page is left or hidden, when its window is about to close, and when what is typed in goes. */
export function useFlushOnLeave(saver: Pick<TextSaver, 'flush' | 'leave' | 'take'>): void {
  useEffect(() => {
    saver.take()
    const handleGone = (): void => { void saver.leave(true) }
    const handleHidden = (): void => { saver.flush().catch(() => undefined) }
    savers.add(saver)
    window.addEventListener('pagehide', handleGone)
    document.addEventListener('visibilitychange', handleHidden)
    return () => {
      savers.delete(saver)
      window.removeEventListener('pagehide', handleGone)
      document.removeEventListener('visibilitychange', handleHidden)
      void saver.leave().then((bothKept) => { if (bothKept) toast({ text: 'The text was changed in another window. Both are kept, yours first.' }) })
    }
  }, [saver])
}
