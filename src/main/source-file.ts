/** Reads a file that is to be imported. Every refusal is one sentence that names the file. */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { beginsLikeLibrary, IMPORT_LIMIT, PART_SIZE, type ImportSource } from '../shared/article.ts'
import type { Input } from '../shared/contract.ts'
import { AppError } from '../shared/rpc.ts'
import { printable } from './printable.ts'

/** Sends one part of a file that is too large for one message, which would hold up main. */
export type SendPart = (part: Input<'articles.importPart'>) => Promise<unknown>

export async function readSourceFile(file: string, sendPart: SendPart): Promise<ImportSource> {
  const name = path.basename(file)
  try {
    if ((await stat(file)).isDirectory()) throw new AppError('unreadable', `“${printable(file)}” is a folder. Choose the files in it.`)
    return await readSourceStream(createReadStream(file), { shown: file, name, sendPart })
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('unreadable', sentenceFor(file, error as NodeJS.ErrnoException))
  }
}

export interface SourceStream {
  /** How messages call it. */
  shown: string
  /** What the library keeps. */
  name: string
  sendPart: SendPart
}

export async function readSourceStream(stream: AsyncIterable<Uint8Array>, { shown, name, sendPart }: SourceStream): Promise<ImportSource> {
  const upload = randomUUID()
  let waiting: Uint8Array[] = []
  let beginning = ''
  let [bytes, held] = [0, 0]
  const send = async (): Promise<void> => {
    await sendPart({ upload, base64: Buffer.concat(waiting).toString('base64') })
    waiting = []
    held = 0
  }
  for await (const chunk of stream) {
    if (held > 0 && held + chunk.byteLength > PART_SIZE) await send()
    if (beginning.length < 100) beginning += Buffer.from(chunk.subarray(0, 100)).toString('utf8')
    waiting.push(chunk)
    held += chunk.byteLength
    bytes += chunk.byteLength
    if (bytes > IMPORT_LIMIT && !beginsLikeLibrary(beginning)) throw new AppError('too-large', `“${printable(shown)}” is larger than ${IMPORT_LIMIT / 1024 / 1024} MB, the most that can be imported.`)
  }
  if (bytes === 0) throw new AppError('unreadable', `“${printable(shown)}” is empty. There is nothing to import.`)
  if (held === bytes && bytes <= PART_SIZE) return { kind: 'file', name, base64: Buffer.concat(waiting).toString('base64') }
  await send()
  return { kind: 'parts', name, upload }
}

function sentenceFor(file: string, error: NodeJS.ErrnoException): string {
  const shown = `“${printable(file)}”`
  switch (error.code) {
    case 'ENOENT': case 'ENOTDIR': return `${shown} is not there. Check the name.`
    case 'EACCES': case 'EPERM': return `${shown} can't be read: you have no permission. Change its permissions, or choose a copy.`
    default: return `${shown} can't be read (${error.code ?? error.message}).`
  }
}
