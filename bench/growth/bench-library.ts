/** A library of its own for one case, in this process: what is measured is the core, not a face. */
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApp } from '../../src/main/app.ts'
import { createFileSpace } from '../../src/main/database/file-space.ts'
import { databaseFile, openDatabase, type Database } from '../../src/main/database/open-database.ts'
import { createWriteQueue } from '../../src/main/database/write-queue.ts'
import { createServices } from '../../src/main/services.ts'
import type { Input, OperationName, Output } from '../../src/shared/contract.ts'
import { unwrap } from '../../src/shared/rpc.ts'

export interface BenchLibrary {
  folder: string
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Closes it: what was written is in the file then. */
  close(): Promise<void>
  remove(): void
}

export async function openBenchLibrary(folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-bench-'))): Promise<BenchLibrary> {
  const app = await createApp({ library: folder, log: console.error })
  return {
    folder,
    call: async (name, input) => unwrap(await app.dispatch(name, input, { client: 'window:bench' })) as never,
    close: () => app.close(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Does at once what the app does bit by bit when nothing is asked of it. */
export async function tidy(folder: string): Promise<void> {
  const db = await openDatabase(folder, () => new Date())
  const { packing } = createServices({ db, folder, clock: () => new Date(), readSource: () => Promise.reject(new Error('nothing to read')), uploads: () => folder, tellProgress: () => undefined, ...createWriteQueue(db, () => undefined) })
  const space = createFileSpace(db)
  while (packing.step() || space.step());
  db.close()
}

/** Of a library that is closed, in bytes: the file, and the file with no history and no free pages. */
export async function sizesOf(folder: string): Promise<{ file: number; content: number }> {
  const copy = mkdtempSync(path.join(tmpdir(), 'counterpoint-bench-'))
  copyFileSync(databaseFile(folder), databaseFile(copy))
  const db = await openDatabase(copy, () => new Date())
  db.exec('DELETE FROM change_row; DELETE FROM change; VACUUM')
  db.close()
  const sizes = { file: statSync(databaseFile(folder)).size, content: statSync(databaseFile(copy)).size }
  rmSync(copy, { recursive: true })
  return sizes
}

/** Mean ms of writing to the closed library's file with nothing but SQLite, each time in a transaction of its own. */
export async function bareWrite(folder: string, times: number, write: (db: Database) => (time: number) => void): Promise<number> {
  const db = await openDatabase(folder, () => new Date())
  const one = write(db)
  const start = performance.now()
  for (let time = 0; time < times; time += 1) one(time)
  const mean = (performance.now() - start) / times
  db.close()
  return mean
}
