/** SQL of events. */
import type { Database } from 'better-sqlite3'
import { createSetGiven } from '../database/set-given.ts'
import type { Event, EventFields } from '../../shared/event.ts'

type Row = Omit<Event, 'articleIds'> & { articleIds: string }
type GivenFields = { [K in keyof EventFields]?: EventFields[K] | undefined }
export type EventTable = ReturnType<typeof createEventTable>

export function createEventTable(db: Database) {
  const list = db.prepare<[], Row>('SELECT id, title, date, article_ids AS articleIds, collection_id AS collectionId FROM event ORDER BY date, seq')
  const insert = db.prepare<[Row]>('INSERT INTO event (id, title, date, article_ids, collection_id) VALUES (@id, @title, @date, @articleIds, @collectionId)')
  const set = createSetGiven(db, 'event', { title: 'title', date: 'date', articleIds: 'article_ids', collectionId: 'collection_id' })
  const remove = db.prepare<[string]>('DELETE FROM event WHERE id = ?')

  return {
    list: (): Event[] => list.all().map((row) => ({ ...row, articleIds: JSON.parse(row.articleIds) as string[] })),
    add: (event: Event): void => { insert.run(toRow(event)) },
    /** Only what is given. */
    set: (id: string, { articleIds, ...given }: GivenFields): void => set(id, { ...given, articleIds: articleIds && JSON.stringify(articleIds) }),
    remove: (id: string): void => { remove.run(id) },
  }
}

function toRow(event: Event): Row {
  return { ...event, articleIds: JSON.stringify(event.articleIds) }
}
