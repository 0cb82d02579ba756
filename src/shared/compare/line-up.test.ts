import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineUp, placeBeside } from './line-up.ts'
import { onlyIn, sharedIssues } from './shared-issues.ts'

test('blocks that share their telling words are paired, what is new on one side has no partner', () => {
  const left = ['What the mayor said', 'The sirens sounded in time, the mayor said.', 'Norra denies any loss of gas.', 'The inquiry begins in April.']
  const right = ['In the capital', 'Norra Chemicals again denies that gas was lost.', 'Something else altogether happened.', 'In April the inquiry begins.']
  expect(lineUp(left, right)).toEqual([[2, 1], [3, 3]])
})

test('pairs grow on both sides', () => {
  const text = fc.array(fc.lorem({ maxCount: 12 }), { maxLength: 12 })
  fc.assert(fc.property(text, text, (left, right) => {
    const pairs = lineUp(left, right)
    for (const [at, [a, b]] of pairs.entries()) if (at > 0) expect([a > pairs[at - 1]![0], b > pairs[at - 1]![1]]).toEqual([true, true])
  }))
})

test('a text beside itself stands block by block', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom(...'abcdefghij') }), { maxLength: 12 }), (words) => {
    expect(lineUp(words, words)).toEqual(words.map((_, at) => [at, at]))
  }))
})

test('a place further down stands further down on the other side', () => {
  const at = (place: number) => placeBeside(place, [[2, 1], [3, 6]], 10, 8)
  const place = fc.float({ min: 0, max: 10, noNaN: true })
  fc.assert(fc.property(place, place, (a, b) => { expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b))) }))
  expect([at(0), at(2), at(3), at(10)]).toEqual([0, 1, 6, 8])
})

const said = (highlightId: string, issueId: string | null, speakerId: string | null) => ({ highlightId, issueId, speakerId })

test('shared issues stand in the order of the left article, each highlight once', () => {
  expect(sharedIssues([said('l1', 'b', 'x'), said('l2', 'a', 'x'), said('l2', 'a', 'y'), said('l3', null, 'x'), said('l4', 'b', 'x')], [said('r1', 'a', 'x'), said('r2', 'b', 'x'), said('r3', 'c', 'x')]))
    .toEqual([{ issueId: 'b', left: ['l1', 'l4'], right: ['r2'] }, { issueId: 'a', left: ['l2'], right: ['r1'] }])
})

test('what only one has, each at its first statement', () => {
  expect(onlyIn([said('l1', 'a', 'x'), said('l2', 'b', 'y'), said('l3', 'b', 'y'), said('l4', null, null)], [said('r1', 'a', 'z')]))
    .toEqual({ issues: [{ id: 'b', highlightId: 'l2' }], speakers: [{ id: 'x', highlightId: 'l1' }, { id: 'y', highlightId: 'l2' }] })
})
