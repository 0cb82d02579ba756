/** Writes an export's file whole or not at all: aside first, then renamed into place. */
import { randomBytes } from 'node:crypto'
import { lstat, open, realpath, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../shared/rpc.ts'
import { printable } from '../printable.ts'

/** Throws when the file is there and `force` is not given, and when it is no file at all. */
export async function checkOutput(file: string, force: boolean): Promise<void> {
  const found = await lstat(file).catch(() => undefined)
  if (!found) return
  const target = await stat(file).catch(() => undefined)
  if (target?.isDirectory()) throw new AppError('conflict', `“${printable(file)}” is a folder. Name a file in it.`)
  if (!target?.isFile()) throw new AppError('conflict', `“${printable(file)}” is not a plain file. Name another, or leave out --output and redirect.`)
  if (!force) throw new AppError('conflict', `“${printable(file)}” is there already. Give --force to replace it.`)
}

export async function writeOutput(file: string, content: string | Uint8Array, force: boolean): Promise<void> {
  try {
    await checkOutput(file, force)
    await replace(file, content)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('unreadable', sentenceFor(file, error as NodeJS.ErrnoException))
  }
}

/** A link keeps pointing where it did, and a file that is replaced keeps its permissions. */
async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => path.resolve(file))
  const mode = (await stat(target).catch(() => undefined))?.mode
  const aside = path.join(path.dirname(target), `.${randomBytes(6).toString('hex')}.partial`)
  try {
    const handle = await open(aside, 'wx')
    try {
      await handle.writeFile(content)
      if (mode !== undefined) await handle.chmod(mode & 0o7777)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(aside, target)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

function sentenceFor(file: string, error: NodeJS.ErrnoException): string {
  const shown = `“${printable(file)}”`
  switch (error.code) {
    case 'ENOENT': case 'ENOTDIR': return `${shown} can't be written: its folder is not there.`
    case 'EACCES': case 'EPERM': case 'EROFS': return `${shown} can't be written: you have no permission there.`
    case 'ENOSPC': return `${shown} can't be written: the disk is full.`
    default: return `${shown} can't be written (${error.code ?? error.message}).`
  }
}
