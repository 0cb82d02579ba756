/** Where the command line may write an export, and that it does. */
import { lstat, stat } from 'node:fs/promises'
import { AppError } from '../../shared/rpc.ts'
import { printable } from '../printable.ts'
import { replaceFile } from '../replace-file.ts'

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
  await checkOutput(file, force)
  await replaceFile(file, content)
}
