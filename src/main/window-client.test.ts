import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { isGone, windowClient } from './window-client.ts'

const ended = spawnSync(process.execPath, ['--version']).pid

test.each([
  ['a window of this process that is open', windowClient('a'), [windowClient('a')], false],
  ['a window of this process that was closed', windowClient('a'), [windowClient('b')], true],
  ['a window of a process that runs', `window:${process.ppid}:a`, [], false],
  ['a window of a process that has ended', `window:${ended}:a`, [], true],
  ['a window of an earlier process whose number runs again', `window:${process.ppid}.1:a`, [], true],
  ['a window of an earlier process that had this one’s number', `window:${process.pid}.1:a`, [windowClient('a')], true],
  ['a window of a library that knew only one', 'window', [], true],
])('%s', (_what, client, open, gone) => {
  expect(isGone(client, open)).toBe(gone)
})
