import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import type { StatementInContext } from '../../shared/statement.ts'
import { Caveat } from '../marks/caveat.tsx'

/** A quote in the room of a cell. What does not fit ends in […]; screen readers and the tooltip have all of it. */
export function CellQuote({ words, lines, onOpen }: { words: StatementInContext | undefined; lines: number; onOpen: () => void }): ReactNode {
  const quote = words?.quote
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!quote) return
    const element = box.current!
    const watch = new ResizeObserver(() => markCut(element))
    watch.observe(element)
    return () => watch.disconnect()
  }, [quote])
  if (!words) return <span className="mx-coming" />
  const room: CSSProperties & Record<'--lines', number> = { '--lines': lines }
  return <div ref={box} className="mx-quote" title={quote} dir="auto" style={room} onClick={onOpen}><Caveat words={words.caveat} />{quote}</div>
}

/** The mark takes room of its own, so it is taken away before looking whether the words fit without it. */
function markCut(element: HTMLElement): void {
  element.classList.remove('is-cut')
  element.classList.toggle('is-cut', element.scrollHeight > element.clientHeight + 1)
}
