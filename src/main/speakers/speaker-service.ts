/** Speakers: who makes statements. */
import type { Input } from '../../shared/contract.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { Alias, Speaker } from '../../shared/speaker.ts'
import type { HistoryService } from '../history/history-service.ts'
import { createNamedList } from '../names/named-list.ts'
import { place, placeNew } from '../names/positions.ts'
import { foldName, sameName } from '../../shared/same-name.ts'
import type { NewSpeaker, SpeakerTable } from './speaker-table.ts'

const COLOURS = [1, 2, 3, 4, 5, 6, 7, 8]
export type SpeakerService = ReturnType<typeof createSpeakerService>

export function createSpeakerService(table: SpeakerTable, history: HistoryService, newId: () => string, articleIsThere: (id: string) => boolean) {
  const { get, has, list, checkFree, freeName, missing } = createNamedList<Speaker>({
    noun: 'speaker', list: table.list, isKnown: table.isKnown, namesOf: namesEverywhere, advice: 'Pick that one, or choose another name.',
  })

  /** Those that `id` speaks for, directly or through others. */
  function chainOf(id: string): string[] {
    const chain: string[] = []
    for (let next = get(id).speaksForId; next && !chain.includes(next); next = get(next).speaksForId) chain.push(next)
    return chain
  }

  /** A speaker may not speak, however indirectly, for itself. */
  function checkChain(id: string, speaksForId: string): void {
    if (speaksForId === id || chainOf(speaksForId).includes(id)) throw new AppError('bad-input', 'A speaker can’t speak for itself, also not through others.')
  }

  /** Inside a Change: names that nobody has. How many. */
  function addAliases(speakers: NewSpeaker[]): number {
    const known = new Set(table.list().flatMap((one) => [...namesEverywhere(one).map((name) => keyOf(name, null)), ...one.aliases.map((alias) => keyOf(alias.name, alias.articleId))]))
    const before = known.size
    for (const speaker of speakers) {
      for (const alias of [...speaker.aliases, { name: speaker.name, articleId: null }]) {
        if (known.has(keyOf(alias.name, alias.articleId)) || (alias.articleId && !articleIsThere(alias.articleId))) continue
        known.add(keyOf(alias.name, alias.articleId))
        table.addAlias(speaker.id, alias)
      }
    }
    return known.size - before
  }

  /** Inside a Change: for those who speak for nobody yet, unless that would lead back to themselves. How many. */
  function setSpeaksFor(speakers: NewSpeaker[]): number {
    const there = new Map(table.list().map((one) => [one.id, one]))
    let set = 0
    for (const { id, speaksForId } of speakers) {
      const speaker = there.get(id)!
      if (!speaksForId || speaker.speaksForId || !there.has(speaksForId) || leadsTo(there, speaksForId, id)) continue
      speaker.speaksForId = speaksForId
      table.set(id, { speaksForId })
      set += 1
    }
    return set
  }

  /** Everywhere, a name means one speaker; in one article, "he" does too. */
  function checkAlias(speaker: Speaker, alias: Alias): void {
    if (namesEverywhere(speaker).some((known) => sameName(known, alias.name))) throw new AppError('conflict', `“${speaker.name}” is known as “${alias.name}” everywhere already.`)
    if (!alias.articleId) return checkFree(alias.name, speaker.id)
    if (!articleIsThere(alias.articleId)) throw new AppError('not-found', 'That article is not in the library any more.')
    const taken = table.list().find((one) => one.aliases.some((known) => sameAlias(known, alias)))
    if (taken) throw new AppError('conflict', `In this article, “${alias.name}” is “${taken.name}” already. Remove it there first.`)
  }

  /** Who the merged one speaks for: as `into` did, unless that would lead back to itself. */
  function mergedSpeaksFor(from: Speaker, into: Speaker): string | null {
    if (chainOf(into.id).includes(from.id)) return from.speaksForId
    return into.speaksForId ?? (chainOf(from.id).includes(into.id) ? null : from.speaksForId)
  }

  return {
    get,
    has,
    list,
    /** Those not there yet; of those that are known under another identifier (`recognised`) the names, and whom they speak for where that was open. */
    addAll(speakers: NewSpeaker[], recognised: ReadonlySet<string>): number {
      const added = placeNew(table.list(), missing(speakers))
      for (const speaker of added) table.add({ ...speaker, speaksForId: null, aliases: [] }, freeName(speaker.name))
      const joined = [...added, ...speakers.filter(({ id }) => recognised.has(id))]
      return added.length + addAliases(joined) + setSpeaksFor(joined)
    },
    create(name: string, context: CallContext): Speaker {
      checkFree(name)
      const speaker = { id: newId(), name, aliases: [], speaksForId: null, colour: leastUsedColour(table.list()), position: Math.max(0, ...table.list().map((one) => one.position)) + 1 }
      history.record({ ...context, label: 'Add speaker' }, () => table.add(speaker, foldName(name)))
      return { ...speaker, statements: 0 }
    },
    update({ id, position, ...changes }: Input<'speakers.update'>, context: CallContext): Record<string, never> {
      const speaker = get(id)
      if (changes.name !== undefined) checkFree(changes.name, id)
      if (changes.speaksForId) checkChain(id, changes.speaksForId)
      history.record({ ...context, label: labelOf({ ...changes, position }) }, () => {
        for (const alias of speaker.aliases) if (!alias.articleId && changes.name !== undefined && sameName(alias.name, changes.name)) table.removeAlias(id, alias)
        table.set(id, { ...changes, folded: changes.name && foldName(changes.name) })
        if (position !== undefined) for (const moved of place(table.list(), speaker, position)) table.set(moved.id, { position: moved.position })
      })
      return {}
    },
    addAlias({ id, ...alias }: Input<'speakers.addAlias'>, context: CallContext): Record<string, never> {
      checkAlias(get(id), alias)
      history.record({ ...context, label: 'Add another name' }, () => table.addAlias(id, alias))
      return {}
    },
    removeAlias({ id, ...alias }: Input<'speakers.removeAlias'>, context: CallContext): Record<string, never> {
      const known = get(id).aliases.find((one) => sameAlias(one, alias))
      if (!known) throw new AppError('not-found', `“${get(id).name}” is not known as “${alias.name}” any more.`)
      history.record({ ...context, label: 'Remove another name' }, () => table.removeAlias(id, known))
      return {}
    },
    delete(id: string, context: CallContext): void {
      history.record({ ...context, label: 'Delete speaker' }, () => table.remove(id))
    },
    /** Inside a Change: the names of `from` and those who speak for it go to `into`, and `from` goes. */
    absorb(from: Speaker, into: Speaker): void {
      const speaksForId = mergedSpeaksFor(from, into)
      for (const other of table.list()) if (other.speaksForId === from.id && other.id !== into.id) table.set(other.id, { speaksForId: into.id })
      table.set(into.id, { speaksForId })
      table.remove(from.id)
      const kept = [...into.aliases]
      for (const alias of [...from.aliases, { name: from.name, articleId: null }]) {
        if (namesEverywhere({ ...into, aliases: kept }).some((known) => sameName(known, alias.name)) || kept.some((known) => sameAlias(known, alias))) continue
        kept.push(alias)
        table.addAlias(into.id, alias)
      }
    },
  }
}

