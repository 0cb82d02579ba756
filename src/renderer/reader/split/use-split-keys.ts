import { useEffect } from 'react'

export interface SplitKeys {
  onStep: (by: 1 | -1) => void
  onOther: () => void
  onLock: () => void
}

/** [ and ] go through the shared issues, F6 goes to the other article, Y scrolls both together. */
export function useSplitKeys({ onStep, onOther, onLock }: SplitKeys): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const target = event.target as HTMLElement
      if (event.key === 'F6') {
        event.preventDefault()
        const here = target.closest('.split-side')
        document.querySelector<HTMLElement>(here?.matches('[data-side=left]') ? '[data-side=right] .article-text' : '[data-side=left] .article-text')?.focus({ preventScroll: true })
        return onOther()
      }
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, [contenteditable=true], [role=dialog], [role=menu]')) return
      const act = { '[': () => onStep(-1), ']': () => onStep(1), y: onLock }[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  })
}
