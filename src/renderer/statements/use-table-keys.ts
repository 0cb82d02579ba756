import type { KeyboardEvent } from 'react'
import { stanceNames, stances } from '../../shared/statement.ts'
import { client } from '../api.ts'
import { navigate } from '../route.ts'
import { announce } from '../ui/announce.ts'
import { toastError } from '../ui/toast.tsx'
import type { Row } from './arrange-rows.ts'
import type { Column } from './columns.ts'
import { deleteStatements } from './statement-acts.ts'
import { pick, toggleGroup, togglePicked, useTableLook } from './table-look.ts'
import { beginTriage, triageKinds, wish } from './triage.ts'
import type { Table } from './use-table.ts'

export interface TableKeys {
  table: Table
  columns: Column[]
  /** Of the current row; -1 is the row of heads. */
  index: number
  /** How many rows are in view. */
  page: () => number
  /** Shows the row and takes the focus there. */
  goTo: (index: number, column: Column) => void
}

/** WAI-ARIA APG's grid pattern: arrows, Home and End in the row, with Ctrl in the table, Page keys; Shift with up and down picks. */
export function useTableKeys(keys: TableKeys): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.altKey || event.defaultPrevented) return
    const far = event.ctrlKey || event.metaKey
    const taken = move(event, far, keys) || (!far && act(event, keys)) || (far && event.key.toLowerCase() === 'a' && pickAll(keys.table))
    if (taken) event.preventDefault()
  }
}

function move(event: KeyboardEvent, far: boolean, { table: { rows }, columns, index, page, goTo }: TableKeys): boolean {
  const column = useTableLook.getState().column
  const at = columns.indexOf(column)
  const row = rows[index]
  const to = (next: number, nextColumn = column): true => {
    const bounded = Math.max(-1, Math.min(rows.length - 1, next))
    if (event.shiftKey) extend(rows, index, Math.max(0, bounded))
    goTo(event.shiftKey ? Math.max(0, bounded) : bounded, nextColumn)
    return true
  }
  switch (event.key) {
    case 'ArrowUp': return to(index - 1)
    case 'ArrowDown': return to(index + 1)
    case 'PageUp': return to(Math.max(0, index - page()))
    case 'PageDown': return to(index + page())
    case 'Home': return to(far ? 0 : index, columns[0]!)
    case 'End': return to(far ? rows.length - 1 : index, columns.at(-1)!)
    case 'ArrowLeft': case 'ArrowRight': {
      const right = event.key === 'ArrowRight'
      if (row?.kind === 'group') return row.isFolded === right ? fold(row.key) : true
      return to(index, columns[Math.max(0, Math.min(columns.length - 1, at + (right ? 1 : -1)))]!)
    }
    default: return false
  }
}

function fold(key: string): true {
  toggleGroup(key)
  return true
}

/** Picks from where the range began to the row that is gone to. */
function extend(rows: Row[], from: number, to: number): void {
  const { anchor } = useTableLook.getState()
  const begin = anchor === null ? -1 : rows.findIndex((row) => row.key === anchor)
  const start = begin < 0 ? Math.max(0, from) : begin
  if (begin < 0) useTableLook.setState({ anchor: rows[start]?.key ?? null })
  pickRange(rows, start, to)
}

export function pickRange(rows: Row[], from: number, to: number): void {
  const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1).filter((row) => row.kind === 'statement').map((row) => row.key)
  pick(range)
  announce(`${range.length} picked`)
}

function pickAll({ marks }: Table): boolean {
  pick(marks.map(({ id }) => id))
  announce(`${marks.length} picked`)
  return true
}

/** Keys on a cell that do something; says whether it did. */
function act({ key, shiftKey, target }: KeyboardEvent, { table, index, goTo }: TableKeys): boolean {
  const wanted = shiftKey ? triageKinds.find(({ keys }) => keys === `Shift ${key.toUpperCase()}`)?.wanted : undefined
  if (wanted) {
    if (!beginTriage(wanted, table.marks)) goTo(index, useTableLook.getState().column)
    return true
  }
  const { column, picked } = useTableLook.getState()
  const row = table.rows[index]
  if (key === 'Escape' && picked.size > 0) {
    useTableLook.setState({ picked: new Set(), anchor: null })
    announce('Nothing picked')
    return true
  }
  // A button or a check box does itself what Enter and Space do.
  if (index < 0 || row?.kind !== 'statement' || (key === ' ' && (target as HTMLElement).tagName === 'INPUT')) return false
  if (key === ' ') {
    togglePicked(row.key)
    announce(`${useTableLook.getState().picked.size} picked`)
    return true
  }
  if (key === 'Enter') return enter(row.key, column, table)
  if (key === 'Delete') {
    deleteStatements(picked.size > 0 ? [...picked] : [row.key])
    return true
  }
  const stance = stances[Number(key) - 1]
  if (!stance) return false
  client.call('statements.update', { id: row.key, stance }).then(() => announce(`Stance: ${stanceNames[stance]}.`), toastError)
  return true
}

/** To what the cell shows: its field beside the table, or the passage. */
function enter(id: string, column: Column, { marks }: Table): boolean {
  if (column === 'quote' || column === 'source') {
    void client.call('statements.list', { ids: [id] }).then(([one]) => one && navigate({ screen: 'article', articleId: one.articleId, highlightId: one.highlightId, statementId: id }), toastError)
    return true
  }
  if (!marks.some((mark) => mark.id === id)) return false
  useTableLook.setState({ panelShown: true })
  wish(id, column === 'issue' || column === 'stance' || column === 'wording' ? column : 'speaker')
  return true
}
