/** Events: dated happenings that a timeline shows. */
import type { Input } from '../../shared/contract.ts'
import type { Event } from '../../shared/event.ts'
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
    /** Those not there yet. */
    addAll(events: Event[]): number {
      const known = new Set(table.list().map(({ id }) => id))
      const missing = events.filter(({ id }) => !known.has(id))
      missing.forEach(table.add)
      return missing.length
    },
    create({ title, date }: Input<'events.create'>, context: CallContext): Event {
      const event = { id: newId(), title, date }
      history.record({ ...context, label: 'Add event' }, () => table.add(event))
      return event
    },
    update({ id, title, date }: Input<'events.update'>, context: CallContext): Record<string, never> {
      const event = get(id)
      history.record({ ...context, label: 'Edit event' }, () => table.update({ id, title: title ?? event.title, date: date ?? event.date }))
      return {}
    },
    delete(id: string, context: CallContext): Recorded {
      get(id)
      return history.act({ ...context, label: 'Delete event' }, () => table.remove(id))
    },
  }
}
