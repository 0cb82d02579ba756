import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Span } from '../../shared/anchor/selectors.ts'
import { paneOf } from './pane.ts'
import type { TextMap } from './text-offsets.ts'

/** How far beyond the view marks are drawn already, in heights of the pane. */
const BEYOND = 0.75

/** The text in view and somewhat around it: whole blocks, in UTF-16 code units. It changes only when the view nears its ends. */
export function useNear(map: TextMap | null, layout: number): Span | null {
  const [near, setNear] = useState<Span | null>(null)
  useLayoutEffect(() => {
    if (!map) return
    const pane = paneOf(map)
    let drawn: Span | null = null
    const look = (now: boolean): void => {
      const inView = spanAround(map, pane, 0)
      if (drawn && inView.start >= drawn.start && inView.end <= drawn.end) return
      const next = spanAround(map, pane, BEYOND)
      drawn = next
      if (now) setNear(next)
      // In this frame: words must not come into view before their marks.
      else flushSync(() => setNear(next))
    }
    look(true)
    const handleScroll = (): void => look(false)
    pane.addEventListener('scroll', handleScroll, { passive: true })
    return () => pane.removeEventListener('scroll', handleScroll)
  }, [map, layout])
  return near
}

function spanAround(map: TextMap, pane: HTMLElement, beyond: number): Span {
  const view = pane.getBoundingClientRect()
  const first = lastAbove(map, view.top - beyond * view.height)
  const last = lastAbove(map, view.bottom + beyond * view.height)
  return { start: map.starts[first] ?? 0, end: map.starts[last + 1] ?? Number.MAX_SAFE_INTEGER }
}

/** The last block that begins at or above the height. */
function lastAbove(map: TextMap, y: number): number {
  let low = 0
  let high = map.blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (map.blocks[middle]!.getBoundingClientRect().top <= y) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
