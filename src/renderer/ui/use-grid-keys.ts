import { useEffect, useRef, type KeyboardEvent } from 'react'

/** Row -1 is the column heads, column -1 the row heads, where these take the focus. */
export interface Place {
  row: number
  column: number
}

export interface GridKeys {
  /** Makes it the one cell that Tab reaches, and moves the focus there. */
  goTo: (place: Place) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export interface GridKeysParts {
  rows: number
  columns: number
  /** Heads take the focus too. */
  heads?: boolean
  /** The one cell that Tab reaches. */
  current: Place
  setCurrent: (place: Place) => void
  /** Brings a place into view, so that it is drawn. */
  onReach: (place: Place) => void
  /** Keys other than those that move. Says whether it took the key. */
  onKey: (event: KeyboardEvent<HTMLElement>, place: Place) => boolean
  /** How many rows a page is. */
  page: () => number
}

/**
 * Moves through the cells of a grid (WAI-ARIA APG, grid pattern): arrows, Home and End in the row, with Ctrl in the grid, Page Up and Down.
 * Only cells near those in view are drawn, so the focus follows once its cell is there.
 */
export function useGridKeys({ rows, columns, heads = true, current, setCurrent, onReach, onKey, page }: GridKeysParts): GridKeys {
  const grid = useRef<HTMLElement | null>(null)
  const isFollowed = useRef(false)

  // No dependencies: the cell may come with any of the next renders.
  useEffect(() => {
    if (!isFollowed.current) return
    const cell = cellAt(grid.current, current)
    if (!cell) return
    isFollowed.current = false
    cell.focus({ preventScroll: true })
  })

  const goTo = (place: Place): void => {
    const first = heads ? -1 : 0
    const to = { row: Math.max(first, clamp(place.row, rows)), column: Math.max(first, clamp(place.column, columns)) }
    isFollowed.current = true
    onReach(to)
    setCurrent(to)
  }
  const handleKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    grid.current = event.currentTarget
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
    if (!cell) return
    const place = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
    const next = event.altKey || event.shiftKey ? null : placeAfter(event.key, event.ctrlKey || event.metaKey, place, { row: rows - 1, column: columns - 1 }, page())
    if (next) {
      goTo(next.row === -1 && next.column === -1 ? place : next)
      event.preventDefault()
    } else if (event.target === cell && onKey(event, place)) event.preventDefault()
  }
  return { goTo, onKeyDown: handleKeyDown }
}

function cellAt(grid: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  return (grid ?? document).querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
}

function placeAfter(key: string, far: boolean, { row, column }: Place, last: Place, page: number): Place | null {
  switch (key) {
    case 'ArrowLeft': return { row, column: column - 1 }
    case 'ArrowRight': return { row, column: column + 1 }
    case 'ArrowUp': return { row: row - 1, column }
    case 'ArrowDown': return { row: row + 1, column }
    case 'PageUp': return { row: Math.max(0, row - page), column }
    case 'PageDown': return { row: row + page, column }
    case 'Home': return { row: far ? 0 : row, column: 0 }
    case 'End': return { row: far ? last.row : row, column: last.column }
    default: return null
  }
}

export function clamp(index: number, count: number): number {
  return Math.max(-1, Math.min(count - 1, index))
}
