import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode, type RefCallback } from 'react'
import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual'
import type { StatementInContext } from '../../shared/statement.ts'
import { useWords } from '../comparing/use-words.ts'
import { ColumnHead, RowHead } from './line-head.tsx'
import { placeLeft, useKeptPlace } from './matrix-place.ts'
import { idOf, type Cell, type Line, type Lines } from './matrix-lines.ts'
import { PositionCell } from './position-cell.tsx'
import { clamp, useGridKeys, type Place } from '../ui/use-grid-keys.ts'
import { useLineDrag } from './use-line-drag.ts'
import { useSizes } from './use-sizes.ts'

export interface MatrixGridProps {
  lines: Lines
  /** To come back to the same place. */
  comparisonId: string | undefined
  /** Keys on a cell that do not move. Says whether it took the key. */
  onCellKey: (event: KeyboardEvent<HTMLElement>, cell: Cell) => boolean
  onOpen: (cell: Cell) => void
  /** A row or a column gets another place; `to` counts without the one that moves. */
  onMove: (line: Line, to: number) => void
  onFold: (line: Line) => void
  onHide: (line: Line) => void
}

/** Only what is near the view is drawn; heads stay in view both ways. */
export function MatrixGrid({ lines, comparisonId, onCellKey, onOpen, onMove, onFold, onHide }: MatrixGridProps): ReactNode {
  const { rows, columns } = lines
  const scroller = useRef<HTMLDivElement>(null)
  const [left] = useState(() => placeLeft(comparisonId))
  const [wanted, setCurrent] = useState(left.current)
  const current = { row: clamp(wanted.row, rows.length), column: clamp(wanted.column, columns.length) }
  const { headWidth, columnWidth, headHeight } = useSizes(scroller, columns)

  const down = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => 136, overscan: 2, getItemKey: (at) => idOf(rows[at]!),
    paddingStart: headHeight, scrollPaddingStart: headHeight, initialOffset: left.top, rangeExtractor: (range) => withCurrent(range, current.row),
  })
  const across = useVirtualizer({
    horizontal: true, count: columns.length, getScrollElement: () => scroller.current, estimateSize: () => columnWidth, overscan: 1, getItemKey: (at) => idOf(columns[at]!),
    paddingStart: headWidth, scrollPaddingStart: headWidth, initialOffset: left.left, rangeExtractor: (range) => withCurrent(range, current.column),
  })
  useLayoutEffect(() => across.measure(), [across, columnWidth])

  const keys = useGridKeys({
    rows: rows.length, columns: columns.length, current, setCurrent,
    page: () => Math.max(1, Math.floor((scroller.current!.clientHeight - headHeight) / 136)),
    onReach: ({ row, column }) => {
      if (row >= 0) down.scrollToIndex(row)
      if (column >= 0) across.scrollToIndex(column)
    },
    onKey: (event, { row, column }) => {
      if (row >= 0 && column >= 0) return onCellKey(event, lines.cell(rows[row]!, columns[column]!))
      return moveByKey(event, row < 0 ? columns : rows, row < 0 ? column : row, row < 0)
    },
  })
  // The focus goes along with a head that moves, once it stands in its new place.
  const moved = useRef<{ id: string; from: Place } | null>(null)
  useEffect(() => {
    if (!moved.current) return
    const { id, from } = moved.current
    const place = { row: rows.findIndex((line) => idOf(line) === id), column: columns.findIndex((line) => idOf(line) === id) }
    if (place.row === from.row && place.column === from.column) return
    moved.current = null
    keys.goTo(place)
  })
  const moveByKey = (event: KeyboardEvent, along: Line[], at: number, isAcross: boolean): boolean => {
    const step = { [isAcross ? 'ArrowLeft' : 'ArrowUp']: -1, [isAcross ? 'ArrowRight' : 'ArrowDown']: 1 }[event.key]
    if (!event.altKey || !step || !along[at + step]) return false
    onMove(along[at]!, at + step)
    moved.current = { id: idOf(along[at]!), from: current }
    return true
  }
  useKeptPlace(comparisonId, scroller, current, keys.goTo)

  const [shownRows, shownColumns] = [down.getVirtualItems(), across.getVirtualItems()]
  const cells = new Map(shownRows.map((row) => [row.index, shownColumns.map((column) => lines.cell(rows[row.index]!, columns[column.index]!))]))
  const words = useWords([...cells.values()].flat().flatMap(({ position }) => position?.shown.map(({ id }) => id) ?? []))
  const drag = useLineDrag(onMove)
  const sizes: CSSProperties & Record<`--${string}`, string> = { '--w-head': `${headWidth}px`, '--h-head': `${headHeight}px` }
  const head = { drag, onFold, onHide, onMove, current, setCurrent }

  return (
    <div className="mx-scroll" ref={scroller} style={sizes}>
      <div className="mx" role="grid" aria-label="Positions" aria-multiselectable aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} onKeyDown={keys.onKeyDown} style={{ height: down.getTotalSize(), width: across.getTotalSize() }}>
        <div role="row" aria-rowindex={1} className="mx-heads">
          <div role="columnheader" aria-colindex={1} className="mx-corner"><span>{rows[0]?.kind === 'speaker' ? 'Speaker' : 'Issue'}</span><span>{columns[0]?.kind === 'issue' ? 'Issue' : 'Speaker'}</span></div>
          {shownColumns.map((column) => (
            <ColumnHead key={column.key} {...head} line={columns[column.index]!} count={columns.length} at={column.index} left={column.start} width={columnWidth} />
          ))}
        </div>
        {shownRows.map((row) => (
          <Row key={row.key} row={row} measure={down.measureElement}>
            <RowHead {...head} line={rows[row.index]!} count={rows.length} at={row.index} />
            {shownColumns.map((column, at) => (
              <PlacedCell
                key={column.key} cell={cells.get(row.index)![at]!} row={row.index} column={column.index} left={column.start} width={columnWidth} words={words} isOneYear={lines.isOneYear}
                current={current} setCurrent={setCurrent} onOpen={onOpen} onHold={keys.goTo}
              />
            ))}
          </Row>
        ))}
      </div>
    </div>
  )
}

