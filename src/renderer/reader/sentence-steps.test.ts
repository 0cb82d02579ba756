import { expect, test } from 'vitest'
import { stepSentence } from './sentence-steps.ts'

const text = 'Heading\nDr. Smith spoke. Nobody heard.\n\nلم يسمع أحد. ثم رحل.'
const [heading, spoke, nobody, second, third] = [0, 8, 25, 40, 53]

test('goes to each start in turn, over paragraphs and empty ones', () => {
  expect(text.slice(nobody, nobody + 6)).toBe('Nobody')
  const starts = [heading]
  for (let at = heading; at < text.length; starts.push(at)) at = stepSentence(text, at, 'en', 1, 'start')
  expect(starts).toEqual([heading, spoke, nobody, second, third, text.length])
  const back = []
  for (let at = text.length; at > 0; back.push(at)) at = stepSentence(text, at, 'en', -1, 'start')
  expect(back).toEqual([third, second, nobody, spoke, heading])
})

test('goes to ends, without the white space behind them', () => {
  expect(stepSentence(text, spoke, 'en', 1, 'end')).toBe(nobody - 1)
  expect(stepSentence(text, nobody - 1, 'en', 1, 'end')).toBe(38)
  expect(stepSentence(text, 38, 'en', -1, 'end')).toBe(nobody - 1)
})

test('a place inside a sentence goes back to its start', () => {
  expect(stepSentence(text, nobody + 4, 'en', -1, 'start')).toBe(nobody)
})

test('a text of nothing stays', () => {
  expect(stepSentence('', 0, 'en', 1, 'start')).toBe(0)
  expect(stepSentence('\n', 1, 'en', -1, 'start')).toBe(0)
})
