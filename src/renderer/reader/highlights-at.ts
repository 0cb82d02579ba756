import type { Highlight } from '../../shared/highlight.ts'
import { offsetAt, rangeAt, type TextMap } from './text-offsets.ts'

/** How far from the letter under the point a line can reach, in UTF-16 code units. */
const LINE = 300

/** The highlights drawn under a point of the window (CSS pixels), the shortest first. */
export function highlightsAt(map: TextMap, highlights: Highlight[], x: number, y: number): Highlight[] {
  const lengthOf = (highlight: Highlight): number => highlight.ranges.reduce((sum, range) => sum + range.end - range.start, 0)
  const caret = document.caretPositionFromPoint(x, y)
  const offset = caret ? offsetAt(map, caret.offsetNode, caret.offset) : 0
  return highlights
    .filter((highlight) => highlight.ranges.some((range) => {
      if (range.end < offset - LINE || range.start > offset + LINE) return false
      return [...rangeAt(map, range).getClientRects()].some((rect) => x >= rect.left && x <= rect.right && y >= rect.top - 2 && y <= rect.bottom + 6)
    }))
    .sort((a, b) => lengthOf(a) - lengthOf(b))
}

/** A second click at the same place goes on to the next one. */
export function nextAt(found: Highlight[], chosenId: string | undefined): Highlight | undefined {
  return found[(found.findIndex((highlight) => highlight.id === chosenId) + 1) % Math.max(1, found.length)]
}
