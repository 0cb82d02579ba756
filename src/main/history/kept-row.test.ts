import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAs, joined, LONG, parseSides, shortened, whole, type Row, type Sides } from './kept-row.ts'

const seed = Number(process.env.FC_SEED ?? 20261124)
const long = fc.tuple(fc.string({ unit: 'binary' }), fc.nat(3)).map(([words, many]) => 'Once more. '.repeat(many * 20) + words)
const row = fc.record({ seq: fc.constant(1), document: long, text: long, name: fc.option(fc.string()), position: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0) })
const throughJson = ({ before, after }: Sides): Sides => parseSides(before && JSON.stringify(before), after && JSON.stringify(after))

/** What the journal's triggers record where `before` becomes `after`. */
const recorded = (before: Row, after: Row): Sides => parseSides(JSON.stringify(before), JSON.stringify(after))

test('a run of touches, each made short and joined with the next, goes from its first row to its last and back', () => {
  fc.assert(fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), fc.boolean(), (rows, made) => {
    let kept: Sides = made ? { before: null, after: rows[0]! } : throughJson(shortened(recorded(rows[0]!, rows[1]!), undefined))
    for (const [index, next] of rows.slice(made ? 1 : 2).entries()) {
      kept = throughJson(shortened(joined(kept, recorded(rows[index + (made ? 0 : 1)]!, next)), undefined))
    }
    const [first, last] = [rows[0]!, rows.at(-1)!]
    expect(isAs(last, kept.after)).toBe(true)
    if (made) expect(kept).toEqual({ before: null, after: last })
    else {
      expect({ ...last, ...whole(kept.before!, last) }).toEqual(first)
      expect({ ...first, ...whole(kept.after!, first) }).toEqual(last)
    }
  }), { seed })
})

test('a row that has another value in a kept column is not as it was kept; in a column that is not kept it may', () => {
  const kept = shortened(recorded({ seq: 1, stance: null, date: '2017', text: 'a'.repeat(LONG + 1) }, { seq: 1, stance: 'denies', date: '2017', text: 'b'.repeat(LONG + 1) }), undefined)
  const now = { seq: 1, stance: 'denies', date: '2018', text: 'b'.repeat(LONG + 1) }
  expect(isAs(now, kept.after)).toBe(true)
  expect(isAs({ ...now, stance: 'doubts' }, kept.after)).toBe(false)
  expect(isAs({ ...now, text: 'c'.repeat(LONG + 1) }, kept.after)).toBe(false)
  expect(isAs(undefined, kept.after)).toBe(false)
})
