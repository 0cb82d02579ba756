import { useState, type KeyboardEvent } from 'react'

export interface Place {
  row: number
  column: number
}

export interface GridKeys {
  current: Place
  setCurrent: (place: Place) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/**
 * Moves through the cells of a grid (WAI-ARIA APG, grid pattern): arrows, Home and End in the row, with Ctrl in the grid.
 * Other keys pressed on a cell itself go to `onKey`, which says whether it took them.
 */
export function useGridKeys({ rows, columns, onKey }: { rows: number; columns: number; onKey: (key: string, place: Place) => boolean }): GridKeys {
  const [wanted, setCurrent] = useState<Place>({ row: 0, column: 0 })
  const current = { row: clamp(wanted.row, rows), column: clamp(wanted.column, columns) }

  const handleKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[role="gridcell"]')
    if (!cell || event.altKey) return
    const place = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
    const next = placeAfter(event.key, event.ctrlKey || event.metaKey, place, { row: rows - 1, column: columns - 1 })
    if (next) {
      const to = { row: clamp(next.row, rows), column: clamp(next.column, columns) }
      event.currentTarget.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus()
      event.preventDefault()
    } else if (event.target === cell && !event.ctrlKey && !event.metaKey && onKey(event.key, place)) event.preventDefault()
  }
  return { current, setCurrent, onKeyDown: handleKeyDown }
}

function placeAfter(key: string, far: boolean, { row, column }: Place, last: Place): Place | null {
  switch (key) {
    case 'ArrowLeft': return { row, column: column - 1 }
    case 'ArrowRight': return { row, column: column + 1 }
    case 'ArrowUp': return { row: row - 1, column }
    case 'ArrowDown': return { row: row + 1, column }
    case 'Home': return { row: far ? 0 : row, column: 0 }
    case 'End': return { row: far ? last.row : row, column: last.column }
    default: return null
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}
