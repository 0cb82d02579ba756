/**
 * Changes: every act of the user's is recorded here, in the transaction of its reads and writes, and can be undone and
 * redone, also after a restart. The only place that tells what changed.
 */
import type { CounterpointEvent } from '../../shared/contract.ts'
import type { HistoryState, HistoryStep, Recorded } from '../../shared/history.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { ChangeRow, ChangeTable, ListedChange } from './change-table.ts'
import { isGone } from '../window-client.ts'
import { keepDifferences } from './keep-differences.ts'
import type { RowTable } from './row-table.ts'
import { subjectOf } from './subject-of.ts'
import { createTakingBack } from './taking-back.ts'
import { journaledTables, TRIAL, type Journal, type JournaledTable } from './journal.ts'

export interface Act extends CallContext {
  /** What the user did, as undo names it: "Delete statement". */
  label: string
  /** Acts of the same run, one after the other, are one Change: a typing run. */
  run?: string
}

type ChangedNoun = (typeof journaledTables)[JournaledTable]
export type HistoryService = ReturnType<typeof createHistoryService>

export function createHistoryService(table: ChangeTable, rowTable: RowTable, journal: Journal, clock: () => Date, emit: (event: CounterpointEvent) => void) {
  const tell = (nouns: Iterable<ChangedNoun>): void => {
    for (const noun of new Set(nouns)) emit({ name: `${noun}.changed` })
  }
  const tellChange = (rows: ChangeRow[]): void => {
    tell(rows.map((row) => journaledTables[row.noun]))
    emit({ name: 'history.changed' })
  }

  /** One Change, whole or not at all. Inside another `record` it is part of that one. Nothing touched: no Change. */
  function recorded<T>(act: Act, work: () => T): { result: T } & Recorded {
    if (journal.current !== null) return { result: work(), change: journal.current }
    const { result, rows, change } = table.transaction(() => {
      const last = act.run === undefined ? undefined : table.nextUndo(act.client)
      // Across what another did to the same rows no run goes on: its one undoing would take that back too.
      const continued = last && last.run === act.run && !table.latestSince(last.seq) ? last : undefined
      const change = continued?.seq ?? table.add(act.client, act.label, clock().toISOString(), act.run ?? null)
      const earlier = continued ? table.rows(change) : []
      const since = table.lastRow()
      const worked = underChange(change, work)
      const touched = settle(change, since, earlier)
      if (!continued) table.setSubject(change, subjectOf(touched, table, rowTable))
      if (touched.length > 0) table.dropRedo(act.client)
      else if (!continued) table.remove(change)
      return { result: worked, rows: touched, change: touched.length > 0 ? change : null }
    })
    if (rows.length > 0) tellChange(rows)
    return { result, change }
  }

  /** Makes small what was recorded after row `since`. Gives the first touch of each noun, and what became of that row. */
  function settle(change: number, since: number, earlier: ChangeRow[]): ChangeRow[] {
    const firsts = new Map<string, ChangeRow[]>()
    // What goes on an earlier run is little, and is seen as a whole.
    for (const page of earlier.length > 0 ? [[...table.pagesSince(change, since)].flat()] : table.pagesSince(change, since)) {
      for (const row of page) {
        const first = firsts.get(row.noun)
        if (!first) firsts.set(row.noun, [row])
        else if (first[0]!.row === row.row) first.push(row)
      }
      keepDifferences(table, rowTable, earlier, page)
    }
    return [...firsts.values()].flat()
  }

  function underChange<T>(change: number, work: () => T): T {
    journal.current = change
    try {
      return work()
    } finally {
      journal.current = null
    }
  }

  const { applyOrDrop, undoNamed, goTo } = createTakingBack({ table, rowTable, underChange, tellChange, emit })

  return {
    /** Gives what the work gives. */
    record: <T>(act: Act, work: () => T): T => recorded(act, work).result,
    /** Gives the Change too, or alone, for what offers to undo it. */
    recorded,
    act: (act: Act, work: () => void): Recorded => ({ change: recorded(act, work).change }),
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
    undo(client: CallContext['client'], change?: number): { label: string } {
      if (change !== undefined) return undoNamed(change, client)
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
