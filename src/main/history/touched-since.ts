/** Why a Change can't be undone or redone: something else has touched the same rows since. */
import { AppError } from '../../shared/rpc.ts'
import type { ChangeHead, ChangeRow, ChangeTable } from './change-table.ts'

/** Whether each row, at its first step, is as the Change left it. One that another window put back by itself is not ours any more. */
export function isUntouched(table: ChangeTable, steps: (ChangeRow & { from: string | null })[]): boolean {
  const seen = new Set<string>()
  return steps.every(({ noun, row, from }) => {
    const key = `${noun} ${row}`
    if (seen.has(key)) return true
    seen.add(key)
    return table.rowNow(noun, row) === from
  })
}

/** Names what was done since and by whom, where that is still known. */
export function touchedSince(table: ChangeTable, head: ChangeHead, direction: 'undo' | 'redo', rows: Pick<ChangeRow, 'noun' | 'row'>[]): AppError {
  const cannot = `“${head.label}” can’t be ${direction === 'undo' ? 'undone' : 'redone'}`
  const other = table.latestSince(head.seq, rows) ?? table.latestAcross(head.seq)
  if (other?.client === head.client) return new AppError('conflict', `${cannot} by itself, because “${other.label}”, done after it, builds on it. Undo that first.`)
  const by = other?.client === 'command-line' ? 'on the command line' : 'in another window'
  if (other) return new AppError('conflict', `${cannot}, because “${other.label}”, done ${by}, changed it since. It stays as it is.`)
  const last = direction === 'undo' ? table.nextUndo(head.client) : undefined
  if (last && last.seq !== head.seq) return new AppError('conflict', `${cannot} by itself, because what was done after it stands in its way. Undo that first.`)
  return new AppError('conflict', `${cannot}, because what it touched was changed elsewhere since. It stays as it is.`)
}
