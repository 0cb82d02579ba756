import { expect, test } from 'vitest'
import { stepsByDay } from './steps-by-day.ts'

const step = (id: number, time: Date) => ({ id, label: 'Add tag', subject: '', madeAt: time.toISOString(), by: 'this-window' as const, undone: false })

test('steps stand under their days, in the order given', () => {
  const now = new Date(2026, 2, 1, 9, 30)
  const steps = [step(4, new Date(2026, 2, 1, 9)), step(3, new Date(2026, 2, 1, 0, 1)), step(2, new Date(2026, 1, 28, 23, 59)), step(1, new Date(2025, 11, 31, 12))]
  expect(stepsByDay(steps, now).map(({ day, steps: own }) => [day, own.map((one) => one.id)])).toEqual([['Today', [4, 3]], ['Yesterday', [2]], ['31 December 2025', [1]]])
})
