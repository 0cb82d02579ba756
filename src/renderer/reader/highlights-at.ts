import type { Highlight } from '../../shared/highlight.ts'
import { rangeAt, type TextMap } from './text-offsets.ts'

/** The highlights drawn under a point of the window (CSS pixels), the shortest first. */
export function highlightsAt(map: TextMap, highlights: Highlight[], x: number, y: number): Highlight[] {
  const lengthOf = (highlight: Highlight): number => highlight.ranges.reduce((sum, range) => sum + range.end - range.start, 0)
  return highlights
    .filter((highlight) => highlight.ranges.some((range) => {
      return [...rangeAt(map, range).getClientRects()].some((rect) => x >= rect.left && x <= rect.right && y >= rect.top - 2 && y <= rect.bottom + 6)
    }))
    .sort((a, b) => lengthOf(a) - lengthOf(b))
}

/** A second click at the same place goes on to the next one. */
export function nextAt(found: Highlight[], chosenId: string | undefined): Highlight | undefined {
  return found[(found.findIndex((highlight) => highlight.id === chosenId) + 1) % Math.max(1, found.length)]
}
