import { memo, type ReactNode } from 'react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { columnNames, type Column } from './columns.ts'
import { HEAD, pick, sortBy, type TableLook } from './table-look.ts'

export interface TableHeadProps {
  columns: Column[]
  template: string
  sort: TableLook['sort']
  /** The column that keys move from, if this row is the current one. */
  current: Column | null
  /** Of those that the filters let through. */
  ids: string[]
  picked: number
}

/** A click or Enter sorts by the column: upwards, downwards, then as they came. */
export const TableHead = memo(function TableHead({ columns, template, sort, current, ids, picked }: TableHeadProps): ReactNode {
  return (
    <div role="row" aria-rowindex={1} className="tb-head" style={{ gridTemplateColumns: template }}>
      {columns.map((column, at) => {
        const shared = { 'data-row': HEAD, 'data-column': column, tabIndex: current === column ? 0 : -1 }
        const order = sort?.column === column ? (sort.descending ? 'descending' : 'ascending') : undefined
        return column === 'pick' ? (
          <div key={column} role="columnheader" aria-colindex={1} className="tb-pick">
            <input
              type="checkbox" {...shared} aria-label="Pick all" checked={picked > 0 && picked === ids.length} ref={(box) => { if (box) box.indeterminate = picked > 0 && picked < ids.length }}
              onChange={() => pick(picked === ids.length ? [] : ids)}
            />
          </div>
        ) : (
          <div key={column} role="columnheader" aria-colindex={at + 1} {...(order ? { 'aria-sort': order } : {})}>
            <button type="button" {...shared} className={order ? 'tb-sort is-on' : 'tb-sort'} onClick={() => sortBy(column)}>
              {columnNames[column]}
              {order && (order === 'descending' ? <ArrowDown size={14} strokeWidth={1.5} aria-hidden /> : <ArrowUp size={14} strokeWidth={1.5} aria-hidden />)}
            </button>
          </div>
        )
      })}
    </div>
  )
})
