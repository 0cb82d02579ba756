import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Article } from '../../shared/article.ts'
import { sentenceAt } from '../../shared/sentences.ts'
import { announce } from '../ui/announce.ts'
import { offsetInView, paneOf } from './pane.ts'
import { stepSentence } from './sentence-steps.ts'
import { offsetAt, pointAt, spanOf, type TextMap } from './text-offsets.ts'
import { stepOffset } from './text-steps.ts'
import { selectedSpan } from './use-passage.ts'

/** Where the caret stands on the sheet, in CSS pixels. */
export interface CaretPlace { left: number; top: number; height: number }

type Step = [direction: string, granularity: string]

/** How many characters of a selection are read out. */
const SPOKEN = 200

export interface Caret {
  /** Null while the text has no caret to show. */
  place: CaretPlace | null
  /** Puts the caret at an offset and the keyboard in the text. */
  put: (offset: number) => void
}

/**
 * Selecting with the keyboard in text that can't be edited: arrows, with Shift to select, Ctrl by words and Alt by sentences;
 * up and down with Shift, or with caret browsing (F7). The browser moves the selection, the reader shows where it is.
 */
export function useCaret(map: TextMap | null, { text, language }: Article): Caret {
  const [place, setPlace] = useState<CaretPlace | null>(null)
  useEffect(() => {
    if (!map) return
    let browsing = false
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.target !== map.root) return
      if (event.key === 'F7') {
        browsing = !browsing
        announce(browsing ? 'Caret browsing is on.' : 'Caret browsing is off.')
        setPlace(browsing ? caretPlace(map, startCaret(map)) : null)
        event.preventDefault()
        return
      }
      const act = sentenceAct(event, map, text, language ?? '') ?? arrowAct(event, map, text, browsing)
      if (!act) return
      event.preventDefault()
      const said = act(startCaret(map))
      setPlace(caretPlace(map, window.getSelection()!))
      const span = selectedSpan(map, text)
      if (span) announce(`Selected: ${spoken(text.slice(span.start, span.end))}`)
      else if (said) announce(spoken(said))
    }
    const hide = (): void => setPlace(null)
    map.root.addEventListener('keydown', handleKeyDown)
    map.root.addEventListener('pointerdown', hide)
    map.root.addEventListener('blur', hide)
    return () => {
      map.root.removeEventListener('keydown', handleKeyDown)
      map.root.removeEventListener('pointerdown', hide)
      map.root.removeEventListener('blur', hide)
    }
  }, [map, text, language])

  const put = useCallback((offset: number) => {
    if (!map) return
    map.root.focus({ preventScroll: true })
    const point = pointAt(map, offset, 'after')
    const selection = window.getSelection()!
    selection.collapse(point.node, point.offset)
    setPlace(caretPlace(map, selection))
  }, [map])
  return useMemo(() => ({ place, put }), [place, put])
}

/** Moves the selection; gives the words to read out when nothing is selected. */
type Act = (selection: Selection) => string | void

function arrowAct(event: KeyboardEvent, map: TextMap, text: string, browsing: boolean): Act | null {
  const step = stepOf(event, browsing)
  return step && ((selection) => {
    moveCaret(map, selection, step, event.shiftKey)
    const at = focusOf(map, selection)
    return text.slice(at, stepOffset(text, at, step[1] === 'character' ? 'character' : 'word', 1)).trim()
  })
}

/** By sentence with Alt; a full stop selects the whole one. */
function sentenceAct(event: KeyboardEvent, map: TextMap, text: string, language: string): Act | null {
  if (event.ctrlKey || event.metaKey) return null
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    const by = event.key === 'ArrowDown' ? 1 : -1
    return event.shiftKey
      ? (selection) => extendBySentence(map, selection, text, language, by)
      : (selection) => {
          const next = stepSentence(text, focusOf(map, selection), language, by, 'start')
          const point = pointAt(map, next, 'after')
          selection.collapse(point.node, point.offset)
          const sentence = next < text.length ? sentenceAt(text, next, language) : null
          return sentence ? text.slice(sentence.start, sentence.end) : 'End of the article.'
        }
  }
  if (event.key === '.' && !event.altKey) return (selection) => selectSentence(map, selection, text, language)
  return null
}

/** From the end of one sentence to the end of another after the anchor, from start to start before it. */
function extendBySentence(map: TextMap, selection: Selection, text: string, language: string, by: 1 | -1): void {
  const focus = focusOf(map, selection)
  const anchor = selection.anchorNode ? offsetAt(map, selection.anchorNode, selection.anchorOffset) : focus
  const shrinks = by > 0 ? focus < anchor : focus > anchor
  const next = stepSentence(text, focus, language, by, (by > 0) === shrinks ? 'start' : 'end')
  const passes = shrinks && (by > 0 ? next > anchor : next < anchor)
  const point = pointAt(map, passes ? anchor : next, by > 0 ? 'before' : 'after')
  selection.extend(point.node, point.offset)
}

function selectSentence(map: TextMap, selection: Selection, text: string, language: string): void {
  // What is selected begins in the sentence that is meant.
  const from = selection.isCollapsed ? focusOf(map, selection) : spanOf(map, selection.getRangeAt(0)).start
  const sentence = sentenceAt(text, from, language)
  if (!sentence) return
  const start = pointAt(map, sentence.start, 'after')
  const end = pointAt(map, sentence.end, 'before')
  selection.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
}

function focusOf(map: TextMap, selection: Selection): number {
  return selection.focusNode ? offsetAt(map, selection.focusNode, selection.focusOffset) : 0
}

function spoken(words: string): string {
  return words.length > SPOKEN ? `${words.slice(0, SPOKEN / 2)} … ${words.slice(-SPOKEN / 2)}` : words
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
  const pane = paneOf(map)
  let rect = caretRect(map, selection.focusNode, selection.focusOffset)
  // What comes into view gets its true height and moves the rest, so look again.
  for (let round = 0; rect && round < 3; round += 1) {
    const view = pane.getBoundingClientRect()
    if (rect.top < view.top + 24) pane.scrollTop += rect.top - view.top - 24
    else if (rect.bottom > view.bottom - 24) pane.scrollTop += rect.bottom - view.bottom + 24
    else break
    rect = caretRect(map, selection.focusNode, selection.focusOffset)
  }
  if (!rect) return null
  const sheet = map.root.closest('.sheet')!.getBoundingClientRect()
  return { left: rect.left - sheet.left, top: rect.top - sheet.top, height: rect.height || 24 }
}

function caretRect(map: TextMap, node: Node, offset: number): DOMRect | undefined {
  const range = document.createRange()
  range.setStart(node, offset)
  const rect = range.getClientRects()[0]
  if (rect) return rect
  const point = pointAt(map, offsetAt(map, node, offset), 'after')
  range.setStart(point.node, point.offset)
  return range.getClientRects()[0] ?? (point.node instanceof Element ? point.node : point.node.parentElement)?.getBoundingClientRect()
}
