import { expect, test } from 'vitest'
import type { Event } from '../event.ts'
import type { FilteredMark } from './statement-columns.ts'
import { positionOf } from './position.ts'
import { arrangeTimeline, type Zoom } from './timeline.ts'

let made = 0
function said(speakerId: string, date: string, stance: FilteredMark['stance'], isDateSaid = true): FilteredMark {
  made += 1
  return { id: `s${String(made).padStart(3, '0')}`, speakerId, issueId: 'i', stance, wording: 'quote', wordingGuessed: false, date, isDateSaid, articleId: 'x', articleTitle: 'X', publisher: '', guessed: [], tagIds: [], article: { id: 'x', title: 'X', publisher: '', published: '', guessed: [], tagIds: [], collectionIds: [] } }
}
function arrange(marks: FilteredMark[], events: (Pick<Event, 'id' | 'title' | 'date'> & Partial<Event>)[] = [], zoom: Zoom = 'day') {
  const ids = ['a', 'b', 'silent']
  const positions = new Map(ids.map((id) => [id, marks.filter((mark) => mark.speakerId === id)]))
  const speakers = ids.map((id) => ({ speaker: { id, name: id, aliases: [], speaksForId: null, colour: 1, position: 0, statements: 0 }, folded: [], canFold: false, statements: 0, articles: 0, tally: {} as never }))
  return arrangeTimeline({ matrix: { speakers, position: (issueId, id) => (positions.get(id)!.length > 0 ? positionOf(issueId, id, positions.get(id)!) : undefined) }, issueId: 'i', events: events.map((event) => ({ articleIds: ['x'], collectionId: null, ...event })), zoom })
}
const labels = ({ rows }: ReturnType<typeof arrange>) => rows.map((row) => (row.kind === 'event' ? `! ${row.event.title}` : row.date))

test('rows go by date, the less precise before what it may hold, no date last; only those who speak have a lane', () => {
  const timeline = arrange([said('a', '2017-04-05', 'asserts'), said('b', '2017', 'asserts'), said('a', '', 'asserts'), said('b', '2017-04', 'asserts'), said('b', '2016-12-31', 'asserts')])
  expect(labels(timeline)).toEqual(['2016-12-31', '2017', '2017-04', '2017-04-05', ''])
  expect(timeline.speakerIds).toEqual(['a', 'b'])
})

test('a change of stance is told, and joins the two rows', () => {
  const timeline = arrange([said('a', '2017-04-01', 'unclear'), said('a', '2017-04-05', null), said('a', '2017-04-06', 'doubts'), said('a', '2017-04-07', 'doubts'), said('a', '', 'denies')])
  expect(timeline.runs).toEqual([
    { speakerId: 'a', from: 0, to: 1, hasChanged: false }, { speakerId: 'a', from: 1, to: 2, hasChanged: true }, { speakerId: 'a', from: 2, to: 3, hasChanged: false },
  ])
  expect(timeline).toMatchObject({ statements: 5, changes: 1, days: 6 })
})

test('dates that papers only printed make no change, and hide none', () => {
  const timeline = arrange([said('a', '2017-04-01', 'denies'), said('a', '2017-04-02', 'asserts', false), said('a', '2017-04-03', 'denies'), said('a', '2017-04-04', 'asserts'), said('b', '2017-04-01', 'denies', false), said('b', '2017-04-04', 'asserts', false)])
  expect(timeline.changes).toBe(1)
  expect(timeline.runs.filter(({ hasChanged }) => hasChanged)).toEqual([{ speakerId: 'a', from: 2, to: 3, hasChanged: true }])
})

test('events stand before what was said on their day, and days are counted from the first', () => {
  const timeline = arrange([said('a', '2017-04-04', 'asserts'), said('a', '2017-04-26', 'asserts'), said('b', '2017-04', 'asserts')], [{ id: '1', title: 'Attack', date: '2017-04-04' }, { id: '2', title: 'Strike', date: '2017-04-07' }])
  expect(labels(timeline)).toEqual(['2017-04', '! Attack', '2017-04-04', '! Strike', '2017-04-26'])
  expect(timeline.rows.map(({ days }) => days)).toEqual([null, null, 0, null, 22])
})

test('an event stands only where its articles or those of its collection speak', () => {
  const mark = said('a', '2017-04-04', 'asserts')
  const inCollection = { ...mark, article: { ...mark.article, collectionIds: ['c'] } }
  const events = [{ id: '1', title: 'Own', date: '2017' }, { id: '2', title: 'Other', date: '2017', articleIds: ['y'] }, { id: '3', title: 'Collection', date: '2017', articleIds: [], collectionId: 'c' }]
  expect(labels(arrange([mark], events))).toEqual(['! Own', '2017-04-04'])
  expect(labels(arrange([inCollection], events))).toEqual(['! Own', '! Collection', '2017-04-04'])
  const [row] = arrange([said('a', '2017-04-04', 'asserts')], [{ id: '2', title: 'Other', date: '2017-04-01', articleIds: ['y'] }]).rows
  expect(row!.days).toBeNull()
})

test('by month and by year, days are put together', () => {
  const marks = [said('a', '2017-04-04', 'asserts'), said('a', '2017-04-26', 'denies'), said('b', '2017-05-01', 'asserts'), said('b', '2018', 'asserts')]
  expect(labels(arrange(marks, [{ id: '1', title: 'Attack', date: '2017-04-10' }], 'month'))).toEqual(['! Attack', '2017-04', '2017-05', '2018'])
  const years = arrange(marks, [], 'year')
  expect(labels(years)).toEqual(['2017', '2018'])
  const [first] = years.rows
  expect(first?.kind === 'date' && first.entries.get('a')?.map(({ mark, changedFrom }) => [mark.stance, changedFrom])).toEqual([['asserts', null], ['denies', 'asserts']])
})
