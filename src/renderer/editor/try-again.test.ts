import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError, type ErrorCode } from '../../shared/rpc.ts'
import { createTryAgain, NotStoredYet } from './try-again.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const full = new NotStoredYet('disk-full')

/** A disk that refuses with a code, or takes what it is given; and what waits for it. */
function aDisk() {
  const disk = { refuses: null as ErrorCode | null, stored: [] as string[], attempts: 0 }
  const told: string[] = []
  const unsaved = createTryAgain({ onWait: ({ code }) => told.push(`waits: ${code}`), onDone: () => told.push('done'), onRefuse: (error) => told.push(`refused: ${(error as AppError).code}`), pause: 1000 })
  const text = (words: string) => ({
    again: async (): Promise<void> => {
      disk.attempts += 1
      if (disk.refuses) throw new AppError(disk.refuses, 'A sentence.')
      disk.stored.push(words)
    },
  })
  return { disk, told, unsaved, text }
}

test('what a full disk refuses is stored once there is room, and only once', async () => {
  const { disk, told, unsaved, text } = aDisk()
  disk.refuses = 'disk-full'
  unsaved.later('a', text('one'), full)
  unsaved.later('b', text('two'), full)
  await vi.advanceTimersByTimeAsync(3000)
  expect([disk.stored, disk.attempts, told]).toEqual([[], 6, ['waits: disk-full']])
  disk.refuses = null
  await vi.advanceTimersByTimeAsync(1000)
  expect(disk.stored).toEqual(['one', 'two'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect([disk.attempts, told]).toEqual([8, ['waits: disk-full', 'done']])
})

test('of one thing the newer text is stored', async () => {
  const { disk, unsaved, text } = aDisk()
  const [old, newer] = [text('old'), text('new')]
  unsaved.later('a', old, full)
  unsaved.later('a', newer, full)
  unsaved.done('a', old)
  expect(unsaved.find('a')).toBe(newer)
  await unsaved.now()
  expect(disk.stored).toEqual(['new'])
})

test.each(['not-found', 'conflict', 'bad-input', 'internal'] as const)('what is refused as %s is told, and not tried for ever', async (code) => {
  const { disk, told, unsaved, text } = aDisk()
  disk.refuses = code
  unsaved.later('a', text('one'), full)
  await vi.advanceTimersByTimeAsync(10_000)
  expect([disk.attempts, unsaved.find('a'), told]).toEqual([1, undefined, ['waits: disk-full', 'done', `refused: ${code}`]])
})

test.each(['busy', 'disk-error', 'not-writable', 'library-gone', 'library-unavailable'] as const)('what is refused as %s waits', async (code) => {
  const { disk, unsaved, text } = aDisk()
  disk.refuses = code
  unsaved.later('a', text('one'), new NotStoredYet(code))
  await unsaved.now()
  expect(unsaved.find('a')).toBeDefined()
  disk.refuses = null
  await unsaved.now()
  expect([unsaved.find('a'), disk.stored]).toEqual([undefined, ['one']])
})
