import { useEffect, useRef, type RefObject } from 'react'
import type { Place } from '../ui/use-grid-keys.ts'

/** Where each comparison's matrix was left: the way back from a passage leads to the same place. It lasts as long as the window. */
export interface MatrixPlace {
  /** In CSS pixels. */
  top: number
  left: number
  current: Place
  /** The focus has been in the grid. */
  hasFocus: boolean
}

const places = new Map<string, MatrixPlace>()

export function placeLeft(comparisonId: string | undefined): MatrixPlace {
  return places.get(comparisonId ?? '') ?? { top: 0, left: 0, current: { row: 0, column: 0 }, hasFocus: false }
}

/** Goes where the matrix was left, and remembers where it is now. */
export function useKeptPlace(comparisonId: string | undefined, scroller: RefObject<HTMLElement | null>, current: Place, goTo: (place: Place) => void): void {
  const comeBack = useRef(() => { if (placeLeft(comparisonId).hasFocus) goTo(current) })
  const keep = (changed: Partial<MatrixPlace>): void => { places.set(comparisonId ?? '', { ...placeLeft(comparisonId), ...changed }) }
  useEffect(() => comeBack.current(), [])
  useEffect(() => {
    keep({ current })
    const element = scroller.current!
    const handleScroll = (): void => keep({ top: element.scrollTop, left: element.scrollLeft })
    const handleFocus = (): void => keep({ hasFocus: true })
    element.addEventListener('scroll', handleScroll, { passive: true })
    element.addEventListener('focusin', handleFocus)
    return () => {
      element.removeEventListener('scroll', handleScroll)
      element.removeEventListener('focusin', handleFocus)
    }
  })
}
