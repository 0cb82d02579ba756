import { useEffect, useMemo, useState, type MouseEvent, type ReactNode } from 'react'
import type { Highlight } from '../../shared/highlight.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { paneOf } from './pane.ts'
import { colourOf, isPlaced, useReader } from './reader-context.ts'

/** The strip's height in its own units, and the least that a mark covers of it. */
const HEIGHT = 1000
const LEAST = 4

/** The whole article as a line: where it is marked and what is in view. For the mouse; the margin's list is the same for the keyboard. */
export function ArticleMap({ layout }: { layout: number }): ReactNode {
  const { article, highlights, speakers, map, choose } = useReader()
  const [port, setPort] = useState({ top: 0, height: 100 })

  useEffect(() => {
    if (!map) return
    const pane = paneOf(map)
    const handleScroll = (): void => setPort({ top: 100 * pane.scrollTop / pane.scrollHeight, height: 100 * pane.clientHeight / pane.scrollHeight })
    handleScroll()
    pane.addEventListener('scroll', handleScroll, { passive: true })
    return () => pane.removeEventListener('scroll', handleScroll)
  }, [map, layout])

  const placed = useMemo(() => highlights.filter((one) => isPlaced(one, article)), [highlights, article])
  const length = Math.max(1, article.text.length)
  const paths = useMemo(() => pathsOf(placed, speakers, length), [placed, speakers, length])

  const handleClick = (event: MouseEvent<HTMLElement>): void => {
    if (!map) return
    const box = event.currentTarget.getBoundingClientRect()
    const y = (event.clientY - box.top) / box.height
    const marked = (event.target as Element).closest('path') ? nearest(placed, y * length) : undefined
    if (marked) return choose({ highlightId: marked.id }, { reveal: true })
    const pane = paneOf(map)
    pane.scrollTop = y * pane.scrollHeight - pane.clientHeight / 2
  }

  return (
    <div className="article-map" aria-hidden onClick={handleClick}>
      <span className="article-map-port" style={{ top: `${port.top}%`, height: `${port.height}%` }} />
      <svg viewBox={`0 0 1 ${HEIGHT}`} preserveAspectRatio="none">
        {[...paths].map(([colour, path]) => <path key={colour} className={`sp${colour}`} d={path} />)}
      </svg>
    </div>
  )
}

/** A shape for each colour: thousands of marks stay a handful of elements. */
function pathsOf(highlights: Highlight[], speakers: Speaker[], length: number): Map<number, string> {
  const parts = new Map<number, Set<string>>()
  for (const highlight of highlights) {
    const colour = colourOf(highlight, speakers) ?? 0
    const path = parts.get(colour) ?? new Set()
    parts.set(colour, path)
    for (const { start, end } of highlight.ranges) {
      path.add(`M0 ${Math.round(start / length * HEIGHT)}h1v${Math.max(LEAST, Math.round((end - start) / length * HEIGHT))}h-1z`)
    }
  }
  return new Map([...parts].map(([colour, path]) => [colour, [...path].join('')]))
}

function nearest(highlights: Highlight[], offset: number): Highlight | undefined {
  const away = ({ ranges }: Highlight): number => Math.min(...ranges.map(({ start, end }) => Math.max(start - offset, offset - end, 0)))
  return highlights.reduce<Highlight | undefined>((best, one) => (!best || away(one) < away(best) ? one : best), undefined)
}
