import { useEffect, useLayoutEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode, type RefObject } from 'react'
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useWords } from '../comparing/use-words.ts'
import { columnNames, columnsIn, templateOf, type Column } from './columns.ts'
import { HEAD, scrolling, togglePicked, useTableLook } from './table-look.ts'
import { TableHead } from './table-head.tsx'
import { GroupHead, TableRow } from './table-row.tsx'
import { pickRange, useTableKeys } from './use-table-keys.ts'
import type { Table } from './use-table.ts'

/** In CSS px. */
const HEAD_HEIGHT = 36
const ROW_HEIGHT = 52
const GROUP_HEIGHT = 36
/** Words are asked for in blocks of rows, so that a step of scrolling seldom asks. */
const BLOCK = 32

/** All rows are there for keys and screen readers' counts; those in view are drawn. */
export function StatementsTable({ table }: { table: Table }): ReactNode {
  const { rows, marks } = table
  const scroller = useRef<HTMLDivElement>(null)
  const picked = useTableLook((look) => look.picked)
  const sort = useTableLook((look) => look.sort)
  const columns = useColumns(scroller)
  const place = usePlace(table, columns)
  const virtualizer = useRows(scroller, table, place.index)
  const words = useWordsInView(virtualizer, table)
  const goTo = useFocusing(scroller, virtualizer, table, columns)
  const page = (): number => Math.max(1, Math.floor((scroller.current!.clientHeight - HEAD_HEIGHT) / ROW_HEIGHT) - 1)
  const handleKey = useTableKeys({ table, columns, index: place.index, page, goTo })
  const template = templateOf(columns)
  const ids = useMemo(() => marks.map(({ id }) => id), [marks])

  return (
    <div
      ref={scroller} className="tb" role="grid" aria-label="Statements" aria-multiselectable aria-rowcount={rows.length + 1} aria-colcount={columns.length}
      onKeyDown={handleKey} onFocus={(event) => remember(event.target)} onMouseDown={keepSelection} onClickCapture={(event) => handleClick(event, table, place.index)}
      onScroll={(event) => { scrolling.top = event.currentTarget.scrollTop }}
    >
      <div role="rowgroup" className="tb-heads">
        <TableHead columns={columns} template={template} sort={sort} current={place.index < 0 ? place.column : null} ids={ids} picked={picked.size} />
      </div>
      <div role="rowgroup" className="tb-rows" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, size, key }) => {
          const row = rows[index]!
          const shared = { index, columns, current: index === place.index ? place.column : null, top: start - HEAD_HEIGHT, height: size }
          return row.kind === 'group'
            ? <GroupHead key={key} group={row} {...shared} />
            : <TableRow key={key} mark={row.mark} words={words.get(row.key)} speakers={table.speakerById} issues={table.issueById} tags={table.tagById} isPicked={picked.has(row.key)} template={template} {...shared} />
        })}
      </div>
    </div>
  )
}

function useColumns(scroller: RefObject<HTMLDivElement | null>): Column[] {
  const [width, setWidth] = useState(window.innerWidth)
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width))
    watch.observe(scroller.current!)
    return () => watch.disconnect()
  }, [scroller])
  const names = columnsIn(width).join(' ')
  return useMemo(() => names.split(' ') as Column[], [names])
}

interface Place { index: number; column: Column }

/** Where keys move from. A row that is gone leaves its place to the one that took it. */
function usePlace({ rows }: Table, columns: Column[]): Place {
  const current = useTableLook((look) => look.current)
  const column = useTableLook((look) => look.column)
  const indexes = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows])
  const known = current === HEAD ? -1 : current === null ? 0 : indexes.get(current)
  const index = known ?? Math.min(useTableLook.getState().at, rows.length - 1)
  useEffect(() => {
    const key = rows[index]?.key
    useTableLook.setState(known === undefined && key ? { current: key, at: index } : { at: Math.max(0, index) })
  }, [index, known, rows])
  return { index, column: columns.includes(column) ? column : columns[1]! }
}

