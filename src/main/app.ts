/**
 * The product without a face: opens a library, builds the services, answers the contract's library operations.
 * No Electron, no HTTP, no thread of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { libraryOperations, type CounterpointEvent } from '../shared/contract.ts'
import { createDispatch, type Dispatch } from '../shared/rpc.ts'
import type { ReadSource } from './articles/import-service.ts'
import { createFileSpace } from './database/file-space.ts'
import { refuseWrites } from './database/open-for-reading.ts'
import { openLibrary } from './database/open-library.ts'
import { rescueCopy } from './database/rescue.ts'
import { LibraryGone } from './database/still-there.ts'
import { watchForOthers } from './database/watch-for-others.ts'
import { whenIdle } from './database/when-idle.ts'
import { createWriteQueue } from './database/write-queue.ts'
import { inActs } from './acts.ts'
import { createHandlers } from './handlers.ts'
import { createServices } from './services.ts'

export interface AppOptions {
  /** The library's folder. */
  library: string
  /** A library was open there before, so a new one is not made in its place. */
  mustExist?: boolean
  clock?: () => Date
  log: (line: string) => void
  /** Where files that come in parts wait: a folder of this program's alone, which threads on the same library share. */
  uploads?: string
  /** Reads an article from bytes; a face gives one that does it in another thread. */
  readSource?: ReadSource
  /** The library was taken away while it was open: nothing more can be stored. Called once. */
  onGone?: (gone: LibraryGone) => void
  /** For tests: what handlers return is held against the contract. */
  checkOutput?: boolean
}

export interface App {
  /** Why nothing can be stored. */
  readOnly?: 'not-writable' | 'disk-full'
  dispatch: Dispatch
  subscribe(listener: (event: CounterpointEvent) => void): () => void
  /** What is held of a library that was taken away, as a library in a folder of its own. */
  rescue(folder: string): Promise<void>
  close(): Promise<void>
}

/** Throws `library-unavailable` with a sentence when the library can't be opened. */
export async function createApp({ library, mustExist = false, clock = () => new Date(), log, uploads, readSource = readSourceHere, onGone = () => undefined, checkOutput = false }: AppOptions): Promise<App> {
  const { db, readOnly, assertStillThere, close } = await openLibrary(library, clock, { mustExist, onGone })
  const listeners = new Set<(event: CounterpointEvent) => void>()
  const tell = (event: CounterpointEvent): void => listeners.forEach((listener) => listener(event))
  const queue = createWriteQueue<CounterpointEvent>(db, tell, { beforeCommit: assertStillThere })
  const waiting = folderForUploads(uploads)
  const services = createServices({ db, folder: library, clock, readSource, uploads: waiting.folder, tellProgress: tell, ...queue })
  if (readOnly) refuseWrites(db)
  const stopWatching = watchForOthers(db, assertStillThere, () => queue.emit({ name: 'library.changed' }))
  const stopBin = readOnly ? () => undefined : keepBin(() => queue.write(services.articles.emptyOldBin), log)
  const space = createFileSpace(db)
  const tidy = (): boolean => services.trimming.step() || services.shortening.step() || services.packing.step() || space.step()
  const tidying = whenIdle(async () => !readOnly && await queue.write(tidy), (error) => { if (!(error instanceof LibraryGone)) log(`tidying: ${String(error)}`) })
  const dispatch = createDispatch(libraryOperations, inActs(createHandlers(services), queue.write), { checkOutput, before: assertStillThere, onInternalError: (error, name) => log(`${name}: ${error instanceof Error ? error.stack : String(error)}`) })

  return {
    ...(readOnly ? { readOnly } : {}),
    dispatch: async (...asked) => {
      tidying.wait()
      return services.damaged.blamed(await dispatch(...asked))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    rescue: (folder) => rescueCopy(db, folder),
    close: async () => {
      tidying.stop()
      stopWatching()
      stopBin()
      await queue.settled()
      waiting.remove()
      close()
    },
  }
}

/** How often to see whether a day has gone by, in ms: the app may run for weeks. */
const HOUR = 60 * 60 * 1000

/** The bin's old articles go, now and while the library stays open; a full disk keeps none shut. Gives back the function that stops it. */
function keepBin(emptyOldBin: () => Promise<unknown>, log: (line: string) => void): () => void {
  const empty = (): void => void emptyOldBin().catch((error: Error) => log(`emptying the bin: ${error.message}`))
  empty()
  const timer = setInterval(empty, HOUR).unref()
  return () => clearInterval(timer)
}

/** Made when it is first needed, and gone when the library closes, unless it is given. */
function folderForUploads(given: string | undefined): { folder(): string; remove(): void } {
  let made = given
  return {
    folder: () => (made ??= mkdtempSync(join(tmpdir(), 'counterpoint-uploads-'))),
    remove: () => { if (made !== undefined && given === undefined) rmSync(made, { recursive: true, force: true }) },
  }
}

/** The parsers take most of a start's time, and most starts import nothing. */
const readSourceHere: ReadSource = async (source) => (await import('./formats/read-source.ts')).readSource(source)
