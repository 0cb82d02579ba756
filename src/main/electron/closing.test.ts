import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { storeBeforeClosing } from './closing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aWindow() {
  const listeners = new Map<string, (event: { preventDefault(): void }) => void>()
  const happened: string[] = []
  const state = { crashed: false, destroyed: false }
  const on = (name: string, listener: (event: { preventDefault(): void }) => void): void => void listeners.set(name, listener)
  const fire = (name: string): void => {
    let prevented = false
    listeners.get(name)?.({ preventDefault: () => { prevented = true } })
    if (name === 'close') happened.push(prevented ? 'held back' : 'closed')
  }
  const stored = storeBeforeClosing({ on, isDestroyed: () => state.destroyed, webContents: { isCrashed: () => state.crashed, on } }, {
    ask: () => happened.push('asked'),
    closeAgain: () => fire('close'),
  })
  return { happened, state, fire, stored }
}

it('a window closes once its page has stored what was typed', () => {
  const { happened, fire, stored } = aWindow()
  fire('close')
  expect(happened).toEqual(['asked', 'held back'])
  stored()
  expect(happened).toEqual(['asked', 'held back', 'closed'])
  vi.runAllTimers()
  expect(happened).toHaveLength(3)
})

it('a page that does not answer has a second, and is asked once', () => {
  const { happened, fire } = aWindow()
  fire('close')
  fire('close')
  vi.advanceTimersByTime(999)
  expect(happened).toEqual(['asked', 'held back', 'held back'])
  vi.advanceTimersByTime(1)
  expect(happened.at(-1)).toBe('closed')
})

it('a page that has ended is not waited for', () => {
  const { happened, fire, state } = aWindow()
  fire('close')
  fire('render-process-gone')
  expect(happened).toEqual(['asked', 'held back', 'closed'])
  const other = aWindow()
  other.state.crashed = true
  other.fire('close')
  expect(other.happened).toEqual(['closed'])
  // A window that went with its page is not closed again.
  const third = aWindow()
  third.fire('close')
  third.state.destroyed = true
  third.fire('render-process-gone')
  expect(third.happened).toEqual(['asked', 'held back'])
  expect(state.destroyed).toBe(false)
})

it('an answer that nobody asked for closes nothing', () => {
  const { happened, fire, stored } = aWindow()
  stored()
  expect(happened).toEqual([])
  fire('close')
  expect(happened).toEqual(['asked', 'held back'])
})

it('the end of a Windows session asks too, and waits for nothing', () => {
  const { happened, fire } = aWindow()
  fire('query-session-end')
  vi.runAllTimers()
  expect(happened).toEqual(['asked'])
})
