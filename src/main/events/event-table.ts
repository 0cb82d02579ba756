/** SQL of events. */
import type { Database } from 'better-sqlite3'
import type { Event } from '../../shared/event.ts'

type Row = Omit<Event, 'articleIds'> & { articleIds: string }
export type EventTable = ReturnType<typeof createEventTable>

export function createEventTable(db: Database) {
  const list = db.prepare<[], Row>('SELECT id, title, date, article_ids AS articleIds, collection_id AS collectionId FROM event ORDER BY date, seq')
  const insert = db.prepare<[Row]>('INSERT INTO event (id, title, date, article_ids, collection_id) VALUES (@id, @title, @date, @articleIds, @collectionId)')
  const update = db.prepare<[Row]>('UPDATE event SET title = @title, date = @date, article_ids = @articleIds, collection_id = @collectionId WHERE id = @id')
  const remove = db.prepare<[string]>('DELETE FROM event WHERE id = ?')

  return {
    list: (): Event[] => list.all().map((row) => ({ ...row, articleIds: JSON.parse(row.articleIds) as string[] })),
    add: (event: Event): void => { insert.run(toRow(event)) },
    update: (event: Event): void => { update.run(toRow(event)) },
    remove: (id: string): void => { remove.run(id) },
  }
}

function toRow(event: Event): Row {
  return { ...event, articleIds: JSON.stringify(event.articleIds) }
}
