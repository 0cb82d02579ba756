import { expect, test } from 'vitest'
import { framedPieces, shownAround } from './framed-pieces.ts'

const text = 'First line.\nIt rained. Ann said we won. She left. All slept.'
const at = (words: string): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const frame = at('Ann said we won.')

test('what is shown is the frame with a sentence on each side, or its whole paragraph', () => {
  const shown = (isWhole: boolean): string => {
    const { start, end } = shownAround(text, frame, 'en', isWhole)
    return text.slice(start, end)
  }
  expect(shown(false)).toBe('It rained. Ann said we won. She left.')
  expect(shown(true)).toBe('It rained. Ann said we won. She left. All slept.')
})

test('pieces hold all that is shown, in order, each with what it is', () => {
  const pieces = framedPieces({ text, frame, marked: [at('we won')], changed: [at('Ann'), at('won')] }, shownAround(text, frame, 'en', false))
  expect(pieces.map((piece) => piece.text).join('')).toBe('It rained. Ann said we won. She left.')
  expect(pieces.filter(({ isAside }) => isAside).map((piece) => piece.text)).toEqual(['It rained. ', ' She left.'])
  expect(pieces.filter(({ isMarked }) => isMarked).map((piece) => [piece.text, piece.isChanged])).toEqual([['we ', false], ['won', true]])
  expect(pieces.filter(({ isChanged, isMarked }) => isChanged && !isMarked).map((piece) => piece.text)).toEqual(['Ann'])
})
