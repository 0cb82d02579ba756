/**
 * What a running face holds: the open library in its thread (or why there is none), its backups, and this device's settings.
 * Answers the whole contract: what is about the library's content goes on to the thread, which parses it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { deskOperations, type CounterpointEvent, type DeskHandlers } from '../shared/contract.ts'
import type { LibraryState } from '../shared/library.ts'
import { AppError, createDispatch, type Dispatch } from '../shared/rpc.ts'
import { createBackupKeeper } from './backup-keeper.ts'
import { checkSecondPlace } from './database/backups/second-place.ts'
import { faceHandlers, type Face } from './face.ts'
import { holdGone, type GoneLibrary } from './gone-library.ts'
import { startLibraryThread, type Opened } from './library-thread.ts'
import { chooseLibrary, type PlatformPaths } from './platform-paths.ts'
import { createSideThreads } from './side-threads.ts'
import { openSettingsFile, type SettingsFile } from './settings/settings-file.ts'
import { createSpellingService } from './spelling/spelling-service.ts'
import { takingTurns } from './taking-turns.ts'

export interface DeskOptions {
  /** The library's folder, where the user named one. */
  library?: string
  paths: PlatformPaths
  /** The built (or, in tests, the source) files of the threads. */
  workerFile: string
  formatWorkerFile: string
  spellingWorkerFile: string
  backupWorkerFile: string
  version: string
  log: (line: string) => void
  /** What this face can do. */
  face?: Face
}

export interface Desk {
  dispatch: Dispatch
  subscribe(listener: (event: CounterpointEvent) => void): () => void
  emit(event: CounterpointEvent): void
  close(): Promise<void>
  /** The library's folder. */
  folder(): string
}

