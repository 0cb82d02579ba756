import { expect, it } from 'vitest'
import type { DetailName } from './article.ts'
import { detailsShown, guessedWords } from './guessed-details.ts'

it.each<[DetailName[], DetailName[], string]>([
  [[], ['title', 'byline'], ''],
  [['language'], ['title', 'byline'], ''],
  [['byline', 'language'], ['title', 'byline'], 'byline guessed'],
  [['published', 'publisher', 'title'], ['title', 'publisher', 'published'], 'title, publisher and date guessed'],
])('of the guesses %j those are named that are shown: %j', (guessed, shown, words) => {
  expect(guessedWords(guessed, shown)).toBe(words)
})

it('names what a citation shows: a date said is no detail of the article', () => {
  expect(detailsShown({ publisher: 'Wire', date: '2024', isDateSaid: false })).toEqual(['publisher', 'published'])
  expect(detailsShown({ publisher: '', date: '2024', isDateSaid: true })).toEqual(['title'])
  expect(detailsShown({ publisher: '', date: '', isDateSaid: false })).toEqual(['title'])
})
