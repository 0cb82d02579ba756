/** Damaged rows: telling which, and taking just those from a backup, as one Change. */
import type { DamagedField, DamagedThing, DamageOffer, RowPlace } from '../../shared/damage.ts'
import type { Recorded } from '../../shared/history.ts'
import { AppError, type CallContext, type Reply } from '../../shared/rpc.ts'
import type { Damage } from '../database/checksums/checked-database.ts'
import type { CounterpointEvent } from '../../shared/contract.ts'
import { journaledTables, type JournaledTable } from '../history/journal.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { DamageTable, Values } from './damage-table.ts'
import { withBackups, type OpenBackups } from './backups-table.ts'

/** Around what differs, and of a name, in UTF-16 code units. */
const CONTEXT = 40
const LONGEST_NAME = 80

export interface DamageParts {
  table: DamageTable
  damage: Damage
  history: HistoryService
  /** The library's folder. */
  folder: string
  emit: (event: CounterpointEvent) => void
}
export type DamageService = ReturnType<typeof createDamageService>

export function createDamageService({ table, damage, history, folder, emit }: DamageParts) {
  /** Those that were deleted, or written anew as a whole, since they were found are none any more. */
  function places(): RowPlace[] {
    return damage.places().filter((place) => {
      const still = table.isDamaged(place)
      if (!still) damage.forget(place)
      return still
    })
  }
  const named = (place: RowPlace): DamagedThing => {
    const { what, words } = table.nameOf(place)
    return { ...place, name: words.trim() ? `${what} “${cut(words.trim())}”` : what }
  }

  /** The row with those that belong to it, all from the one backup that has the row whole. */
  function replacements(place: RowPlace, backups: OpenBackups): { place: RowPlace; values: Values }[] {
    const here = table.valuesOf(place)
    const found = here && backups.find(place.table, place.row, here)
    if (!found) throw new AppError('not-found', `${named(place).name}: no backup has it undamaged. Leave it, or set it anew.`)
    return table.withCompanions(place).flatMap((companion) => {
      const now = table.valuesOf(companion)
      const values = now && backups.rowIn(found.backup.name, companion.table, companion.row, now)
      return values ? [{ place: companion, values }] : []
    })
  }

  function offerOf(thing: DamagedThing, backups: OpenBackups): DamageOffer {
    const here = table.valuesOf(thing)
    const found = here && backups.find(thing.table, thing.row, here)
    return { ...thing, backup: found && here ? { name: found.backup.name, madeAt: found.backup.madeAt, fields: differing(here, found.values) } : null }
  }

  /** Tables that undo doesn't know have no `changed` event of their own either: everything is asked again. */
  const tell = (touched: RowPlace[]): void => {
    if (touched.some((place) => !isJournaled(place.table))) emit({ name: 'library.changed' })
    emit({ name: 'damage.changed' })
  }
  const mustBeDamaged = (wanted: RowPlace[]): void => {
    const known = new Set(places().map(keyOf))
    if (!wanted.every((place) => known.has(keyOf(place)))) throw new AppError('conflict', 'That is not damaged any more. Look again.')
  }

  /** Looks everywhere again, and in the backups. */
  function offers(): DamageOffer[] {
    damage.lookAgain()
    return withBackups(folder, (backups) => places().map((place) => offerOf(named(place), backups)))
  }

  return {
    offers,
    /** What was found so far. */
    list: (): DamagedThing[] => places().map(named),
    take({ rows }: { rows: RowPlace[] }, context: CallContext): Recorded {
      mustBeDamaged(rows)
      const recorded = withBackups(folder, (backups) => {
        const taken = rows.flatMap((row) => replacements(row, backups))
        // Before they are written: a row that is known as damaged keeps the checksum that it has.
        for (const { place } of taken) damage.forget(place)
        try {
          return history.act({ ...context, label: 'Take from a backup' }, () => taken.forEach(({ place, values }) => table.write(place, values)))
        } catch (error) {
          damage.lookAgain()
          throw (error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT') ? new AppError('conflict', 'What the backup has does not fit to what is here now. Set it anew by hand, or restore the whole backup.') : error
        }
      })
      tell(rows)
      return recorded
    },
    /** The reader says that it is right. */
    keep({ rows }: { rows: RowPlace[] }): Record<string, never> {
      mustBeDamaged(rows)
      history.inTransaction(() => rows.forEach((row) => table.seal(row)))
      rows.forEach((row) => damage.forget(row))
      emit({ name: 'damage.changed' })
      return {}
    },
    /** Where something is damaged, what fails without a known reason fails because of it. */
    blamed(reply: Reply): Reply {
      if (reply.ok || reply.error.code !== 'internal') return reply
      const [first] = places()
      if (!first) return reply
      return { ok: false, error: { code: 'damaged', message: `${named(first).name} is damaged, so this can’t be done. Take it from a backup: “Look at it” in the bar above, or “verify” on the command line.` } }
    },
    /** What an export that holds these rows says of itself. */
    sentences: (): string[] => places().filter(({ table: name }) => name !== 'change' && name !== 'change_row').map((place) => named(place).name),
  }
}

function isJournaled(table: string): table is JournaledTable {
  return Object.hasOwn(journaledTables, table)
}

function keyOf({ table, row }: RowPlace): string {
  return `${table} ${row}`
}

function differing(here: Values, there: Values): DamagedField[] {
  return Object.keys(there).filter((column) => here[column] !== there[column]).map((column) => {
    const [one, other] = [String(here[column] ?? ''), String(there[column] ?? '')]
    return { field: column.replaceAll('_', ' '), here: around(one, other), there: around(other, one) }
  })
}

/** The text around the first place at which it differs from the other. */
function around(text: string, other: string): string {
  let at = 0
  while (at < text.length && text[at] === other[at]) at += 1
  const [start, end] = [Math.max(0, at - CONTEXT), Math.min(text.length, at + CONTEXT)]
  return `${start > 0 ? '…' : ''}${text.slice(start, end).toWellFormed()}${end < text.length ? '…' : ''}`
}

function cut(words: string): string {
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME).trimEnd().toWellFormed()}…` : words
}
