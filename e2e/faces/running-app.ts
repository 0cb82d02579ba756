/** What a test needs of a face: the app opened, closed and killed on the library in `home`. */
import { rmSync } from 'node:fs'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { OperationName } from '../../src/shared/contract.ts'
import type { Questions } from '../stand-in/start.ts'

export const root = join(import.meta.dirname, '..', '..')

export interface SavedFile { fileName: string; bytes: Buffer }

export interface RunningApp {
  open(): Promise<Page>
  close(): Promise<void>
  kill(): Promise<void>
  /** Of all that was opened so far. */
  requestsOutside(): string[]
  /** The file that the person gets by `act`. */
  saved(act: () => Promise<void>): Promise<SavedFile>
  /** The page's calls on their way to main; absent where they can't be reached. */
  calls?: Calls
  /** What only a window of the desktop has; absent in a browser. */
  desktop?: Desktop
}

export interface Calls {
  /** Those of this operation are held from now on. */
  hold(operation: OperationName): Promise<void>
  held(): Promise<number>
  /** The first goes on; or all do, and none is held any more. */
  letGo(which: 'first' | 'all'): Promise<void>
  /** How many of this operation were answered since the app was opened. */
  answered(operation: OperationName): Promise<number>
}

export interface Desktop {
  ask<N extends keyof Questions>(name: N, ...given: Parameters<Questions[N]>): Promise<Awaited<ReturnType<Questions[N]>>>
  /** The page as it is now, also where the one before it has crashed. */
  page(): Promise<Page>
  /** Settles when the program has ended by itself; its exit status. */
  ended(): Promise<number | null>
  /** Another start on the same library and settings, while this one runs. */
  startAgain(words: string[]): Promise<SecondStart>
}

/** It has ended, or it has a window of its own. */
export type SecondStart = { status: number | null } | { page: Page; close: () => Promise<void> }

/** A home folder of its own: settings and library of the person who runs the tests stay untouched. What Node compiles is kept: the app starts some two hundred times. */
export function environment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'), HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: home, COUNTERPOINT_LIBRARY: join(home, 'library') }
}

export function ended(host: ChildProcess | undefined, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    if (!host || host.exitCode !== null || host.signalCode !== null) return resolve()
    host.once('exit', () => resolve())
    host.kill(signal)
  })
}

/** A program that has just ended may still be writing: the folder goes once it can. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}