function namesEverywhere({ name, aliases }: Pick<Speaker, 'name' | 'aliases'>): string[] {
  return [name, ...aliases.filter((alias) => !alias.articleId).map((alias) => alias.name)]
}

function keyOf(name: string, articleId: string | null): string {
  return `${articleId ?? ''} ${foldName(name)}`
}

function sameAlias(a: Alias, b: Alias): boolean {
  return a.articleId === b.articleId && sameName(a.name, b.name)
}

function labelOf({ name, colour, position }: Partial<Input<'speakers.update'>>): string {
  if (name !== undefined) return 'Rename speaker'
  if (colour !== undefined) return 'Recolour speaker'
  return position === undefined ? 'Set speaks for' : 'Move speaker'
}

/** Whether someone speaks for `target`, or is it. */
function leadsTo(speakers: Map<string, Speaker>, id: string, target: string): boolean {
  const seen = new Set<string>()
  for (let next: string | null | undefined = id; next && !seen.has(next); next = speakers.get(next)?.speaksForId) {
    if (next === target) return true
    seen.add(next)
  }
  return false
}

/** The first of the eight that the fewest speakers have. */
function leastUsedColour(speakers: Speaker[]): number {
  const uses = COLOURS.map((colour) => speakers.filter((speaker) => speaker.colour === colour).length)
  return COLOURS[uses.indexOf(Math.min(...uses))]!
}
