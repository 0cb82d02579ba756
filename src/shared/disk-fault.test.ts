import { expect, test, vi } from 'vitest'
import { diskFault, passes } from './disk-fault.ts'
import { AppError, errorCodes, failure } from './rpc.ts'

function fault(code: string): Error {
  return Object.assign(new Error('as the system says it'), { code })
}

test.each([
  ['SQLITE_FULL', 'disk-full'], ['ENOSPC', 'disk-full'], ['EDQUOT', 'disk-full'],
  ['SQLITE_READONLY', 'not-writable'], ['SQLITE_READONLY_DBMOVED', 'not-writable'], ['SQLITE_CANTOPEN', 'not-writable'], ['EACCES', 'not-writable'], ['EPERM', 'not-writable'], ['EROFS', 'not-writable'],
  ['SQLITE_BUSY', 'busy'], ['SQLITE_BUSY_SNAPSHOT', 'busy'], ['SQLITE_LOCKED', 'busy'], ['EBUSY', 'busy'],
  ['SQLITE_IOERR_WRITE', 'disk-error'], ['EIO', 'disk-error'], ['ESTALE', 'disk-error'],
  ['SQLITE_CORRUPT', 'damaged'], ['SQLITE_CORRUPT_VTAB', 'damaged'], ['SQLITE_NOTADB', 'damaged'],
])('%s is answered as %s, in a sentence, and is no mistake', (code, expected) => {
  const onInternal = vi.fn()
  const reply = failure(fault(code), onInternal)
  expect(reply).toMatchObject({ ok: false, error: { code: expected, message: expect.stringMatching(/^[A-Z].*\.$/) } })
  expect(JSON.stringify(reply)).not.toContain('mistake')
  expect(onInternal).not.toHaveBeenCalled()
})

test.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'SQLITE_FULLER', 'ENOENT', 'ERR_INVALID_ARG_TYPE'])('%s is no fault of the disk', (code) => {
  expect(diskFault(fault(code))).toBeUndefined()
  const onInternal = vi.fn()
  expect(failure(fault(code), onInternal)).toMatchObject({ error: { code: 'internal' } })
  expect(onInternal).toHaveBeenCalledOnce()
})

test('what has no code is no fault of the disk', () => {
  for (const error of [new Error('x'), 'x', null, undefined, { code: 7 }]) expect(diskFault(error)).toBeUndefined()
})

test('what passes by itself is tried again, and nothing else', () => {
  expect(errorCodes.filter((code) => passes(new AppError(code, 'x')))).toEqual(['library-unavailable', 'busy', 'disk-full', 'not-writable', 'disk-error', 'library-gone'])
})
