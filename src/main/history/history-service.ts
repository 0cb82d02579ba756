/**
 * Changes: every act of the user's is recorded here, in one transaction with its writes, and can be undone and redone,
 * also after a restart. The only place that begins a transaction and that tells what changed.
 */
import type { CounterpointEvent } from '../../shared/contract.ts'
import type { HistoryState, HistoryStep } from '../../shared/history.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { ChangeHead, ChangeRow, ChangeTable, ListedChange } from './change-table.ts'
import { isGone } from '../window-client.ts'
import { subjectOf } from './subject-of.ts'
import { isUntouched, touchedSince } from './touched-since.ts'
import { journaledTables, type Journal, type JournaledTable } from './journal.ts'

export interface Act extends CallContext {
  /** What the user did, as undo names it: "Delete statement". */
  label: string
  /** Acts of the same run, one after the other, are one Change: a typing run. */
  run?: string
}

type ChangedNoun = (typeof journaledTables)[JournaledTable]
export type HistoryService = ReturnType<typeof createHistoryService>

/** Rows touched while undoing are journaled under this number, to be compared and thrown away. */
const TRIAL = -1

export function createHistoryService(table: ChangeTable, journal: Journal, clock: () => Date, emit: (event: CounterpointEvent) => void) {
  const tell = (nouns: Iterable<ChangedNoun>): void => {
    for (const noun of new Set(nouns)) emit({ name: `${noun}.changed` })
  }
  const tellChange = (rows: ChangeRow[]): void => {
    tell(rows.map((row) => journaledTables[row.noun]))
    emit({ name: 'history.changed' })
  }

  /** One transaction, one Change. Inside another `record` it is part of that one. Nothing touched: no Change. */
  function record<T>(act: Act, work: () => T): T {
    if (journal.current !== null) return work()
    const { result, rows } = table.transaction(() => {
      const last = act.run === undefined ? undefined : table.nextUndo(act.client)
      const continued = last?.run === act.run ? last : undefined
      const change = continued?.seq ?? table.add(act.client, act.label, clock().toISOString(), act.run ?? null)
      const earlier = continued ? table.rows(change) : []
      const worked = underChange(change, work)
      const touched = table.rows(change).slice(earlier.length)
      if (!continued) table.setSubject(change, subjectOf(touched, table))
      foldInto(table, earlier, touched)
      if (touched.length > 0) table.dropRedo(act.client)
      else if (!continued) table.remove(change)
      return { result: worked, rows: touched }
    })
    if (rows.length > 0) tellChange(rows)
    return result
  }

  function underChange<T>(change: number, work: () => T): T {
    journal.current = change
    try {
      return work()
    } finally {
      journal.current = null
    }
  }

  /** Puts every row of the Change back (or forth), and refuses when something else has touched them since. */
  function apply(head: ChangeHead, direction: 'undo' | 'redo'): { label: string } {
    const rows = table.rows(head.seq)
    const steps = direction === 'undo' ? rows.toReversed().map((row) => ({ ...row, from: row.after, to: row.before })) : rows.map((row) => ({ ...row, from: row.before, to: row.after }))
    table.transaction(() => {
      if (!isUntouched(table, steps)) throw touchedSince(table, head, direction, rows)
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
      table.removeRows(TRIAL)
      if (direction === 'undo') table.markUndone(head.seq)
      else table.markRedone(head.seq)
    })
    tellChange(rows)
    return { label: head.label }
  }

  /** A Change that can't be taken back any more is dropped with a sentence, so that it doesn't bar the way to those before it. */
  function applyOrDrop(head: ChangeHead, direction: 'undo' | 'redo'): { label: string } {
    try {
      return apply(head, direction)
    } catch (error) {
      const refused = (error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT') ? touchedSince(table, head, direction, table.rows(head.seq)) : error
      if (refused instanceof AppError) {
        table.transaction(() => table.remove(head.seq))
        emit({ name: 'history.changed' })
      }
      throw refused
    }
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

  return {
    record,
    goTo,
    list: (limit: number, client: CallContext['client']): HistoryStep[] => table.list(limit).map((change) => stepFor(client, change)),
    adopt({ client, openClients = [] }: CallContext): Record<string, never> {
      const windows = table.windows()
      const left = windows.includes(client) ? undefined : windows.find((one) => isGone(one, openClients))
      if (left === undefined) return {}
      table.transaction(() => table.take(client, left))
      emit({ name: 'history.changed' })
      return {}
    },
    /** For writes that need no undoing: a reading place, or a body that an undone import leaves in the bin. */
    inTransaction: table.transaction,
    /** Removes for good, and forgets the Changes that touched what is gone, with all that goes along: they could not be undone any more. */
    purge(nouns: ChangedNoun[], work: () => void): void {
      table.transaction(() => {
        underChange(TRIAL, work)
        const gone = table.rows(TRIAL).filter((row) => row.after === null)
        table.removeRows(TRIAL)
        table.forget(gone)
      })
      tell(nouns)
      emit({ name: 'history.changed' })
    },
    state: (client: CallContext['client']): HistoryState => ({ undo: table.nextUndo(client)?.label ?? null, redo: table.nextRedo(client)?.label ?? null }),
    undo(client: CallContext['client']): { label: string } {
      const head = table.nextUndo(client)
      if (!head) throw new AppError('not-found', 'There is nothing to undo.')
      return applyOrDrop(head, 'undo')
    },
    redo(client: CallContext['client']): { label: string } {
      const head = table.nextRedo(client)
      if (!head) throw new AppError('not-found', 'There is nothing to redo.')
      return applyOrDrop(head, 'redo')
    },
  }
}

function stepFor(client: CallContext['client'], { client: by, ...step }: ListedChange): HistoryStep {
  return { ...step, by: by === client ? 'this-window' : by === 'command-line' ? 'command-line' : 'another-window' }
}

/** Rows that an earlier part of the same run touched keep one before and one after. */
function foldInto(table: ChangeTable, earlier: ChangeRow[], touched: ChangeRow[]): void {
  for (const row of touched) {
    const same = earlier.find((one) => one.noun === row.noun && one.row === row.row && one.after !== null)
    if (same && row.after !== null) table.foldRow(same, row)
  }
}
