import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { outliveTerminal, quitWhenAsked, tellStarter } from './starter.ts'

it('tells the starter, also one that has just gone', () => {
  const sent: unknown[][] = []
  const send = (...given: unknown[]): boolean => { sent.push(given); return true }
  tellStarter('shown', { connected: true, send } as unknown as Parameters<typeof tellStarter>[1])
  expect(sent[0]![0]).toEqual({ counterpoint: 'shown' })
  // With a callback, a channel that has closed meanwhile is no uncaught error.
  expect(sent[0]!.at(-1)).toBeTypeOf('function')
  tellStarter('handed-over', { connected: false, send } as unknown as Parameters<typeof tellStarter>[1])
  tellStarter('handed-over', { connected: false } as Parameters<typeof tellStarter>[1])
  expect(sent).toHaveLength(1)
})

it('writes on when the terminal is gone', () => {
  const stream = new EventEmitter()
  outliveTerminal([stream as unknown as NodeJS.WriteStream])
  expect(() => stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).not.toThrow()
})

it('quits at each of the signals, however often it comes, and at the starter’s word', () => {
  const program = new EventEmitter()
  let quits = 0
  quitWhenAsked(() => { quits += 1 }, program as unknown as NodeJS.Process)
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM', 'SIGHUP']) program.emit(signal)
  expect(quits).toBe(4)
  for (const word of [{ counterpoint: 'shown' }, 'quit', null]) program.emit('message', word)
  expect(quits).toBe(4)
  program.emit('message', { counterpoint: 'quit' })
  expect(quits).toBe(5)
})
