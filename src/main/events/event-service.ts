/** Events: dated happenings that the timelines of their articles show. */
import type { Input } from '../../shared/contract.ts'
import type { Event, EventFields } from '../../shared/event.ts'
import type { LibraryContents } from '../../shared/export.ts'
import type { Recorded } from '../../shared/history.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { EventTable } from './event-table.ts'

export type EventService = ReturnType<typeof createEventService>

export function createEventService(table: EventTable, history: HistoryService, newId: () => string) {
  function get(id: string): Event {
    const event = table.list().find((one) => one.id === id)
    if (!event) throw new AppError('not-found', 'That event is not in the library any more.')
    return event
  }

  return {
    /** By date: what is less precise comes before the days that it may hold. */
    list: table.list,
    /** Inside a Change: those not there yet. One of a file that doesn't say where it belongs belongs to all of the file's articles. */
    addAll(events: LibraryContents['events'], articleIds: string[]): number {
      const known = new Set(table.list().map(({ id }) => id))
      const missing = events.filter(({ id }) => !known.has(id))
      for (const event of missing) table.add({ ...event, articleIds: event.articleIds ?? articleIds })
      return missing.length
    },
    create(fields: Input<'events.create'>, context: CallContext): Event {
      const event = { id: newId(), ...fields }
      checkPlace(event)
      history.record({ ...context, label: 'Add event' }, () => table.add(event))
      return event
    },
    update({ id, ...fields }: Input<'events.update'>, context: CallContext): Record<string, never> {
      history.record({ ...context, label: 'Edit event' }, () => {
        checkPlace({ ...get(id), ...given(fields) })
        table.set(id, fields)
      })
      return {}
    },
    delete(id: string, context: CallContext): Recorded {
      get(id)
      return history.act({ ...context, label: 'Delete event' }, () => table.remove(id))
    },
    /** Inside a Change: the collection goes. Its events belong to the articles that were in it; without any, they go with it. */
    leaveCollection(collectionId: string, articleIds: string[]): void {
      for (const event of table.list().filter((one) => one.collectionId === collectionId)) {
        const own = [...new Set([...event.articleIds, ...articleIds])]
        if (own.length > 0) table.set(event.id, { articleIds: own, collectionId: null })
        else table.remove(event.id)
      }
    },
  }
}

function checkPlace({ articleIds, collectionId }: EventFields): void {
  if (articleIds.length === 0 && collectionId === null) throw new AppError('bad-input', 'Choose the articles or the collection that the event belongs to: only their timelines show it.')
}

function given(fields: Partial<{ [K in keyof EventFields]: EventFields[K] | undefined }>): Partial<EventFields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