/** As high as its head needs. */
function Row({ row, measure, children }: { row: VirtualItem; measure: RefCallback<HTMLElement>; children: ReactNode }): ReactNode {
  return <div role="row" aria-rowindex={row.index + 2} className="mx-row" ref={measure} data-index={row.index} style={{ transform: `translateY(${row.start}px)` }}>{children}</div>
}

interface PlacedCellProps {
  cell: Cell
  row: number
  column: number
  left: number
  width: number
  words: Map<string, StatementInContext>
  isOneYear: boolean
  current: Place
  setCurrent: (place: Place) => void
  onOpen: (cell: Cell) => void
  onHold: (place: Place) => void
}

function PlacedCell({ cell, row, column, left, width, words, isOneYear, current, setCurrent, onOpen, onHold }: PlacedCellProps): ReactNode {
  const at = { row, column }
  return (
    <PositionCell
      cell={cell} words={words} isOneYear={isOneYear} onOpen={() => { onHold(at); onOpen(cell) }}
      frame={{
        role: 'gridcell', 'aria-colindex': column + 2, 'data-row': row, 'data-column': column, style: { left, width },
        tabIndex: current.row === row && current.column === column ? 0 : -1, onFocus: () => setCurrent(at),
      }}
    />
  )
}

/** The one that Tab reaches is drawn wherever the view is. */
function withCurrent(range: Range, current: number): number[] {
  const shown = defaultRangeExtractor(range)
  if (current < 0 || current >= range.count || shown.includes(current)) return shown
  return [...shown, current].sort((a, b) => a - b)
}
