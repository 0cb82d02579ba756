import { expect, it } from 'vitest'
import { findDate, readDate } from './guess-date.ts'

it.each([
  ['2017-04-26T10:24:00+02:00', '2017-04-26'], ['26 April 2017', '2017-04-26'], ['April 26, 2017', '2017-04-26'], ['Wed, 26 Apr 2017 10:24 GMT', '2017-04-26'],
  ['26th of April 2017', '2017-04-26'], ['26 avril 2017', '2017-04-26'], ['26. April 2017', '2017-04-26'], ['3. März 2021', '2021-03-03'], ['1er août 2020', '2020-08-01'],
  ['26 de abril de 2017', '2017-04-26'], ['26.04.2017', '2017-04-26'], ['26/04/2017', '2017-04-26'], ['04/26/2017', '2017-04-26'], ['2017/4/6', '2017-04-06'],
  ['04/05/2017', '2017'], ['April 2017', '2017-04'], ['2017-04', '2017-04'], ['2017年4月26日', '2017-04-26'], ['2017', '2017'], ['31 February 2017', '2017-02'], ['not a date', ''],
])('%s', (written, date) => {
  expect(readDate(written)).toBe(date)
})

it('leaves numbers alone that are no dates', () => {
  expect(findDate('In room 2017 there were 26 people')).toBeUndefined()
})
