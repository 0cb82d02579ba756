import { expect, test } from 'vitest'
import { KEPT_DAYS } from '../../shared/history.ts'
import { openDatabase, type Database } from '../database/open-database.ts'
import { aLibrary, anArticle, steppingClock, temporaryFolder } from '../testing.ts'
import { createTrimTable } from './trim-table.ts'
import { createTrimming } from './trimming.ts'

const DAY = 24 * 60 * 60 * 1000
const start = Date.parse('2026-01-02T00:00:00.000Z')

/** Some tags, one a day, in a library that is closed, and what trims it on a later day. */
async function aHistory(days: number): Promise<{ folder: string; db: Database; trimOn: (day: number, keptSteps: number) => string[] }> {
  const folder = temporaryFolder()
  let day = 0
  const { app, call } = await aLibrary({ folder, clock: () => new Date(start + day * DAY) })
  for (; day < days; day += 1) await call('tags.create', { name: `tag ${day}` })
  await app.close()
  const db = await openDatabase(folder, () => new Date(start))
  const subjects = db.prepare<[], string>('SELECT subject FROM change ORDER BY seq').pluck()
  const trimOn = (today: number, keptSteps: number): string[] => {
    const trimming = createTrimming(createTrimTable(db), () => new Date(start + today * DAY), () => undefined, keptSteps)
    while (trimming.step());
    expect(db.prepare('SELECT count(*) FROM change_row WHERE change NOT IN (SELECT seq FROM change)').pluck().get()).toBe(0)
    expect(trimming.kept().steps).toBe(subjects.all().length)
    return subjects.all()
  }
  return { folder, db, trimOn }
}

test('steps are kept while they are young or among the newest, and no others', async () => {
  const { db, trimOn } = await aHistory(8)
  const all = Array.from({ length: 8 }, (_, day) => `tag ${day}`)
  expect(trimOn(8, 3)).toEqual(all)
  expect(trimOn(KEPT_DAYS + 2, 7)).toEqual(all.slice(1))
  expect(trimOn(KEPT_DAYS + 2, 3)).toEqual(all.slice(2))
  db.close()
})

test('a clock that is set ahead takes nothing from among the newest', async () => {
  const { folder, db, trimOn } = await aHistory(6)
  expect(trimOn(100_000, 4)).toEqual(['tag 2', 'tag 3', 'tag 4', 'tag 5'])
  db.close()
  const { call } = await aLibrary({ folder })
  for (let step = 0; step < 4; step += 1) await call('history.undo', {})
  await expect(call('history.undo', {})).rejects.toThrow('There is nothing to undo.')
  expect((await call('tags.list', {})).map(({ name }) => name)).toEqual(['tag 0', 'tag 1'])
})

test('what is undone and given up, and what the bin loses, leaves nothing in the journal', async () => {
  const { call, folder } = await aLibrary({ clock: steppingClock() })
  const { id } = await anArticle({ call })
  await call('highlights.create', { articleId: id, ranges: [{ start: 0, end: 5 }] })
  await call('history.undo', {})
  await call('tags.create', { name: 'water' })
  await call('articles.delete', { ids: [id] })
  await call('articles.emptyBin', {})
  const db = await openDatabase(folder, () => new Date(start))
  expect(db.prepare('SELECT noun FROM change_row').pluck().all()).toEqual(['tag'])
  db.close()
})
