import { useCallback, useEffect, useState } from 'react'
import type { Span } from '../../shared/anchor/selectors.ts'
import { spanOf, trimSpan, type TextMap } from './text-offsets.ts'

export interface Passage {
  /** What is selected in the text, null for nothing. */
  span: Span | null
  /** The same at this very moment: the browser tells of a change only after the keys that follow it at once. */
  now: () => Span | null
  /** The mouse is still pulling. */
  pulling: boolean
  /** It was pulled with Ctrl (Cmd on a Mac): it belongs to the chosen highlight. */
  added: boolean
  clear: () => void
}

/** The selected passage, however it was selected. */
export function usePassage(map: TextMap | null, text: string): Passage {
  const [span, setSpan] = useState<Span | null>(null)
  const [pulling, setPulling] = useState(false)
  const [added, setAdded] = useState(false)

  useEffect(() => {
    if (!map) return
    const handleSelection = (): void => {
      const selected = selectedSpan(map, text)
      setSpan((known) => (known?.start === selected?.start && known?.end === selected?.end ? known : selected))
    }
    const handleDown = (event: PointerEvent): void => {
      if (!map.root.contains(event.target as Node)) return
      setPulling(true)
      setAdded(event.ctrlKey || event.metaKey)
    }
    const handleUp = (): void => setPulling(false)
    document.addEventListener('selectionchange', handleSelection)
    document.addEventListener('pointerdown', handleDown)
    window.addEventListener('pointerup', handleUp)
    window.addEventListener('pointercancel', handleUp)
    return () => {
      document.removeEventListener('selectionchange', handleSelection)
      document.removeEventListener('pointerdown', handleDown)
      window.removeEventListener('pointerup', handleUp)
      window.removeEventListener('pointercancel', handleUp)
    }
  }, [map, text])

  const clear = useCallback(() => {
    setSpan(null)
    window.getSelection()?.collapseToEnd()
  }, [])
  const now = useCallback(() => (map && selectedSpan(map, text)) ?? span, [map, text, span])
  return { span, now, pulling, added, clear }
}

/** A selection counts if it begins or ends in the text. */
export function selectedSpan(map: TextMap, text: string): Span | null {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  if (!map.root.contains(selection.anchorNode) && !map.root.contains(selection.focusNode)) return null
  return trimSpan(text, spanOf(map, selection.getRangeAt(0)))
}
