/** What was chosen for the table. It lasts as long as the window, so that Back finds the table as it was. */
import { create } from 'zustand'
import type { Stance, Wording } from '../../shared/statement.ts'
import type { Column, SortColumn } from './columns.ts'

export const groupings = { none: 'No groups', speaker: 'Speaker', issue: 'Issue', article: 'Article', stance: 'Stance' } as const
export type Grouping = keyof typeof groupings

export interface TableFilter {
  /** In the names of speaker, issue and source. */
  text: string
  stance: Stance | 'none' | null
  wording: Wording | null
  tagId: string | null
}

export interface TableLook {
  sort: { column: SortColumn; descending: boolean } | null
  grouping: Grouping
  /** Groups that show their head only. */
  folded: ReadonlySet<string>
  filter: TableFilter
  picked: ReadonlySet<string>
  /** Where a range of picks begins. */
  anchor: string | null
  /** The row (a statement, a group, or HEAD) and the column that keys move from. */
  current: string | null
  column: Column
  /** Where the current row was in the table, for when it is gone. */
  at: number
  panelShown: boolean
  /** The speaker and issue of the route that all this was chosen for. */
  for: string
}

/** The row of column heads. */
export const HEAD = 'head'

/** How far the table is scrolled, in CSS px. Nothing is drawn from it, so nothing listens for it. */
export const scrolling = { top: 0 }

export const noFilter: TableFilter = { text: '', stance: null, wording: null, tagId: null }

const fresh = { filter: noFilter, picked: new Set<string>(), anchor: null, current: null, at: 0 }

export const useTableLook = create<TableLook>(() => ({ ...fresh, sort: null, grouping: 'none', folded: new Set(), column: 'stance', panelShown: true, for: '' }))

/** Filters of another visit would hide what the link promised. */
export function lookFor(route: string): void {
  if (useTableLook.getState().for === route) return
  scrolling.top = 0
  useTableLook.setState({ ...fresh, for: route })
}

/** Upwards, downwards, then as they came. */
export function sortBy(column: SortColumn): void {
  useTableLook.setState(({ sort }) => {
    if (sort?.column !== column) return { sort: { column, descending: false } }
    return { sort: sort.descending ? null : { column, descending: true } }
  })
}

export function changeFilter(changed: Partial<TableFilter>): void {
  scrolling.top = 0
  useTableLook.setState(({ filter }) => ({ filter: { ...filter, ...changed } }))
}

export function groupBy(grouping: Grouping): void {
  scrolling.top = 0
  useTableLook.setState({ grouping, folded: new Set() })
}

export function toggleGroup(key: string): void {
  useTableLook.setState(({ folded }) => ({ folded: toggled(folded, key) }))
}

export function togglePicked(id: string): void {
  useTableLook.setState(({ picked }) => ({ picked: toggled(picked, id), anchor: id }))
}

export function pick(ids: string[]): void {
  useTableLook.setState({ picked: new Set(ids) })
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set(set.has(key) ? [...set].filter((one) => one !== key) : [...set, key])
}
