import { useCallback, type MouseEvent } from 'react'
import { highlightsAt, nextAt } from './highlights-at.ts'
import { isPlaced, type Reader } from './reader-context.ts'

/** A click on a marked place chooses it; a click elsewhere in the text lets go. */
export function useClicks({ article, highlights, map, chosen, choose }: Reader, onChosen: () => void): (event: MouseEvent) => void {
  return useCallback((event) => {
    const target = event.target as Element
    // With Ctrl the passage was added to the chosen highlight.
    if (event.ctrlKey || event.metaKey || !map?.root.contains(target) || target.closest('a') || window.getSelection()?.isCollapsed === false) return
    const found = highlightsAt(map, highlights.filter((one) => isPlaced(one, article)), event.clientX, event.clientY)
    const next = nextAt(found, chosen?.highlightId)
    if (next) {
      choose({ highlightId: next.id })
      onChosen()
    } else if (chosen) choose(null)
  }, [article, highlights, map, chosen, choose, onChosen])
}
