/** Undoing and redoing Changes: every row put back, or a sentence that says why not, and then nothing is touched. */
import type { CounterpointEvent } from '../../shared/contract.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import { KeptRefusal } from '../database/write-queue.ts'
import { sameName } from '../../shared/same-name.ts'
import { uniqueNames, type ChangeHead, type ChangeRow, type ChangeTable } from './change-table.ts'
import type { JournaledTable } from './journal.ts'
import { isUntouched, touchedSince } from './touched-since.ts'

/** Rows touched while undoing are journaled under this number, to be compared and thrown away. */
export const TRIAL = -1

interface TakingBackParts {
  table: ChangeTable
  /** What the work touches is journaled under this Change. */
  underChange: <T>(change: number, work: () => T) => T
  tellChange: (rows: ChangeRow[]) => void
  emit: (event: CounterpointEvent) => void
}

export function createTakingBack({ table, underChange, tellChange, emit }: TakingBackParts) {
  function apply(head: ChangeHead, direction: 'undo' | 'redo'): { label: string } {
    table.transaction(() => putBack(table, underChange, head, direction))
    tellChange(table.rows(head.seq))
    return { label: head.label }
  }

  /** Refused with a sentence also where what is there now leaves no room for the rows. */
  function applyOrRefuse(head: ChangeHead, direction: 'undo' | 'redo'): { label: string } {
    try {
      return apply(head, direction)
    } catch (error) {
      throw (error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT') ? touchedSince(table, head, direction, table.rows(head.seq)) : error
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
    const rows = table.rows(change)
    if (table.latestSince(change, rows)) throw touchedSince(table, head, 'undo', rows)
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
function putBack(table: ChangeTable, underChange: TakingBackParts['underChange'], head: ChangeHead, direction: 'undo' | 'redo'): void {
  const rows = table.rows(head.seq)
  const steps = direction === 'undo' ? rows.toReversed().map((row) => ({ ...row, from: row.after, to: row.before })) : rows.map((row) => ({ ...row, from: row.before, to: row.after }))
  if (!isUntouched(table, steps) || table.latestAcross(head.seq)) throw touchedSince(table, head, direction, rows)
  const twins = twinsOf(table, steps)
  if (twins.length > 0 && table.latestSince(head.seq, twins)) throw touchedSince(table, head, direction, twins)
  table.deferForeignKeys()
  underChange(TRIAL, () => {
    for (const step of steps) {
      const now = table.rowNow(step.noun, step.row)
      if (now === step.to) continue
      if (now !== step.from) throw touchedSince(table, head, direction, rows)
      table.putRow(step.noun, step.row, step.to)
    }
  })
  const expected = new Set(rows.map((row) => `${row.noun} ${row.row}`))
  const along = table.rows(TRIAL).filter((row) => !expected.has(`${row.noun} ${row.row}`))
  if (along.length > 0) throw touchedSince(table, head, direction, along)
  if ([...Map.groupBy(rows, ({ noun }) => noun)].some(([noun, own]) => table.isBroken(noun, own.map(({ row }) => row)))) throw touchedSince(table, head, direction, rows)
  table.removeRows(TRIAL)
  if (direction === 'undo') table.markUndone(head.seq)
  else table.markRedone(head.seq)
}

/** What has the name by now that one of these rows is to have again. */
function twinsOf(table: ChangeTable, steps: { noun: JournaledTable; row: number; to: string | null }[]): { noun: JournaledTable; row: number }[] {
  return (Object.keys(uniqueNames) as (keyof typeof uniqueNames)[]).flatMap((noun) => {
    const last = new Map(steps.flatMap((one) => (one.noun === noun ? [[one.row, one.to] as const] : [])))
    const back = [...last.values()].flatMap((to) => (to === null ? [] : [String((JSON.parse(to) as Record<string, unknown>)[uniqueNames[noun]])]))
    const others = back.length > 0 ? table.namesOf(noun).filter(({ row }) => !last.has(row)) : []
    return others.filter(({ name }) => back.some((one) => sameName(one, name))).map(({ row }) => ({ noun, row }))
  })
}
