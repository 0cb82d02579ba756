/** SQL of events. */
import type { Database } from 'better-sqlite3'
import type { Event } from '../../shared/event.ts'

export type EventTable = ReturnType<typeof createEventTable>

export function createEventTable(db: Database) {
  const list = db.prepare<[], Event>('SELECT id, title, date FROM event ORDER BY date, seq')
  const insert = db.prepare('INSERT INTO event (id, title, date) VALUES (@id, @title, @date)')
  const update = db.prepare('UPDATE event SET title = @title, date = @date WHERE id = @id')
  const remove = db.prepare('DELETE FROM event WHERE id = ?')

  return {
    list: (): Event[] => list.all(),
    add: (event: Event): void => { insert.run(event) },
    update: (event: Event): void => { update.run(event) },
    remove: (id: string): void => { remove.run(id) },
  }
}
