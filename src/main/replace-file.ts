/** Writes a file whole or not at all: aside first, then renamed into place. */
import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../shared/rpc.ts'
import { printable } from './printable.ts'

/**
 * A link keeps pointing where it did, and a file that is replaced keeps its permissions. Content in pieces leaves the
 * thread free between two of them. Throws `unreadable` with a sentence that names the file.
 */
export async function replaceFile(file: string, content: string | Uint8Array | Iterable<Uint8Array>): Promise<void> {
  try {
    await replace(file, content)
  } catch (error) {
    throw new AppError('unreadable', sentenceFor(file, error as NodeJS.ErrnoException))
  }
}

async function replace(file: string, content: string | Uint8Array | Iterable<Uint8Array>): Promise<void> {
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
    case 'EBUSY': return `${shown} can't be written: another program has it open. Close it there and try again.`
    case 'EISDIR': return `${shown} can't be written: it is a folder. Choose another name.`
    case 'ENAMETOOLONG': return `${shown} can't be written: its name is too long. Choose a shorter one.`
    case 'ENOSPC': return `${shown} can't be written: the disk is full.`
    default: return `${shown} can't be written (${error.code ?? error.message}).`
  }
}
