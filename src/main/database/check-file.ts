/** Checks a copy of a library that nobody else has open: its structure and every checksum. */
import Sqlite from 'better-sqlite3'
import { damageIn } from './check-library.ts'

export interface Checked {
  /** What is wrong, in one sentence; undefined when all is whole. */
  damage: string | undefined
  /** The schema's version; 0 where the file holds no library. */
  version: number
}

/** The copy becomes one file without a log beside it, so that it can be moved alone. */
export function checkFile(file: string): Checked {
  try {
    const db = new Sqlite(file, { fileMustExist: true })
    try {
      db.pragma('journal_mode = DELETE')
      const version = db.pragma('user_version', { simple: true }) as number
      return { damage: version === 0 ? 'It holds no library.' : damageIn(db)[0], version }
    } finally {
      db.close()
    }
  } catch (error) {
    if (isDamage(error)) return { damage: 'The file’s structure is damaged.', version: 0 }
    throw error
  }
}

/** SQLite can't read the file as a database, or not all of it. */
export function isDamage(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? ''
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')
}
