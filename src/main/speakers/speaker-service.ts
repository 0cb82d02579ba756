/** Speakers: who makes statements. */
import type { Input } from '../../shared/contract.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { Speaker } from '../../shared/speaker.ts'
import type { HistoryService } from '../history/history-service.ts'
import { sameName } from '../labels/same-name.ts'
import type { NewSpeaker, SpeakerTable } from './speaker-table.ts'

const COLOURS = [1, 2, 3, 4, 5, 6, 7, 8]
export type SpeakerService = ReturnType<typeof createSpeakerService>

export function createSpeakerService(table: SpeakerTable, history: HistoryService, newId: () => string, articleIsThere: (id: string) => boolean) {
  function get(id: string): Speaker {
    const speaker = table.list().find((one) => one.id === id)
    if (!speaker) throw new AppError('not-found', 'That speaker is not in the library any more.')
    return speaker
  }

  function checkFree(name: string, exceptId?: string): void {
    const taken = table.list().find((one) => one.id !== exceptId && [one.name, ...one.aliases.filter((alias) => !alias.articleId).map((alias) => alias.name)].some((known) => sameName(known, name)))
    if (taken) throw new AppError('conflict', `There is a speaker “${taken.name}” already. Pick that one, or choose another name.`)
  }

  /** A speaker may not speak, however indirectly, for itself. */
  function checkChain(id: string, speaksForId: string): void {
    const seen = new Set<string>([id])
    for (let next: string | null = speaksForId; next; next = get(next).speaksForId) {
      if (seen.has(next)) throw new AppError('bad-input', 'A speaker can’t speak for itself, also not through others.')
      seen.add(next)
    }
  }

  return {
    get,
    has: (id: string): boolean => table.list().some((one) => one.id === id),
    list: (): Speaker[] => table.list(),
    /** Those not there yet. "Speaks for" is set when all are there. */
    addAll(speakers: NewSpeaker[]): number {
      const there = new Set(table.list().map((speaker) => speaker.id))
      const missing = speakers.filter((speaker) => !there.has(speaker.id))
      for (const speaker of missing) table.add({ ...speaker, speaksForId: null, aliases: speaker.aliases.filter((alias) => !alias.articleId || articleIsThere(alias.articleId)) })
      const now = new Set(table.list().map((speaker) => speaker.id))
      for (const speaker of missing) if (speaker.speaksForId && now.has(speaker.speaksForId)) table.update(speaker)
      return missing.length
    },
    create(name: string, context: CallContext): Speaker {
      checkFree(name)
      const speaker = { id: newId(), name, aliases: [], speaksForId: null, colour: leastUsedColour(table.list()), position: Math.max(0, ...table.list().map((one) => one.position)) + 1 }
      history.record({ ...context, label: 'Add speaker' }, () => table.add(speaker))
      return { ...speaker, statements: 0 }
    },
    update({ id, ...changes }: Input<'speakers.update'>, context: CallContext): Record<string, never> {
      const speaker = get(id)
      if (changes.name !== undefined) checkFree(changes.name, id)
      if (changes.speaksForId) checkChain(id, changes.speaksForId)
      const label = changes.name !== undefined ? 'Rename speaker' : changes.colour !== undefined ? 'Recolour speaker' : 'Set speaks for'
      history.record({ ...context, label }, () => table.update({
        ...speaker,
        name: changes.name ?? speaker.name,
        colour: changes.colour ?? speaker.colour,
        speaksForId: changes.speaksForId === undefined ? speaker.speaksForId : changes.speaksForId,
      }))
      return {}
    },
    delete(id: string, context: CallContext): Record<string, never> {
      get(id)
      history.record({ ...context, label: 'Delete speaker' }, () => table.remove(id))
      return {}
    },
  }
}

/** The first of the eight that the fewest speakers have. */
function leastUsedColour(speakers: Speaker[]): number {
  const uses = COLOURS.map((colour) => speakers.filter((speaker) => speaker.colour === colour).length)
  return COLOURS[uses.indexOf(Math.min(...uses))]!
}
