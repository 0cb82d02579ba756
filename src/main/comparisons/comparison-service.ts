/** Comparisons: saved arrangements of positions. One without a title is there before any is saved, from its first change on. */
import { everything, type Comparison, type ComparisonChoice } from '../../shared/comparison.ts'
import type { Input } from '../../shared/contract.ts'
import type { Recorded } from '../../shared/history.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { HistoryService } from '../history/history-service.ts'
import { foldName } from '../../shared/same-name.ts'
import type { ComparisonTable } from './comparison-table.ts'

export interface ComparisonServiceParts {
  table: ComparisonTable
  history: HistoryService
  /** Gives the note of one comparison to another too. Inside a Change. */
  copyNote: (fromId: string, toId: string) => void
  newId: () => string
  clock: () => Date
}
export type ComparisonService = ReturnType<typeof createComparisonService>

/** Leaves room for a number in a title of 500 UTF-16 code units. */
const LONGEST_STEM = 490

/** What a copy of the comparison without a title is called. */
const UNTITLED = 'All statements'
/** What the comparison without a title is called beside the one that is there. */
const UNTITLED_IMPORT = 'All statements (imported)'

const changed: Record<keyof ComparisonChoice, string> = {
  issueIds: 'Choose issues', speakerIds: 'Choose speakers', turned: 'Turn the matrix', foldedIds: 'Fold speakers', filter: 'Filter the matrix', pins: 'Pin quote',
}

export function createComparisonService({ table, history, copyNote, newId, clock }: ComparisonServiceParts) {
  const find = (id: string): Comparison | undefined => table.list().find((one) => one.id === id)

  function get(id: string): Comparison {
    const comparison = find(id)
    if (!comparison) throw new AppError('not-found', 'That comparison is not in the library any more.')
    return comparison
  }

  function make(title: string, choice: ComparisonChoice): Comparison {
    const now = clock().toISOString()
    const comparison = { id: newId(), title, choice, createdAt: now, updatedAt: now }
    table.add(comparison)
    return comparison
  }

  /** "Bridges", "Bridges 2", "Bridges 3". `ownId`: whose title it is to be. */
  function freeTitle(title: string, ownId?: string): string {
    const taken = new Set(table.list().filter(({ id }) => id !== ownId).map((one) => foldName(one.title)))
    if (!taken.has(foldName(title))) return title
    // A number at the end may be the title's own: "March 2025".
    const shorter = title.replace(/ \d+$/, '')
    const stem = (taken.has(foldName(shorter)) ? shorter : title).slice(0, LONGEST_STEM).toWellFormed()
    let number = 2
    while (taken.has(foldName(`${stem} ${number}`))) number += 1
    return `${stem} ${number}`
  }

  return {
    get,
    has: (id: string): boolean => find(id) !== undefined,
    list: table.list,
    /** Those not there yet, under titles that nothing here had; of those without a title there is one at most. Undoing can give two one title, and they keep it. */
    addAll(comparisons: Comparison[]): number {
      const missing = comparisons.filter(({ id }) => !find(id))
      const taken = new Set(table.list().map(({ title }) => foldName(title)))
      for (const one of missing) {
        const isOpen = one.title === '' && !table.list().some(({ title }) => title === '')
        const title = one.title || UNTITLED_IMPORT
        table.add({ ...one, title: isOpen ? '' : one.title && !taken.has(foldName(title)) ? title : freeTitle(title) })
      }
      return missing.length
    },
    create({ title, choice }: Input<'comparisons.create'>, context: CallContext): Comparison {
      return history.record({ ...context, label: 'Save comparison' }, () => make(freeTitle(title), choice))
    },
    update({ id, title, ...choice }: Input<'comparisons.update'>, context: CallContext): Comparison {
      const known = id === null ? table.list().find((one) => one.title === '') : get(id)
      const given = Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined)) as Partial<ComparisonChoice>
      const names = Object.keys(given) as (keyof ComparisonChoice)[]
      const label = title !== undefined ? 'Rename comparison' : names.length === 1 ? changed[names[0]!] : 'Change comparison'
      return history.record({ ...context, label }, () => {
        const comparison = known ?? make('', everything)
        const set = { title: title === undefined ? undefined : freeTitle(title, comparison.id), ...(names.length > 0 ? { choice: { ...comparison.choice, ...given } } : {}), updatedAt: clock().toISOString() }
        table.set(comparison.id, set)
        return get(comparison.id)
      })
    },
    duplicate(id: string, context: CallContext): Comparison {
      const { title, choice } = get(id)
      return history.record({ ...context, label: 'Duplicate comparison' }, () => {
        const copy = make(freeTitle(title || UNTITLED), choice)
        copyNote(id, copy.id)
        return copy
      })
    },
    delete(id: string, context: CallContext): Recorded {
      get(id)
      return history.act({ ...context, label: 'Delete comparison' }, () => table.remove(id))
    },
    /** Inside a Change: what comparisons say of one speaker or issue they say of another, which has taken its place. */
    replaceName(noun: 'speaker' | 'issue', fromId: string, toId: string): void {
      const other = (id: string): string => (id === fromId ? toId : id)
      const others = (ids: string[]): string[] => [...new Set(ids.map(other))]
      for (const one of table.list()) {
        const { choice } = one
        const next: ComparisonChoice = noun === 'issue'
          ? { ...choice, issueIds: choice.issueIds && others(choice.issueIds), pins: choice.pins.map((pin) => ({ ...pin, issueId: other(pin.issueId) })) }
          : { ...choice, speakerIds: choice.speakerIds && others(choice.speakerIds), foldedIds: others(choice.foldedIds), pins: choice.pins.map((pin) => ({ ...pin, speakerId: other(pin.speakerId) })) }
        if (JSON.stringify(next) !== JSON.stringify(choice)) table.set(one.id, { choice: next })
      }
    },
  }
}