export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { paths, log } = options
  const listeners = new Set<(event: CounterpointEvent) => void>()
  const emit = (event: CounterpointEvent): void => listeners.forEach((listener) => listener(event))
  const settings = openSettingsFile(paths.settings)
  const spelling = createSpellingService({ folder: join(paths.config, 'dictionaries'), workerFile: options.spellingWorkerFile, kind: options.face?.spelling ?? 'browser', settings: settings.get })

  const uploads = mkdtempSync(join(tmpdir(), 'counterpoint-uploads-'))
  const brokenOff: Opened = { open: false, message: 'The library was closed. Open it again, or start Counterpoint again.', damaged: false }
  let folder = chooseLibrary(options.library, paths)
  let opened: Opened | GoneLibrary = brokenOff
  /** Where a library was open before, so that none is begun anew. */
  const knownFolders = new Set([settings.get().library])
  /** A thread that ends by itself leaves a library that is not open; the faces are told. */
  const open = async (library: string): Promise<Opened> => {
    const attempt = await startLibraryThread({
      library, mustExist: knownFolders.has(library), uploads, workerFile: options.workerFile, formatWorkerFile: options.formatWorkerFile, onEvent: emit, log,
      onGone: (message) => {
        if (opened !== attempt || !attempt.open) return
        opened = holdGone(attempt.thread, message)
        void backups.stop()
        emit({ name: 'library.changed' })
      },
      onEnd: () => {
        if (opened !== attempt) return
        opened = brokenOff
        emit({ name: 'library.changed' })
      },
    })
    if (attempt.open) knownFolders.add(library)
    return attempt
  }
  opened = await open(folder)
  const backups = createBackupKeeper({ workerFile: options.backupWorkerFile, places: () => ({ folder, second: settings.get().backupFolder }), onChange: () => emit({ name: 'backups.changed' }), log })
  const keepBackups = (): void => backups.begin(opened.open && !opened.found.readOnly)
  keepBackups()
  const aside = createSideThreads(() => startLibraryThread({
    library: folder, mustExist: true, uploads, workerFile: options.workerFile, formatWorkerFile: options.formatWorkerFile, log, onEnd: () => undefined, onGone: () => undefined,
    onEvent: (event) => { if (event.name !== 'library.changed') emit(event) },
  }))

  const gone = (): GoneLibrary | undefined => 'rescue' in opened ? opened : undefined
  const state = (): LibraryState => stateOf(opened, folder, backups.problem())
  const close = async (): Promise<void> => {
    const thread = opened.open ? opened.thread : gone()?.thread
    opened = brokenOff
    await Promise.all([aside.close(), backups.stop()])
    await thread?.close()
  }
  /** Opening and restoring take turns. */
  const inTurn = takingTurns()

  /** A library that can't be opened leaves things as they are. */
  async function change(next: string): Promise<LibraryState> {
    const target = absolute(next)
    if (target === folder && opened.open && !opened.found.readOnly) return state()
    if (target === folder) gone()?.refuseOther(target)
    const attempt = await open(target)
    // What is held of a library that was taken away is held until another is open.
    if (!attempt.open && (target !== folder || gone())) throw new AppError('library-unavailable', attempt.message)
    await close()
    folder = target
    opened = attempt
    keepBackups()
    emit({ name: 'library.changed' })
    if (attempt.open) remember(settings, target, log)
    return state()
  }

  async function restore(name: string): Promise<LibraryState> {
    gone()?.refuseRestoring()
    await close()
    try {
      await backups.restore(name)
    } finally {
      opened = await open(folder)
      keepBackups()
      emit({ name: 'library.changed' })
    }
    return state()
  }

  const handlers: DeskHandlers = {
    'library.state': state,
    'library.open': ({ folder: next }) => inTurn(() => change(next)),
    'library.rescue': ({ folder: into }) => inTurn(async () => {
      const held = gone()
      if (!held?.rescue) throw new AppError('not-found', 'Nothing is held of this library. Open it again, or restore a backup.')
      const rescued = absolute(into)
      await held.save(rescued)
      return { folder: rescued }
    }),
    'backups.list': backups.list,
    'backups.create': () => opened.open ? backups.create() : Promise.reject(new AppError('library-unavailable', opened.message)),
    'backups.restore': ({ name }) => inTurn(() => restore(name)),
    'exports.cancel': ({ job }) => aside.cancel(job),
    'imports.cancel': ({ upload }) => aside.cancel(upload),
    'settings.get': () => settings.get(),
    'settings.update': (changes) => {
      if (changes.backupFolder) checkSecondPlace(changes.backupFolder, folder)
      const updated = settings.update(changes)
      emit({ name: 'settings.changed' })
      if (changes.backupFolder !== undefined) void backups.copy().catch((error: Error) => log(`second place: ${error.message}`))
      return updated
    },
    ...spelling.handlers,
    ...faceHandlers(options.face ?? {}, options.version),
  }
  const own = createDispatch(deskOperations, handlers, { onInternalError: (error, name) => log(`${name}: ${error instanceof Error ? error.stack : String(error)}`) })

  return {
    dispatch: async (name, input, context) => {
      if (Object.hasOwn(deskOperations, name)) return own(name, input, context)
      if (opened.open && aside.takes(name, input)) return aside.dispatch(name, input, context)
      if (opened.open) return opened.thread.dispatch(name, input, context)
      return { ok: false, error: { code: gone() ? 'library-gone' : 'library-unavailable', message: opened.message } }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    emit,
    close: async () => {
      await spelling.close()
      await close()
      rmSync(uploads, { recursive: true, force: true })
    },
    folder: () => folder,
  }
}

/** A library that can't be remembered is open all the same. */
function remember(settings: SettingsFile, library: string, log: DeskOptions['log']): void {
  try {
    settings.update({ library, lastArticleId: null })
  } catch (error) {
    log(`settings: ${(error as Error).message}`)
  }
}

function stateOf(opened: Opened | GoneLibrary, folder: string, problem: string | null): LibraryState {
  if (opened.open) return { state: 'open', folder, ...opened.found, ...(problem === null ? {} : { backupProblem: problem }) }
  return { state: 'unavailable', folder, message: opened.message, damaged: opened.damaged, rescue: 'rescue' in opened ? opened.rescue : null }
}

/** A path as people write it, from their home. */
function absolute(folder: string): string {
  return isAbsolute(folder) ? folder : resolve(homedir(), folder.replace(/^~[/\\]?/, ''))
}