type Rows = Virtualizer<HTMLDivElement, Element>

/** The current row is always drawn, so that the focus stays while the table scrolls. */
function useRows(scroller: RefObject<HTMLDivElement | null>, { rows }: Table, current: number): Rows {
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? GROUP_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => rows[index]?.key ?? index,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    overscan: 8,
    initialOffset: () => scrolling.top,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return current < 0 || current >= rows.length || drawn.includes(current) ? drawn : [...drawn, current].sort((a, b) => a - b)
    },
  })
}

function useWordsInView(virtualizer: Rows, { rows }: Table): ReturnType<typeof useWords> {
  const range = virtualizer.range ?? { startIndex: 0, endIndex: BLOCK }
  const [from, to] = [Math.floor(range.startIndex / BLOCK) * BLOCK, Math.ceil((range.endIndex + 1) / BLOCK) * BLOCK]
  const ids = useMemo(() => rows.slice(from, to).flatMap((row) => (row.kind === 'statement' ? [row.key] : [])), [rows, from, to])
  return useWords(ids)
}

/** Gives what goes to a cell. A table that one comes back to takes the focus where it was left. */
function useFocusing(scroller: RefObject<HTMLDivElement | null>, virtualizer: Rows, { rows }: Table, columns: Column[]): (index: number, column: Column) => void {
  const [wanted, setWanted] = useState<{ key: string } | null>(() => {
    const { current } = useTableLook.getState()
    return current ? { key: current } : null
  })
  const isDrawn = wanted !== null && (wanted.key === HEAD || virtualizer.getVirtualItems().some(({ key }) => key === wanted.key))
  useEffect(() => {
    if (!wanted || !isDrawn) return
    const { column } = useTableLook.getState()
    const row = scroller.current!.querySelectorAll<HTMLElement>(`[data-row="${CSS.escape(wanted.key)}"]`)
    const cell = [...row].find((one) => one.dataset.column === column) ?? row[0]
    cell?.focus({ preventScroll: true })
  }, [wanted, isDrawn, scroller])
  // The current row comes into view whoever made it the current one.
  useEffect(() => useTableLook.subscribe(({ current }, before) => {
    const index = current === before.current ? -1 : rows.findIndex(({ key }) => key === current)
    if (index >= 0) virtualizer.scrollToIndex(index)
  }), [rows, virtualizer])
  return (index, column) => {
    const key = index < 0 ? HEAD : rows[index]?.key
    if (!key) return
    useTableLook.setState({ current: key, column: columns.includes(column) ? column : columns[1]! })
    setWanted({ key })
  }
}

/** The cell that has the focus is the current one. */
function remember(target: EventTarget): void {
  const cell = (target as HTMLElement).closest<HTMLElement>('[data-row]')
  const { row, column } = cell?.dataset ?? {}
  if (row && column && column in columnNames) useTableLook.setState({ current: row, column: column as Column })
}

/** Shift and a click pick a range of rows, not of text. */
function keepSelection(event: MouseEvent): void {
  if (event.shiftKey && (event.target as HTMLElement).closest('.tb-row')) event.preventDefault()
}

function handleClick(event: MouseEvent, { rows }: Table, index: number): void {
  const key = (event.target as HTMLElement).closest<HTMLElement>('.tb-row')?.dataset.key
  if (!key) return
  if (event.shiftKey) {
    event.preventDefault()
    event.stopPropagation()
    const { anchor } = useTableLook.getState()
    const from = rows.findIndex((row) => row.key === anchor)
    pickRange(rows, from < 0 ? Math.max(0, index) : from, rows.findIndex((row) => row.key === key))
  } else if ((event.ctrlKey || event.metaKey) && !(event.target as HTMLElement).closest('a, input')) togglePicked(key)
}
