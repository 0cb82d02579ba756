import { useRef, useState, type ReactNode } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import './check-list.css'

export interface CheckItem {
  id: string
  name: string
  mark?: ReactNode
  /** Said beside the name, small. */
  detail?: string
  /** Something to do with it, beside its box. */
  aside?: ReactNode
}

export interface CheckListProps {
  /** The group's name. */
  label: string
  items: CheckItem[]
  chosen: ReadonlySet<string>
  onChange: (chosen: Set<string>) => void
  /** The words of the box that checks all. */
  all: string
  /** At most as high, in CSS pixels. */
  height?: number
}

/** As many as are shown without a field to find them by. */
const FEW = 8

/** Any number of many: boxes, a field that finds them, and one box for all that are found. */
export function CheckList({ label, items, chosen, onChange, all, height = 280 }: CheckListProps): ReactNode {
  const [typed, setTyped] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const wanted = fold(typed.trim())
  const found = wanted ? items.filter(({ name, detail = '' }) => fold(`${name} ${detail}`).includes(wanted)) : items
  const rows = useVirtualizer({ count: found.length, getScrollElement: () => scroller.current, estimateSize: () => 32, overscan: 8, getItemKey: (at) => found[at]!.id })
  const checked = found.filter(({ id }) => chosen.has(id)).length
  const setAll = (on: boolean): void => {
    const next = new Set(chosen)
    for (const { id } of found) if (on) next.add(id); else next.delete(id)
    onChange(next)
  }
  const setOne = (id: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <div className="check-list" role="group" aria-label={label}>
      {items.length > FEW && <span className="field"><input aria-label={`Find in ${label.toLowerCase()}`} placeholder="Type to find" value={typed} spellCheck={false} onChange={(event) => setTyped(event.target.value)} /></span>}
      <label className="check-row check-all">
        <input type="checkbox" checked={found.length > 0 && checked === found.length} ref={(box) => { if (box) box.indeterminate = checked > 0 && checked < found.length }} onChange={(event) => setAll(event.target.checked)} />
        <span className="check-name">{wanted ? `All ${found.length} found` : all}</span>
        <span className="m">{checked} of {found.length}</span>
      </label>
      <div className="check-rows" ref={scroller} style={{ maxHeight: height }}>
        <div style={{ height: rows.getTotalSize() }} className="check-all-rows">
          {rows.getVirtualItems().map((row) => {
            const { id, name, mark, detail, aside } = found[row.index]!
            return (
              <div key={row.key} className="check-place" ref={rows.measureElement} data-index={row.index} style={{ transform: `translateY(${row.start}px)` }}>
                <label className="check-row">
                  <input type="checkbox" checked={chosen.has(id)} onChange={(event) => setOne(id, event.target.checked)} />
                  {mark}
                  <span className="check-name" dir="auto">{name}{detail && <small>{detail}</small>}</span>
                </label>
                {aside}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLocaleLowerCase()
}
