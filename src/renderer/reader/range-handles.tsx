import { useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import type { Span } from '../../shared/anchor/selectors.ts'
import { paintAdjusting } from './paint-adjusting.ts'
import { offsetAt, pointAt, type TextMap } from './text-offsets.ts'
import { stepOffset } from './text-steps.ts'
import type { Ranges } from './use-ranges.ts'

export interface RangeHandlesProps {
  map: TextMap
  text: string
  ranges: Ranges
  /** The speaker's colour, 0 for none. */
  colour: number
  layout: number
}

type End = 'start' | 'end'
interface Handle { index: number; end: End; offset: number; left: number; top: number; height: number }

/** The ends of the chosen highlight's ranges: drag them, or move them with the arrows (Ctrl: by words). */
export function RangeHandles({ map, text, ranges, colour, layout }: RangeHandlesProps): ReactNode {
  const handles = useMemo(() => placeHandles(map, ranges.spans, layout), [map, ranges.spans, layout])
  return handles.map((handle) => (
    <RangeHandle key={`${handle.index} ${handle.end}`} handle={handle} map={map} text={text} ranges={ranges} colour={colour} many={ranges.spans.length > 1} />
  ))
}

function RangeHandle({ handle, map, text, ranges, colour, many }: { handle: Handle; map: TextMap; text: string; ranges: Ranges; colour: number; many: boolean }): ReactNode {
  const { index, end } = handle
  const [pulled, setPulled] = useState<number | null>(null)
  /** From the pointer to the middle of the line whose end it pulls, in CSS pixels. */
  const toLine = useRef(0)
  const span = ranges.spans[index]!
  useEffect(() => {
    if (pulled === null) return
    return paintAdjusting(map, [{ ...span, [end]: pulled }])
  }, [map, span, end, pulled])

  const handleDown = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault()
    event.currentTarget.focus()
    event.currentTarget.setPointerCapture(event.pointerId)
    const knob = event.currentTarget.getBoundingClientRect()
    toLine.current = (end === 'start' ? knob.bottom + handle.height / 2 : knob.top - handle.height / 2) - event.clientY
  }
  const handleMove = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const caret = document.caretPositionFromPoint(event.clientX, event.clientY + toLine.current)
    if (!caret || !map.root.contains(caret.offsetNode)) return
    const offset = offsetAt(map, caret.offsetNode, caret.offset)
    if (end === 'start' ? offset < span.end : offset > span.start) setPulled(offset)
  }
  const handleUp = (): void => {
    if (pulled !== null) ranges.moveEnd(index, end, pulled)
    setPulled(null)
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    event.stopPropagation()
    const forward = (event.key === 'ArrowRight') === (getComputedStyle(map.root).direction === 'ltr')
    ranges.moveEnd(index, end, stepOffset(text, span[end], event.ctrlKey || event.metaKey ? 'word' : 'character', forward ? 1 : -1))
  }
  const name = `${end === 'start' ? 'Start' : 'End'} of ${many ? `part ${index + 1} of ` : ''}the passage`
  return (
    <span
      className={`range-handle sp${colour}`}
      data-end={end}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={end === 'start' ? 0 : span.start + 1}
      aria-valuemax={end === 'start' ? span.end - 1 : text.length}
      aria-valuenow={span[end]}
      aria-valuetext={wordsAt(text, span[end], end)}
      title={`${name}: drag, or use the arrow keys`}
      style={{ left: handle.left, top: end === 'start' ? handle.top : handle.top + handle.height, '--line-box': `${handle.height}px` } as CSSProperties}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={handleUp}
      onPointerCancel={() => setPulled(null)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={handleKey}
    />
  )
}

/** The words that the end stands at, for a screen reader. */
function wordsAt(text: string, offset: number, end: End): string {
  return end === 'start' ? text.slice(offset, offset + 40) : text.slice(Math.max(0, offset - 40), offset)
}

/** Places on the sheet, in CSS pixels, as they are in this layout. */
function placeHandles(map: TextMap, spans: Span[], _layout: number): Handle[] {
  const sheet = map.root.closest('.sheet')!.getBoundingClientRect()
  return spans.flatMap((span, index) => (['start', 'end'] as const).flatMap((end) => {
    const point = pointAt(map, span[end], end === 'start' ? 'after' : 'before')
    const range = document.createRange()
    range.setStart(point.node, point.offset)
    const rect = range.getClientRects()[0]
    return rect ? [{ index, end, offset: span[end], left: rect.left - sheet.left, top: rect.top - sheet.top, height: rect.height }] : []
  }))
}
