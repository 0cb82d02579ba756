import { useEffect } from 'react'

export type QueueKeys = Record<string, (() => void) | undefined>

/** These may be held down; whatever decides is heard once for each press. */
const held = new Set(['j', 'k', 'arrowdown', 'arrowup'])

/** Single keys, in lower case, outside text fields. Radio buttons keep their arrows. */
export function useQueueKeys(keys: QueueKeys): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || target.closest('input:not([type=radio]), select, textarea, [contenteditable=true], [role=dialog], [role=menu]')) return
      if (event.key.startsWith('Arrow') && target.closest('[type=radio], [role=radio]')) return
      const act = keys[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      if (!event.repeat || held.has(event.key.toLowerCase())) act()
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [keys])
}
