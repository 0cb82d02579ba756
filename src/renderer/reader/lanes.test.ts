import { describe, expect, it } from 'vitest'
import { drawingOf, type Mark } from './lanes.ts'

const aMark = (highlightId: string, start: number, end: number, colour = 1): Mark => ({ highlightId, colour, spans: [{ start, end }] })

describe('drawingOf', () => {
  it('gives marks that only touch the same lane', () => {
    expect(drawingOf([aMark('a', 0, 5), aMark('b', 5, 9)], null).lines.map((line) => line.lane)).toEqual([0, 0])
  })

  it('stacks overlapping marks and tints each place once, by the earlier', () => {
    const { lines, tints } = drawingOf([aMark('b', 5, 20, 2), aMark('a', 0, 10, 1)], null)
    expect(lines).toEqual([{ colour: 1, lane: 0, spans: [{ start: 0, end: 10 }] }, { colour: 2, lane: 1, spans: [{ start: 5, end: 20 }] }])
    expect(tints).toEqual([
      { colour: 1, active: false, span: { start: 0, end: 10 } },
      { colour: 2, active: false, span: { start: 10, end: 20 } },
    ])
  })

  it('shows the whole of the active mark', () => {
    expect(drawingOf([aMark('a', 0, 10, 1), aMark('b', 5, 20, 2)], 'b').tints).toEqual([
      { colour: 1, active: false, span: { start: 0, end: 5 } },
      { colour: 2, active: true, span: { start: 5, end: 20 } },
    ])
  })

  it('counts what finds no lane at its end', () => {
    const { lines, overflows } = drawingOf(['a', 'b', 'c', 'd', 'e'].map((id) => aMark(id, 3, 8)), null)
    expect(lines.map((line) => line.lane)).toEqual([0, 1, 2])
    expect(overflows).toEqual([{ offset: 8, count: 2 }])
  })

  it('keeps one lane for all the ranges of a mark', () => {
    const broken: Mark = { highlightId: 'a', colour: 1, spans: [{ start: 0, end: 4 }, { start: 10, end: 14 }] }
    const { lines } = drawingOf([broken, aMark('b', 5, 9, 2), aMark('c', 12, 20, 3)], null)
    expect(lines.map((line) => [line.colour, line.lane])).toEqual([[1, 0], [2, 0], [3, 1]])
  })
})
