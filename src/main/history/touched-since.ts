/** Why a Change can't be undone or redone: something else has touched the same rows since. */
import { AppError } from '../../shared/rpc.ts'
import type { ChangeHead, ChangeTable } from './change-table.ts'
import type { JournaledTable } from './journal.ts'
import { isAs, type Kept } from './kept-row.ts'
import type { RowTable } from './row-table.ts'

/** One row to be put back or forth: what it must be now, and what it becomes. */
export interface Step { noun: JournaledTable; row: number; from: Kept | null; to: Kept | null }
interface Touched { noun: JournaledTable; row: number }

/** Whether each column, at its first step, is as the Change left it. One that another window put back by itself is not ours any more. */
export function isUntouched(rows: RowTable, steps: Step[]): boolean {
  const seen = new Map<string, Set<string> | 'whole'>()
  return steps.every(({ noun, row, from }) => {
    const key = `${noun} ${row}`
    const before = seen.get(key)
    if (before === 'whole' || before && !from) return true
    const unseen = before && from ? Object.fromEntries(Object.entries(from).filter(([column]) => !before.has(column))) : from
    seen.set(key, from ? new Set([...before ?? [], ...Object.keys(from)]) : 'whole')
    return isAs(rows.find(noun, row, unseen), unseen)
  })
}

/** Names what was done since and by whom, where that is still known: to what the Change touched, or to these other rows. */
export function touchedSince(table: ChangeTable, head: ChangeHead, direction: 'undo' | 'redo', rows?: Touched[]): AppError {
  const cannot = `“${head.label}” can’t be ${direction === 'undo' ? 'undone' : 'redone'}`
  const other = (rows ? table.latestOf(head.seq, rows) : table.latestSince(head.seq)) ?? table.latestAcross(head.seq)
  if (other?.client === head.client) return new AppError('conflict', `${cannot} by itself, because “${other.label}”, done after it, builds on it. Undo that first.`)
  const by = other?.client === 'command-line' ? 'on the command line' : 'in another window'
  if (other) return new AppError('conflict', `${cannot}, because “${other.label}”, done ${by}, changed it since. It stays as it is.`)
  const last = direction === 'undo' ? table.nextUndo(head.client) : undefined
  if (last && last.seq !== head.seq) return new AppError('conflict', `${cannot} by itself, because what was done after it stands in its way. Undo that first.`)
  return new AppError('conflict', `${cannot}, because what it touched was changed elsewhere since. It stays as it is.`)
}
