import { useEffect, useState } from 'react'
import { announce } from '../ui/announce.ts'
import { offsetInView, paneOf } from './pane.ts'
import { offsetAt, pointAt, type TextMap } from './text-offsets.ts'
import { selectedSpan } from './use-passage.ts'

/** Where the caret stands on the sheet, in CSS pixels. */
export interface CaretPlace { left: number; top: number; height: number }

type Step = [direction: string, granularity: string]

/** How many characters of a selection are read out. */
const SPOKEN = 200

/**
 * Selecting with the keyboard in text that can't be edited: arrows, with Shift to select and Ctrl by words;
 * up and down with Shift, or with caret browsing (F7). The browser moves the selection, the reader shows where it is.
 */
export function useCaret(map: TextMap | null, text: string): CaretPlace | null {
  const [place, setPlace] = useState<CaretPlace | null>(null)
  useEffect(() => {
    if (!map) return
    let browsing = false
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.target !== map.root) return
      if (event.key === 'F7') {
        browsing = !browsing
        announce(browsing ? 'Caret browsing is on.' : 'Caret browsing is off.')
        if (browsing) setPlace(caretPlace(map, startCaret(map)))
        else setPlace(null)
        event.preventDefault()
        return
      }
      const step = stepOf(event, browsing)
      if (!step) return
      event.preventDefault()
      moveCaret(map, startCaret(map), step, event.shiftKey)
      const selection = window.getSelection()!
      setPlace(caretPlace(map, selection))
      const span = event.shiftKey ? selectedSpan(map, text) : null
      if (span) announce(`Selected: ${text.slice(span.start, Math.min(span.end, span.start + SPOKEN))}`)
    }
    const handlePointer = (): void => setPlace(null)
    map.root.addEventListener('keydown', handleKeyDown)
    map.root.addEventListener('pointerdown', handlePointer)
    const handleBlur = (): void => setPlace(null)
    map.root.addEventListener('blur', handleBlur)
    return () => {
      map.root.removeEventListener('keydown', handleKeyDown)
      map.root.removeEventListener('pointerdown', handlePointer)
      map.root.removeEventListener('blur', handleBlur)
    }
  }, [map, text])
  return place
}

function stepOf(event: KeyboardEvent, browsing: boolean): Step | null {
  if (event.altKey || event.metaKey) return null
  const byWord = event.ctrlKey
  switch (event.key) {
    case 'ArrowLeft': return ['left', byWord ? 'word' : 'character']
    case 'ArrowRight': return ['right', byWord ? 'word' : 'character']
    case 'ArrowUp': return event.shiftKey || browsing ? ['backward', byWord ? 'paragraph' : 'line'] : null
    case 'ArrowDown': return event.shiftKey || browsing ? ['forward', byWord ? 'paragraph' : 'line'] : null
    case 'Home': return ['backward', byWord ? 'documentboundary' : 'lineboundary']
    case 'End': return ['forward', byWord ? 'documentboundary' : 'lineboundary']
    default: return null
  }
}

/** The selection; if it is not in the text, a caret at the first line in view. */
function startCaret(map: TextMap): Selection {
  const selection = window.getSelection()!
  if (!map.root.contains(selection.focusNode)) {
    const point = pointAt(map, offsetInView(map, 'first'), 'after')
    selection.collapse(point.node, point.offset)
  }
  return selection
}

function moveCaret(map: TextMap, selection: Selection, [direction, granularity]: Step, extend: boolean): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  if (granularity === 'documentboundary') {
    const last = map.blocks.at(-1)
    const end = direction === 'forward' && last ? Number(last.dataset.start) + (last.textContent ?? '').length : 0
    const point = pointAt(map, end, direction === 'forward' ? 'before' : 'after')
    if (extend) selection.extend(point.node, point.offset)
    else selection.collapse(point.node, point.offset)
    return
  }
  selection.modify(extend ? 'extend' : 'move', direction as 'forward', granularity as 'line')
  // Never out of the text.
  const inText = map.root.contains(selection.focusNode)
  if (!inText && anchorNode && focusNode) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
}

/** Scrolls the caret into view and says where it is. */
function caretPlace(map: TextMap, selection: Selection): CaretPlace | null {
  if (!selection.focusNode) return null
  const range = document.createRange()
  range.setStart(selection.focusNode, selection.focusOffset)
  let rect = range.getClientRects()[0]
  if (!rect) {
    const point = pointAt(map, offsetAt(map, selection.focusNode, selection.focusOffset), 'after')
    range.setStart(point.node, point.offset)
    rect = range.getClientRects()[0] ?? (point.node instanceof Element ? point.node : point.node.parentElement)?.getBoundingClientRect()
  }
  if (!rect) return null
  const pane = paneOf(map)
  const view = pane.getBoundingClientRect()
  if (rect.top < view.top + 24) pane.scrollTop += rect.top - view.top - 24
  else if (rect.bottom > view.bottom - 24) pane.scrollTop += rect.bottom - view.bottom + 24
  const sheet = map.root.closest('.sheet')!.getBoundingClientRect()
  const settled = range.getClientRects()[0] ?? rect
  return { left: settled.left - sheet.left, top: settled.top - sheet.top, height: settled.height || 24 }
}
