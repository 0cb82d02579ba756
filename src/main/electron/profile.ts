/**
 * The folder in which Chromium keeps what is its own. Two running copies can't share one, and which copy holds it is
 * Electron's single-instance lock. Each library has one; which copy has the library is for `running-copy.ts` to say.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { libraryKey } from '../running-copy.ts'

interface LockedApp {
  setPath(name: 'userData', folder: string): void
  requestSingleInstanceLock(additionalData: Record<string, unknown>): boolean
}

/** What a second start tells the copy that holds the folder. */
export interface SecondStart {
  library: string
}

/** How many folders are tried for one library. */
const MOST = 20

/**
 * False when another copy holds the library's folder. That copy is told of this start, and only the copy that is started
 * can lend it the right to come to the front (Windows, Wayland).
 */
export function takeProfile(app: LockedApp, config: string, library: string): boolean {
  return take(app, config, library, 1)
}

/** For a library whose own folder is held by a copy that has turned to another library since. */
export function takeOtherProfile(app: LockedApp, config: string, library: string): void {
  for (let copy = 2; copy <= MOST; copy += 1) if (take(app, config, library, copy)) return
}

function take(app: LockedApp, config: string, library: string, copy: number): boolean {
  const key = libraryKey(library)
  const folder = path.join(config, 'electron', copy === 1 ? key : `${key}-${copy}`)
  // Electron's documentation wants it to be there.
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  app.setPath('userData', folder)
  return app.requestSingleInstanceLock({ library: key } satisfies SecondStart)
}

export function isSecondStart(data: unknown): data is SecondStart {
  return typeof data === 'object' && data !== null && 'library' in data && typeof data.library === 'string'
}
