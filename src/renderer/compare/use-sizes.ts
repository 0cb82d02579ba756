import { useLayoutEffect, useState, type RefObject } from 'react'
import type { Line } from './matrix-lines.ts'

/** In CSS pixels. */
export interface Sizes {
  headWidth: number
  columnWidth: number
  headHeight: number
}

/** Columns share the width; narrower than this the grid scrolls sideways. */
const NARROWEST = 184

export function useSizes(scroller: RefObject<HTMLElement | null>, columns: Line[]): Sizes {
  const [width, setWidth] = useState(() => document.documentElement.clientWidth)
  useLayoutEffect(() => {
    const element = scroller.current!
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [scroller])
  const headWidth = width < 900 ? 168 : 248
  const issuesAcross = columns[0]?.kind === 'issue'
  const fair = columns.length > 0 ? Math.floor((width - headWidth) / columns.length) : 0
  return { headWidth, columnWidth: Math.max(NARROWEST, fair), headHeight: issuesAcross ? 136 : 76 }
}
