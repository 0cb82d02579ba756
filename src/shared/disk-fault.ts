/** Ordinary faults of a disk, told from a programmer's mistake: each has its code and its sentence, whoever meets it. */
import type { ErrorCode } from './rpc.ts'

type FaultCode = Extract<ErrorCode, 'busy' | 'disk-full' | 'not-writable' | 'disk-error' | 'damaged'>

export interface DiskFault {
  code: FaultCode
  message: string
}

const sentences: Record<FaultCode, string> = {
  'disk-full': 'The disk is full, so nothing was stored. Free some space and try again.',
  'not-writable': 'Nothing was stored, because the file or its folder may not be written. Change its permissions, or use another place.',
  busy: 'Another program is using the file, so nothing was stored. Wait a moment and try again.',
  'disk-error': 'The disk did not answer as it should, so nothing was stored. See that it is connected and not over its quota, and try again.',
  damaged: 'Part of the library’s file is damaged. Restore a backup in Settings, and keep a copy of the file as it is.',
}

/** By the code of a SqliteError (https://sqlite.org/rescode.html) or of a system call (errno(3)). Extended codes begin with the plain one. */
const faults: [FaultCode, RegExp][] = [
  ['disk-full', /^(?:SQLITE_FULL|ENOSPC|EDQUOT)$/],
  ['not-writable', /^(?:SQLITE_(?:READONLY|PERM|CANTOPEN)(?:_\w+)?|EACCES|EPERM|EROFS)$/],
  ['busy', /^(?:SQLITE_(?:BUSY|LOCKED)(?:_\w+)?|EBUSY)$/],
  ['damaged', /^SQLITE_(?:CORRUPT(?:_\w+)?|NOTADB)$/],
  ['disk-error', /^(?:SQLITE_IOERR(?:_\w+)?|EIO|EFBIG|ENXIO|ENODEV|ESTALE|ETIMEDOUT|EMFILE|ENFILE)$/],
]

/** Undefined for what is no fault of the disk. */
export function diskFault(error: unknown): DiskFault | undefined {
  const given = (error as { code?: unknown } | null | undefined)?.code
  if (typeof given !== 'string') return undefined
  const code = faults.find(([, pattern]) => pattern.test(given))?.[0]
  return code && { code, message: sentences[code] }
}

/** What keeps a text from being stored that passes, or that the person can mend: "Not saved: the disk is full". */
const passing: Partial<Record<ErrorCode, string>> = {
  'disk-full': 'the disk is full',
  busy: 'another program is using the library',
  'disk-error': 'the disk does not answer',
  'not-writable': 'the library can’t be written',
  'library-gone': 'the library was taken away',
  'library-unavailable': 'no library is open',
}

/** Undefined where the same would be refused again. */
export function passingReason(error: { code?: string }): string | undefined {
  return passing[error.code as ErrorCode]
}

/** Whether the same is worth trying again by itself: what was typed is stored once there is room. */
export function passes(error: { code?: string }): boolean {
  return passingReason(error) !== undefined
}
