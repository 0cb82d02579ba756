import { useEffect, useMemo } from 'react'
import { drawingOf, type Drawing, type Mark } from './lanes.ts'
import { clearMarks, paintMarks } from './paint-marks.ts'
import { isPlaced, type Reader } from './reader-context.ts'

/** Draws the highlights over the text and says what was drawn. */
export function useDrawing({ article, highlights, speakers, map, chosen }: Reader): Drawing {
  const marks = useMemo(() => highlights.filter((one) => isPlaced(one, article)).flatMap((highlight): Mark[] => {
    const colours = highlight.statements.map((statement) => speakers.find((speaker) => speaker.id === statement.speakerId)?.colour ?? 0)
    return [...new Set(colours.length > 0 ? colours : [0])].map((colour) => ({ highlightId: highlight.id, colour, spans: highlight.ranges }))
  }), [article, highlights, speakers])
  const activeId = chosen?.highlightId ?? null
  const drawing = useMemo(() => drawingOf(marks, activeId), [marks, activeId])
  useEffect(() => {
    if (map) paintMarks(map, drawing)
    return clearMarks
  }, [map, drawing])
  return drawing
}
