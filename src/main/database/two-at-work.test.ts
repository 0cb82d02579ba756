/** Two at work on one library, each with a connection of its own, as two windows of two programs are. */
import { expect, test } from 'vitest'
import Sqlite from 'better-sqlite3'
import { everything } from '../../shared/comparison.ts'
import { databaseFile } from './open-database.ts'
import { aLibrary, anArticle, aStatement, type TestApp } from '../testing.ts'

async function twoAtWork() {
  const here = await aLibrary()
  const there = await aLibrary({ folder: here.folder })
  const { id: articleId } = await anArticle(here)
  const statement = await aStatement(here, { articleId, words: 'the wall is safe', speaker: 'Engineers', issue: 'The wall is safe' })
  return { here, there, articleId, statement }
}

/** Another program in the middle of a transaction of its own. */
function anotherProgram({ folder }: TestApp, sql: string) {
  const db = new Sqlite(databaseFile(folder))
  db.exec(`BEGIN IMMEDIATE; ${sql}`)
  return {
    commit(): void {
      db.exec('COMMIT')
      db.close()
    },
  }
}

test('a statement’s stance by another program and its date from here are both kept, though the date was asked for in between', async () => {
  const { here, statement } = await twoAtWork()
  const other = anotherProgram(here, `UPDATE statement SET stance = 'denies'`)
  const date = here.call('statements.update', { id: statement.id, dateSaid: '2026-01-02' })
  const dates = here.call('statements.updateMany', { ids: [statement.id], wording: 'paraphrase' })
  other.commit()
  await Promise.all([date, dates])
  expect(await here.call('statements.list', {})).toMatchObject([{ stance: 'denies', dateSaid: '2026-01-02', wording: 'paraphrase' }])
})

test('an article’s title by another program and its publisher from here are both kept', async () => {
  const { here, articleId } = await twoAtWork()
  const other = anotherProgram(here, `UPDATE article SET title = 'Another title'`)
  const publisher = here.call('articles.update', { id: articleId, publisher: 'The Gazette' })
  other.commit()
  await publisher
  expect(await here.call('articles.get', { id: articleId })).toMatchObject({ title: 'Another title', publisher: 'The Gazette' })
})

test('two settings of one comparison are both kept', async () => {
  const { here } = await twoAtWork()
  const { id } = await here.call('comparisons.create', { title: 'Walls', choice: everything })
  const other = anotherProgram(here, `UPDATE comparison SET choice = json_set(choice, '$.turned', json('true'))`)
  const folded = here.call('comparisons.update', { id, foldedIds: ['01936b00-0000-7000-8000-000000000001'] })
  other.commit()
  await folded
  expect((await here.call('comparisons.list', {}))[0]!.choice).toMatchObject({ turned: true, foldedIds: ['01936b00-0000-7000-8000-000000000001'] })
})

test('a reading place and the furthest place by another program are both kept', async () => {
  const { here, articleId } = await twoAtWork()
  await here.call('articles.setReadingPlace', { id: articleId, readingPlace: 0, readTo: 0.1 })
  const other = anotherProgram(here, 'UPDATE reading_place SET read_to = 0.9')
  const place = here.call('articles.setReadingPlace', { id: articleId, readingPlace: 5, readTo: 0.2 })
  other.commit()
  await place
  expect(await here.call('articles.get', { id: articleId })).toMatchObject({ readingPlace: 5, readTo: 0.9 })
})

test('a speaker that another program is just adding is not made a second time', async () => {
  const { here, there } = await twoAtWork()
  const other = anotherProgram(here, `INSERT INTO speaker (id, name, colour) VALUES ('01936b00-0000-7000-8000-000000000001', 'Ana Ruiz', 1)`)
  const made = here.call('speakers.create', { name: 'Ana Ruiz' }).catch((error: Error) => error.message)
  const alias = there.call('speakers.create', { name: 'ana  ruiz' }).catch((error: Error) => error.message)
  other.commit()
  expect(await made).toBe('There is a speaker “Ana Ruiz” already. Pick that one, or choose another name.')
  expect(await alias).toBe('There is a speaker “Ana Ruiz” already. Pick that one, or choose another name.')
})

test('while another program writes, reads are answered; what was asked for is done in its order once it is through', async () => {
  const { here, statement } = await twoAtWork()
  const other = anotherProgram(here, '')
  here.events.length = 0
  const done: string[] = []
  const acts = (['denies', 'doubts', 'leans'] as const).map((stance) => here.call('statements.update', { id: statement.id, stance }).then(() => done.push(stance)))
  expect(await here.call('statements.list', {})).toMatchObject([{ stance: null }])
  expect([...done, ...here.events]).toEqual([])
  other.commit()
  await Promise.all(acts)
  expect(done).toEqual(['denies', 'doubts', 'leans'])
  expect(await here.call('statements.list', {})).toMatchObject([{ stance: 'leans' }])
  expect((await here.call('history.list', {})).slice(0, 3).map(({ label }) => label)).toEqual(['Set stance', 'Set stance', 'Set stance'])
})

test('a library that is closed waits for what was asked for', async () => {
  const { here, there, statement } = await twoAtWork()
  const other = anotherProgram(here, '')
  const act = here.call('statements.update', { id: statement.id, stance: 'denies' })
  const closed = here.app.close()
  other.commit()
  await act
  await closed
  expect(await there.call('statements.list', {})).toMatchObject([{ stance: 'denies' }])
})

test('a library is opened while another program writes to it', async () => {
  const { here, statement } = await twoAtWork()
  const other = anotherProgram(here, '')
  const late = await aLibrary({ folder: here.folder })
  expect(await late.call('statements.list', {})).toHaveLength(1)
  const act = late.call('statements.update', { id: statement.id, stance: 'denies' })
  other.commit()
  await act
  expect(await here.call('statements.list', {})).toMatchObject([{ stance: 'denies' }])
})
