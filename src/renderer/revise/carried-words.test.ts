import { expect, test } from 'vitest'
import { carriedWords, waitingIn } from './carried-words.ts'

test.each([
  [{ same: 0, moved: 0, 'said-by-another': 0, reworded: 0, lost: 0 }, ''],
  [{ same: 1, moved: 0, 'said-by-another': 0, reworded: 0, lost: 0 }, '1 highlight stays.'],
  [{ same: 8, moved: 1, 'said-by-another': 1, reworded: 1, lost: 2 }, '9 highlights stay, 1 may be said by another, 1 is reworded, 2 are lost.'],
  [{ same: 0, moved: 0, 'said-by-another': 0, reworded: 0, lost: 1 }, 'Of the highlights, 1 is lost.'],
])('says what became of the highlights', (counts, words) => {
  expect(carriedWords(counts)).toBe(words)
})

test('asks about all that neither stay nor move along', () => {
  expect(waitingIn({ same: 1, moved: 2, 'said-by-another': 4, reworded: 8, lost: 16 })).toBe(28)
})
