import { expect, onTestFinished, test, vi } from 'vitest'
import { whenIdle } from './when-idle.ts'

function withOwnTime(): void {
  vi.useFakeTimers()
  onTestFinished(() => { vi.useRealTimers() })
}

test('work begins once nothing is asked for a while, waits when something is, and ends when it is done', async () => {
  withOwnTime()
  let left = 3
  const work = whenIdle(async () => (left -= 1) > 0, (error) => { throw error })
  await vi.advanceTimersByTimeAsync(2999)
  work.wait()
  await vi.advanceTimersByTimeAsync(2999)
  expect(left).toBe(3)
  await vi.advanceTimersByTimeAsync(1)
  expect(left).toBe(2)
  work.wait()
  await vi.advanceTimersByTimeAsync(2999)
  expect(left).toBe(2)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(left).toBe(0)
})

test('what fails is told and tried again after the next pause, and nothing begins after the end', async () => {
  withOwnTime()
  const told: unknown[] = []
  let tries = 0
  const work = whenIdle(async () => {
    tries += 1
    throw new Error('busy')
  }, (error) => told.push(error))
  await vi.advanceTimersByTimeAsync(10_000)
  expect([tries, told]).toEqual([1, [new Error('busy')]])
  work.wait()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(tries).toBe(2)
  work.wait()
  work.stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(tries).toBe(2)
})
