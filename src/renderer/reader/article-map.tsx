import { useEffect, useState, type CSSProperties, type MouseEvent, type ReactNode } from 'react'
import { paneOf } from './pane.ts'
import { colourOf, isPlaced, useReader } from './reader-context.ts'

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

  const handleClick = (event: MouseEvent<HTMLElement>): void => {
    if (!map) return
    const box = event.currentTarget.getBoundingClientRect()
    const pane = paneOf(map)
    pane.scrollTop = (event.clientY - box.top) / box.height * pane.scrollHeight - pane.clientHeight / 2
  }

  const length = Math.max(1, article.text.length)
  return (
    <div className="article-map" aria-hidden onClick={handleClick}>
      <span className="article-map-port" style={{ top: `${port.top}%`, height: `${port.height}%` }} />
      {highlights.filter((one) => isPlaced(one, article)).flatMap((highlight) => highlight.ranges.map((range) => (
        <i
          key={`${highlight.id} ${range.start}`}
          className={`sp${colourOf(highlight, speakers) ?? 0}`}
          style={{ '--y': 100 * range.start / length, '--h': 100 * (range.end - range.start) / length } as CSSProperties}
          onClick={(event) => { event.stopPropagation(); choose({ highlightId: highlight.id }, { reveal: true }) }}
        />
      )))}
    </div>
  )
}
