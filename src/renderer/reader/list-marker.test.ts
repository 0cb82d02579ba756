import { expect, test } from 'vitest'
import type { Block } from '../../shared/body.ts'
import { listMarker, type ListCount } from './list-marker.ts'

const bullet = (depth = 0): Block => ({ type: 'list-item', depth, inlines: [] })
const numbered = (depth = 0): Block => ({ type: 'list-item', ordered: true, depth, inlines: [] })
const paragraph: Block = { type: 'paragraph', inlines: [] }

function markers(blocks: Block[]): string[] {
  const counts: ListCount[] = []
  return blocks.map((block) => listMarker(block, counts))
}

test('a numbered list after bullets starts at 1', () => {
  expect(markers([bullet(), bullet(), numbered(), numbered()])).toEqual(['•', '•', '1.', '2.'])
})

test('a list within a list starts anew below each item and does not break the outer count', () => {
  expect(markers([numbered(), numbered(1), numbered(1), numbered(), bullet(1), numbered(), numbered(1)])).toEqual(['1.', '1.', '2.', '2.', '•', '3.', '1.'])
})

test('a paragraph between two lists ends the first', () => {
  expect(markers([numbered(), paragraph, numbered()])).toEqual(['1.', '', '1.'])
})

test('a list may begin at a depth with nothing above it', () => {
  expect(markers([numbered(2), numbered(2), numbered()])).toEqual(['1.', '2.', '1.'])
})
