import { useLayoutEffect, useMemo } from 'react'
import type { Span } from '../../shared/anchor/selectors.ts'
import { inOrder, linesOf, tintsOf, type Mark, type Overflow } from './lanes.ts'
import { clearMarks, paintMarks } from './paint-marks.ts'
import { isPlaced, type Reader } from './reader-context.ts'
import { spanIndexOf } from './span-index.ts'

const nowhere: Overflow[] = []
/** In marks.css: a highlight that no statement reads, and a statement whose speaker is not named yet. */
const PLAIN = 0
const UNNAMED = 9

/** Draws the highlights near the view over the text, and says where there are more than lanes. */
export function useDrawing({ article, highlights, speakers, map, chosen, litIds }: Reader, near: Span | null): Overflow[] {
  const { revision } = article
  const marks = useMemo(() => {
    const colours = new Map(speakers.map((speaker) => [speaker.id, speaker.colour as number]))
    const placed = highlights.filter((one) => isPlaced(one, { revision }))
    return inOrder(placed.flatMap((highlight): Mark[] => {
      const own = new Set(highlight.statements.map((statement) => colours.get(statement.speakerId ?? '') ?? UNNAMED))
      return [...(own.size > 0 ? own : [PLAIN])].map((colour) => ({ highlightId: highlight.id, colour, spans: highlight.ranges }))
    }))
  }, [revision, highlights, speakers])
  const { lines, overflows } = useMemo(() => {
    const all = linesOf(marks)
    return { lines: spanIndexOf(all.lines, (line) => line.spans), overflows: all.overflows }
  }, [marks])
  const waits = useMemo(() => spanIndexOf(highlights.filter((one) => one.waiting && isPlaced(one, { revision })), (one) => one.ranges), [highlights, revision])
  const marksNear = useMemo(() => spanIndexOf(marks, (mark) => mark.spans), [marks])
  const activeIds = useMemo(() => new Set([...litIds, ...(chosen ? [chosen.highlightId] : [])]), [chosen, litIds])

  useLayoutEffect(() => {
    if (map && near) paintMarks(map, { lines: lines.within(near), tints: tintsOf(marksNear.within(near), activeIds), waits: waits.within(near).flatMap((one) => one.ranges) })
  }, [map, near, lines, marksNear, waits, activeIds])
  useLayoutEffect(() => (map ? () => clearMarks(map) : undefined), [map])
  return useMemo(() => (near ? overflows.filter(({ offset }) => offset >= near.start && offset <= near.end) : nowhere), [overflows, near])
}
