/** Opens a library as the app keeps it open: guarded against being taken away, or for reading where it can't be written. */
import { diskFault } from '../../shared/disk-fault.ts'
import { isMissing } from './lost-library.ts'
import { databaseFile, NotWritable, openDatabase, type Database } from './open-database.ts'
import { openForReading } from './open-for-reading.ts'
import { guardFile, type LibraryGone } from './still-there.ts'

export interface OpenLibrary {
  db: Database
  /** Why nothing can be stored: what is asked to be is refused as `not-writable`. */
  readOnly?: NotWritable['reason']
  /** Throws LibraryGone where its files are not those at its path any more. */
  assertStillThere(): void
  close(): void
}

export interface OpenOptions {
  /** A library was open here before, so a new one is not made in its place. */
  mustExist: boolean
  onGone: (gone: LibraryGone) => void
}

export async function openLibrary(folder: string, now: () => Date, { mustExist, onGone }: OpenOptions): Promise<OpenLibrary> {
  try {
    const db = await openDatabase(folder, now, { mustExist })
    const { assertStillThere } = guardFile(db, databaseFile(folder), onGone)
    return { db, assertStillThere, close: () => { db.close() } }
  } catch (error) {
    if (!(error instanceof NotWritable) || isMissing(folder)) throw error
    const { db, close } = await openForReading(folder, now).catch((second: unknown) => { throw diskFault(second) ? error : second })
    return { db, readOnly: error.reason, assertStillThere: () => undefined, close }
  }
}
