/** The rotation under any run of days and clocks. FC_SEED and FC_RUNS choose another run; both are printed. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { kept, keptBeyond, superseded } from './rotation.ts'

const seed = Number(process.env.FC_SEED ?? 20261124)
const numRuns = Number(process.env.FC_RUNS ?? 200)
beforeAll(() => { process.stdout.write(`rotation: seed ${seed}, ${numRuns} runs\n`) })

const DAY = 24 * 60 * 60 * 1000
const START = Date.parse('2026-01-01T09:00:00.000Z')
const reasons = ['daily', 'asked', 'migration', 'restore'] as const
const most = kept.daily + kept.asked + kept.change + kept.damaged + keptBeyond.weeks + keptBeyond.months

interface Made { name: string; madeAt: string; reason: (typeof reasons)[number]; damaged: boolean }

/** `jump`: days that the clock moves before it is made; `stays`: whether it stays there, or shows the right day again at the next. */
const start = fc.record({ jump: fc.oneof(fc.constant(1), fc.integer({ min: -400, max: 400 })), stays: fc.boolean(), reason: fc.constantFrom(...reasons), isDamaged: fc.integer({ max: 5, min: 0 }).map((one) => one === 0) })

/** What is there after each was made and the rotation had its turn, newest first. */
function afterEach(starts: { jump: number; stays: boolean; reason: Made['reason']; isDamaged: boolean }[], look: (there: Made[], made: Made, removed: Made[]) => void): void {
  let there: Made[] = []
  let right = START
  for (const [index, { jump, stays, reason, isDamaged }] of starts.entries()) {
    const shown = right + jump * DAY
    right = stays ? shown : right + DAY
    const made = { name: String(index), madeAt: new Date(shown).toISOString(), reason, damaged: isDamaged }
    const before = [made, ...there]
    const removed = superseded(before)
    there = before.filter((one) => !removed.includes(one))
    look(there, made, removed)
  }
}

const hold = (look: Parameters<typeof afterEach>[1]) => fc.assert(fc.property(fc.array(start, { maxLength: 150 }), (starts) => { afterEach(starts, look) }), { seed, numRuns })

test('the one just made and the newest good one are never removed, and a damaged one pushes out no good one', () => {
  hold((_, made, removed) => {
    expect(removed).not.toContain(made)
    if (made.damaged) expect(removed.every(({ damaged }) => damaged)).toBe(true)
  })
})

test('one made for another reason pushes out none of the dailies', () => {
  hold((_, made, removed) => {
    for (const gone of removed) if (!gone.damaged) expect(gone.reason === 'daily').toBe(made.reason === 'daily')
  })
})

test('their number is bounded', () => {
  hold((there) => { expect(there.length).toBeLessThanOrEqual(most) })
})

test('the ten newest of a reason stay, whatever the clock showed', () => {
  let dailies: string[] = []
  hold((there, made) => {
    if (made.name === '0') dailies = []
    if (made.reason === 'daily' && !made.damaged) dailies = [made.name, ...dailies]
    expect(there.filter(({ reason, damaged }) => reason === 'daily' && !damaged).map(({ name }) => name).slice(0, kept.daily)).toEqual(dailies.slice(0, kept.daily))
  })
})

test('a date from the future takes the place of one backup, as any other date does', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 30, max: 4000 }), (at, ahead) => {
    const right = Array.from({ length: 100 }, () => ({ jump: 0, stays: false, reason: 'daily' as const, isDamaged: false }))
    const namesAfter = (starts: typeof right): string[] => {
      let names: string[] = []
      afterEach(starts, (there) => { names = there.map(({ madeAt }) => madeAt) })
      return names
    }
    const withRight = namesAfter(right)
    const lost = withRight.filter((name) => !namesAfter(right.with(at, { ...right[at]!, jump: ahead })).includes(name))
    expect(lost.length).toBeLessThanOrEqual(2)
  }), { seed, numRuns })
})

test('after a year of days: the last ten, then one of each of four weeks, then one of each month', () => {
  let names: string[] = []
  afterEach(Array.from({ length: 365 }, () => ({ jump: 0, stays: false, reason: 'daily' as const, isDamaged: false })), (there) => { names = there.map(({ madeAt }) => madeAt.slice(0, 10)) })
  expect(names.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, index) => `2026-12-${31 - index}`))
  expect(names.slice(10, 14)).toEqual(['2026-12-21', '2026-12-20', '2026-12-13', '2026-12-06'])
  expect(new Set(names.map((name) => name.slice(0, 7))).size).toBe(12)
})
