/** A library is for its owner alone, where the file system knows owners (POSIX). */
import { chmodSync, statSync } from 'node:fs'
import { join } from 'node:path'

const OTHERS = 0o077
const OTHERS_WRITE = 0o022

/**
 * Takes from others what earlier versions gave them. What others may write is shared on purpose and stays so; what they
 * may only read is no library to them, since SQLite's readers write too (https://sqlite.org/wal.html, 5). The folder itself
 * stays as it is: it may hold other things. SQLite gives its log and its index the permissions of the file.
 */
export function tighten(folder: string): void {
  for (const name of ['library.db', 'library.db-wal', 'library.db-shm', 'backups']) {
    try {
      const path = join(folder, name)
      const { mode } = statSync(path)
      if ((mode & OTHERS) !== 0 && (mode & OTHERS_WRITE) === 0) chmodSync(path, mode & 0o7700)
    } catch {
      // Not there, or another's: then it is not ours to change.
    }
  }
}
