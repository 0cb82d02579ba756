/** Undoing and redoing Changes: every row put back, or a sentence that says why not, and then nothing is touched. */
import type { CounterpointEvent } from '../../shared/contract.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import { KeptRefusal } from '../database/write-queue.ts'
import type { ChangeHead, ChangeRow, ChangeTable } from './change-table.ts'
import { TRIAL } from './journal.ts'
import { isAs, parseSides, whole } from './kept-row.ts'
import type { RowTable } from './row-table.ts'
import { isUntouched, touchedSince, type Step } from './touched-since.ts'

interface TakingBackParts {
  table: ChangeTable
  rowTable: RowTable
  /** What the work touches is journaled under this Change. */
  underChange: <T>(change: number, work: () => T) => T
  tellChange: (rows: ChangeRow[]) => void
  emit: (event: CounterpointEvent) => void
}

export function createTakingBack({ table, rowTable, underChange, tellChange, emit }: TakingBackParts) {
  function apply(head: ChangeHead, direction: 'undo' | 'redo'): { label: string } {
    if (table.isDamaged(head.seq)) throw new AppError('damaged', `What the history remembers of “${head.label}” is damaged, so it can’t be ${direction === 'undo' ? 'undone' : 'done again'}.`)
    table.transaction(() => putBack({ table, rowTable, underChange }, head, direction))
    tellChange(table.rows(head.seq))
    return { label: head.label }
  }

  /** Refused with a sentence also where what is there now leaves no room for the rows. */
  function applyOrRefuse(head: ChangeHead, direction: 'undo' | 'redo'): { label: string } {
    try {
      return apply(head, direction)
    } catch (error) {
      throw (error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT') ? touchedSince(table, head, direction) : error
    }
  }

  /** A Change that can't be taken back any more is dropped with a sentence, so that it doesn't bar the way to those before it. */
  function applyOrDrop(head: ChangeHead, direction: 'undo' | 'redo'): { label: string } {
    try {
      return applyOrRefuse(head, direction)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      table.transaction(() => table.remove(head.seq))
      emit({ name: 'history.changed' })
      throw new KeptRefusal(error.code, error.message)
    }
  }

  /** One Change, whatever was done after it. One that a later step needs is refused, and stays: in its turn it can be undone. */
  function undoNamed(change: number, client: CallContext['client']): { label: string } {
    const head = table.find(change)
    if (head?.client !== client) throw new AppError('not-found', 'That step is not one of this window’s any more.')
    if (head.undone !== null) throw new AppError('conflict', `“${head.label}” is undone already.`)
    if (table.latestSince(change)) throw touchedSince(table, head, 'undo')
    return applyOrRefuse(head, 'undo')
  }

  /** Undoes or redoes the client's steps in order until `id` is the last one done. */
  function goTo(id: number | null, client: CallContext['client']): { steps: number } {
    const target = id === null ? undefined : table.find(id)
    if (id !== null && target?.client !== client) throw new AppError('not-found', 'That step is not one of this window’s any more.')
    const isThere = (): boolean => (target?.undone ? table.find(id!)?.undone === null : table.nextUndo(client)?.seq === (id ?? undefined))
    let steps = 0
    while (!isThere()) {
      const head = target?.undone ? table.nextRedo(client) : table.nextUndo(client)
      if (!head) break
      applyOrDrop(head, target?.undone ? 'redo' : 'undo')
      steps += 1
    }
    return { steps }
  }

  return { applyOrDrop, undoNamed, goTo }
}

/** Puts every row of the Change back (or forth), and refuses when something else has touched them since. Within a transaction. */
function putBack({ table, rowTable, underChange }: Pick<TakingBackParts, 'table' | 'rowTable' | 'underChange'>, head: ChangeHead, direction: 'undo' | 'redo'): void {
  const rows = table.rows(head.seq)
  const steps = stepsOf(rows, direction)
  if (!isUntouched(rowTable, steps) || table.latestAcross(head.seq)) throw touchedSince(table, head, direction)
  rowTable.deferForeignKeys()
  for (const step of steps) {
    const now = rowTable.find(step.noun, step.row, step.to ?? step.from)
    if (isAs(now, step.to)) continue
    if (!isAs(now, step.from)) throw touchedSince(table, head, direction)
    // Only where a row is deleted do others go along.
    if (step.to === null) {
      underChange(TRIAL, () => rowTable.remove(step.noun, step.row))
      continue
    }
    const row = whole(step.to, now ?? (step.noun === 'revision' ? rowTable.previousRevision(step.to) : undefined))
    const named = rowTable.named(step.noun, row)
    if (named !== undefined && named !== step.row) throw touchedSince(table, head, direction, [{ noun: step.noun, row: named }])
    if (now) rowTable.update(step.noun, step.row, row)
    else rowTable.insert(step.noun, row)
  }
  const along = outside(steps, table.rows(TRIAL))
  if (along.length > 0) throw touchedSince(table, head, direction, along)
  if (isBroken(rowTable, steps)) throw touchedSince(table, head, direction)
  if (steps.some(({ noun, row }) => noun === 'note' && rowTable.isNoteOnNothing(row))) throw touchedSince(table, head, direction)
  table.removeRows(TRIAL)
  if (direction === 'undo') table.markUndone(head.seq)
  else table.markRedone(head.seq)
}

function stepsOf(rows: ChangeRow[], direction: 'undo' | 'redo'): Step[] {
  const ordered = direction === 'undo' ? rows.toReversed() : rows
  return ordered.map(({ noun, row, before, after }) => {
    const sides = parseSides(before, after)
    return direction === 'undo' ? { noun, row, from: sides.after, to: sides.before } : { noun, row, from: sides.before, to: sides.after }
  })
}

/** Whether a row that was put back names one that is not there. */
function isBroken(rowTable: RowTable, steps: Step[]): boolean {
  return [...Map.groupBy(steps, ({ noun }) => noun)].some(([noun, own]) => rowTable.isBroken(noun, own.map(({ row }) => row)))
}

/** Rows, or columns of rows, that went along though the Change never touched them. */
function outside(steps: Step[], touched: ChangeRow[]): ChangeRow[] {
  const own = new Map<string, Set<string> | 'whole'>()
  for (const { noun, row, from, to } of touched.length > 0 ? steps : []) {
    const key = `${noun} ${row}`
    const before = own.get(key) ?? new Set()
    own.set(key, before === 'whole' || !from || !to ? 'whole' : new Set([...before, ...Object.keys(from)]))
  }
  return touched.filter(({ noun, row, before, after }) => {
    const columns = own.get(`${noun} ${row}`)
    if (columns === 'whole') return false
    return !columns || after === null || !Object.keys(parseSides(before, after).after!).every((column) => columns.has(column))
  })
}
