import { useEffect, useRef, type RefObject } from 'react'
import type { Place } from './use-grid-keys.ts'

/** Where each comparison's matrix was left: the way back from a passage leads to the same place. It lasts as long as the window. */
export interface MatrixPlace {
  /** In CSS pixels. */
  top: number
  left: number
  current: Place
  /** The focus was in the grid. */
  hasFocus: boolean
}

const places = new Map<string, MatrixPlace>()

export function placeLeft(comparisonId: string | undefined): MatrixPlace {
  return places.get(comparisonId ?? '') ?? { top: 0, left: 0, current: { row: 0, column: 0 }, hasFocus: false }
}

/** Goes where the matrix was left, and remembers where it is when it is left again. */
export function useKeptPlace(comparisonId: string | undefined, scroller: RefObject<HTMLElement | null>, current: Place, goTo: (place: Place) => void): void {
  const latest = useRef({ current, goTo })
  useEffect(() => { latest.current = { current, goTo } })
  useEffect(() => {
    const element = scroller.current!
    const left = placeLeft(comparisonId)
    if (left.hasFocus) latest.current.goTo(left.current)
    const remember = (): void => {
      places.set(comparisonId ?? '', { top: element.scrollTop, left: element.scrollLeft, current: latest.current.current, hasFocus: element.contains(document.activeElement) || document.querySelector('.cell-view') !== null })
    }
    element.addEventListener('scroll', remember, { passive: true })
    element.addEventListener('focusin', remember)
    return () => {
      element.removeEventListener('scroll', remember)
      element.removeEventListener('focusin', remember)
    }
  }, [comparisonId, scroller])
}
