/** Reads a file that is to be imported. Every refusal is one sentence that names the file. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { IMPORT_LIMIT, type ImportSource } from '../shared/article.ts'
import { AppError } from '../shared/rpc.ts'
import { printable } from './printable.ts'

const limitInMegabytes = IMPORT_LIMIT / 1024 / 1024

export async function readSourceFile(file: string): Promise<ImportSource> {
  const name = path.basename(file)
  try {
    const stats = await stat(file)
    if (stats.isDirectory()) throw new AppError('unreadable', `“${printable(file)}” is a folder. Choose the files in it.`)
    if (stats.size > IMPORT_LIMIT) throw tooLarge(file)
    return await readSourceStream(createReadStream(file), file, name)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('unreadable', sentenceFor(file, error as NodeJS.ErrnoException))
  }
}

/** `shown` is how messages call it; `name` is what the library keeps. */
export async function readSourceStream(stream: AsyncIterable<Uint8Array>, shown: string, name: string): Promise<ImportSource> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.byteLength
    if (bytes > IMPORT_LIMIT) throw tooLarge(shown)
    chunks.push(chunk)
  }
  if (bytes === 0) throw new AppError('unreadable', `“${printable(shown)}” is empty. There is nothing to import.`)
  return { kind: 'file', name, base64: Buffer.concat(chunks).toString('base64') }
}

function tooLarge(file: string): AppError {
  return new AppError('too-large', `“${printable(file)}” is larger than ${limitInMegabytes} MB, the most that can be imported.`)
}

function sentenceFor(file: string, error: NodeJS.ErrnoException): string {
  const shown = `“${printable(file)}”`
  switch (error.code) {
    case 'ENOENT': case 'ENOTDIR': return `${shown} is not there. Check the name.`
    case 'EACCES': case 'EPERM': return `${shown} can't be read: you have no permission. Change its permissions, or choose a copy.`
    default: return `${shown} can't be read (${error.code ?? error.message}).`
  }
}
