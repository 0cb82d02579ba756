import { expect, test } from 'vitest'
import { toLexical } from '../../shared/body.ts'
import { currentEntry, outlineOf } from './outline.ts'

const body = toLexical([
  { type: 'paragraph', inlines: [{ text: 'Before' }] },
  { type: 'heading-1', inlines: [{ text: 'The ' }, { text: 'report', bold: true }] },
  { type: 'paragraph', inlines: [{ text: 'Words' }] },
  { type: 'heading-2', inlines: [{ text: ' ' }] },
  { type: 'heading-3', inlines: [{ text: 'Detail' }] },
])

test('headings with words, where they start', () => {
  expect(outlineOf(body)).toEqual([{ level: 1, words: 'The report', start: 7 }, { level: 3, words: 'Detail', start: 26 }])
})

test.each([[0, -1], [7, 0], [20, 0], [26, 1], [99, 1]])('offset %i lies under entry %i', (offset, entry) => {
  expect(currentEntry(outlineOf(body), offset)).toBe(entry)
})
