/** The second place for backups, such as another drive: what counts is copied there, into a folder of the library's own. */
import { createHash, randomUUID } from 'node:crypto'
import { closeSync, copyFileSync, mkdirSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, isAbsolute, join, relative, resolve } from 'node:path'
import { AppError } from '../../../shared/rpc.ts'
import { backupsIn, backupsOf, partialName, removeLeftoversIn } from './backup-files.ts'
import { superseded } from './rotation.ts'
import { renameForGood, syncFile } from './sync-to-disk.ts'

/** Two libraries of one name share no folder: the last part is of the library's path. */
export function secondPlaceOf(second: string, folder: string): string {
  const library = resolve(folder)
  return join(second, `${basename(library)}-${createHash('sha256').update(library).digest('hex').slice(0, 8)}`)
}

/** Throws `not-writable` with a sentence. */
export function checkSecondPlace(second: string, folder: string): void {
  const refuse = (why: string): never => { throw new AppError('not-writable', `${second} can’t be the second place for backups: ${why}`) }
  if (!isAbsolute(second)) refuse('write the whole path of a folder.')
  const inside = relative(resolve(folder), resolve(second))
  if (inside === '' || !(inside.startsWith('..') || isAbsolute(inside))) refuse('it is in the library’s own folder. Choose one on another drive.')
  if (!isFolder(second)) refuse('there is no such folder. Make it first.')
  try {
    const trial = join(second, `.${randomUUID()}`)
    writeFileSync(trial, '')
    rmSync(trial)
  } catch {
    refuse('it may not be written. Change its permissions, or choose another.')
  }
}

/** Gives a sentence where the place is away or can't be written, and undefined where all that is to be there is. */
export function copyToSecondPlace(second: string, folder: string): string | undefined {
  const away = `The second place for backups, ${second},`
  if (!isFolder(second)) return `${away} is not there. Connect the drive, or choose another place in Settings.`
  const place = secondPlaceOf(second, folder)
  try {
    mkdirSync(place, { recursive: true, mode: 0o700 })
    removeLeftoversIn(place)
    for (const name of missingIn(place, folder)) copyChecked(join(backupsOf(folder), name), join(place, name))
    for (const { name } of superseded(backupsIn(place))) rmSync(join(place, name), { force: true })
    return undefined
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'ENOSPC' || code === 'EDQUOT') return `${away} is full. Free some space there, or choose another place in Settings.`
    return `${away} can’t be written (${code ?? (error as Error).message}). See that it is connected, or choose another place in Settings.`
  }
}

/** The good ones that were made since the newest there; the newest alone where there is none yet. */
function missingIn(place: string, folder: string): string[] {
  const good = backupsIn(backupsOf(folder)).filter(({ damaged }) => !damaged)
  const known = backupsIn(place)[0]
  const missing = known ? good.filter(({ sequence }) => sequence > known.sequence) : good.slice(0, 1)
  return missing.map(({ name }) => name).toReversed()
}

/** What was read from here is what lies there, or nothing does. */
function copyChecked(from: string, to: string): void {
  const partial = partialName(to)
  try {
    copyFileSync(from, partial)
    syncFile(partial)
    if (sha256Of(partial) !== sha256Of(from)) throw new Error('the copy is not what was copied')
    renameForGood(partial, to)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/** In bytes. */
const PIECE = 1024 * 1024

function sha256Of(file: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(PIECE)
  const handle = openSync(file, 'r')
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) hash.update(piece.subarray(0, read))
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
