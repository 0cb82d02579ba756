import { useCallback, useEffect, useMemo, useState } from 'react'
import { joinSpans, type Span } from '../../shared/anchor/selectors.ts'
import { announce } from '../ui/announce.ts'
import { paintAdjusting } from './paint-adjusting.ts'
import { spanOf, trimSpan, type TextMap } from './text-offsets.ts'

export interface Passage {
  /** The part of it that was selected last, null for nothing. */
  span: Span | null
  /** All its parts, in the order of the text: what was selected with Ctrl (Cmd on a Mac) while another part was. */
  spans: Span[]
  /** The same at this very moment: the browser tells of a change only after the keys that follow it at once. */
  now: () => Span[]
  /** The mouse is still pulling. */
  pulling: boolean
  /** It was pulled with Ctrl while nothing else was selected: it belongs to the chosen highlight. */
  added: boolean
  clear: () => void
}

/** The selected passage, however it was selected. `isChosen`: there is a highlight that parts can be added to. */
export function usePassage(map: TextMap | null, text: string, isChosen: boolean): Passage {
  const [selected, setSelected] = useState<Span | null>(null)
  /** Parts that stay while the browser, which knows one selection only, has another. */
  const [held, setHeld] = useState<Span[]>([])
  const [pulling, setPulling] = useState(false)
  const [added, setAdded] = useState(false)

  useEffect(() => {
    if (!map) return
    const handleSelection = (): void => {
      const found = selectedSpan(map, text)
      setSelected((known) => (known?.start === found?.start && known?.end === found?.end ? known : found))
    }
    const handleDown = (event: PointerEvent): void => {
      if (!map.root.contains(event.target as Node)) return
      const adds = event.ctrlKey || event.metaKey
      const open = adds ? withPart(held, selectedSpan(map, text)) : []
      setHeld(open)
      setPulling(true)
      setAdded(adds && isChosen && open.length === 0)
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
  }, [map, text, held, isChosen])

  useEffect(() => (map && held.length > 0 ? paintAdjusting(map, held) : undefined), [map, held])
  const spans = useMemo(() => withPart(held, selected), [held, selected])
  useEffect(() => { if (spans.length > 1 && !pulling) announce(`${spans.length} parts are selected.`) }, [spans, pulling])

  const clear = useCallback(() => {
    setHeld([])
    setSelected(null)
    setAdded(false)
    window.getSelection()?.collapseToEnd()
  }, [])
  const now = useCallback(() => withPart(held, (map && selectedSpan(map, text)) ?? selected), [map, text, held, selected])
  return { span: selected ?? held.at(-1) ?? null, spans, now, pulling, added, clear }
}

function withPart(parts: Span[], part: Span | null): Span[] {
  return part ? joinSpans([...parts, part]) : parts
}

/** A selection counts if it begins or ends in the text. */
export function selectedSpan(map: TextMap, text: string): Span | null {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  if (!map.root.contains(selection.anchorNode) && !map.root.contains(selection.focusNode)) return null
  return trimSpan(text, spanOf(map, selection.getRangeAt(0)))
}
