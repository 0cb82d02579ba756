export interface QueueActs { next: () => void; previous: () => void; accept: () => void; keepOld: () => void; place: () => void }

/** Single letters outside text fields. Gives back what ends the listening. */
export function queueKeys(acts: QueueActs, canAccept: boolean): () => void {
  const keys: Record<string, (() => void) | undefined> = {
    j: acts.next, arrowdown: acts.next, k: acts.previous, arrowup: acts.previous,
    a: canAccept ? acts.accept : undefined, o: acts.keepOld, p: acts.place,
  }
  const handleKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || target.closest('input, select, textarea, [role=dialog], [role=menu]')) return
    const act = keys[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }
  window.addEventListener('keydown', handleKey)
  return () => window.removeEventListener('keydown', handleKey)
}
