import { expect, test } from 'vitest'
import { describeRange } from './anchor/selectors.ts'
import { caveatOf, placeIn } from './highlight.ts'

const present = { revision: 2, text: 'The treasurer said the bridge is paid.' }
const ranges = [describeRange('The mayor said the bridge is paid.', { start: 15, end: 33 })]
const place = [describeRange(present.text, { start: 19, end: 37 })]
const waiting = { revision: 1, state: 'said-by-another' as const, waiting: true, ranges, candidates: [place] }

test('words that another may say keep their place in the present text until it is decided', () => {
  expect(placeIn(waiting, present)).toEqual(place)
  expect(placeIn({ ...waiting, waiting: false }, present)).toBeNull()
})

test('a place that the present text does not hold is none', () => {
  expect(placeIn(waiting, { ...present, text: `Now ${present.text}` })).toBeNull()
  expect(placeIn({ ...waiting, candidates: [] }, present)).toBeNull()
  expect(placeIn({ ...waiting, candidates: [[]] }, present)).toBeNull()
})

test('words of the present revision stand where they are, all others nowhere', () => {
  expect(placeIn({ ...waiting, state: 'same', waiting: false, revision: 2 }, present)).toEqual(ranges)
  expect(placeIn({ ...waiting, state: 'reworded' }, present)).toBeNull()
  expect(placeIn({ ...waiting, state: 'lost', revision: 2 }, present)).toBeNull()
})

test.each([
  ['said-by-another', true, 'said by another?'],
  ['said-by-another', false, 'wording of revision 1'],
  ['reworded', true, 'wording of revision 1'],
  ['same', false, 'wording of revision 1'],
] as const)('beside words that are %s (waiting: %s) stands “%s”', (state, isWaiting, caveat) => {
  expect(caveatOf({ state, waiting: isWaiting, revision: 1 }, 2)).toBe(caveat)
})

test('beside words of the present revision stands nothing', () => {
  expect(caveatOf({ state: 'same', waiting: false, revision: 2 }, 2)).toBe('')
})
