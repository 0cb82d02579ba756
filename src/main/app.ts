/**
 * The product without a face: opens a library, builds the services, answers the contract's library operations.
 * No Electron, no HTTP, no thread of its own.
 */
import type { Backup } from '../shared/library.ts'
import { libraryOperations, type CounterpointEvent } from '../shared/contract.ts'
import { createDispatch, type Dispatch } from '../shared/rpc.ts'
import type { ReadSource } from './articles/import-service.ts'
import { dailyBackupIsDue, makeBackup } from './database/backup.ts'
import { createFileSpace } from './database/file-space.ts'
import { openDatabase, type Database } from './database/open-database.ts'
import { watchForOthers } from './database/watch-for-others.ts'
import { whenIdle } from './database/when-idle.ts'
import { createHandlers } from './handlers.ts'
import { createServices } from './services.ts'

export interface AppOptions {
  /** The library's folder. */
  library: string
  clock?: () => Date
  log: (line: string) => void
  /** Reads an article from bytes; a face gives one that does it in another thread. */
  readSource?: ReadSource
  /** For tests: what handlers return is held against the contract. */
  checkOutput?: boolean
}

export interface App {
  dispatch: Dispatch
  subscribe(listener: (event: CounterpointEvent) => void): () => void
  /** A backup now, because the user asked. */
  makeBackup(): Promise<Backup>
  close(): Promise<void>
}

/** Throws `library-unavailable` with a sentence when the library can't be opened. */
export async function createApp({ library, clock = () => new Date(), log, readSource = readSourceHere, checkOutput = false }: AppOptions): Promise<App> {
  const db = await openDatabase(library, clock)
  const listeners = new Set<(event: CounterpointEvent) => void>()
  const emit = (event: CounterpointEvent): void => listeners.forEach((listener) => listener(event))
  const services = createServices({ db, folder: library, clock, readSource, emit })
  const space = createFileSpace(db)
  const stopWatching = watchForOthers(db, () => emit({ name: 'library.changed' }))
  const stopDaily = await keepDaily(db, library, clock, log)
  services.articles.emptyOldBin()
  const tidying = whenIdle(() => services.trimming.step() || space.step(), (error) => log(`tidying: ${String(error)}`))
  const dispatch = createDispatch(libraryOperations, createHandlers(services), { checkOutput, onInternalError: (error, name) => log(`${name}: ${error instanceof Error ? error.stack : String(error)}`) })

  return {
    dispatch: async (...asked) => {
      tidying.wait()
      return services.damaged.blamed(await dispatch(...asked))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    makeBackup: () => makeBackup(db, library, 'asked', clock()),
    close: async () => {
      tidying.stop()
      stopWatching()
      stopDaily()
      db.close()
    },
  }
}

/** How often to see whether a day has gone by, in ms: the app may run for weeks. */
const HOUR = 60 * 60 * 1000

/** The daily backup, now and while the library stays open. Gives back the function that stops it. */
async function keepDaily(db: Database, library: string, clock: () => Date, log: (line: string) => void): Promise<() => void> {
  const back = async (): Promise<void> => {
    if (dailyBackupIsDue(library, clock())) await makeBackup(db, library, 'daily', clock())
  }
  await back()
  const timer = setInterval(() => void back().catch((error: Error) => log(`daily backup: ${error.message}`)), HOUR)
  timer.unref()
  return () => clearInterval(timer)
}

/** The parsers take most of a start's time, and most starts import nothing. */
const readSourceHere: ReadSource = async (source) => (await import('./formats/read-source.ts')).readSource(source)
