/** Files that come part by part, until they are imported: one message of their size would hold up main, and memory may not hold them. */
import { createHash } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beginsLikeLibrary, IMPORT_LIMIT } from '../../shared/article.ts'
import { AppError } from '../../shared/rpc.ts'
import type { Pieces } from '../formats/utf8-pieces.ts'

/** How many may be under way at once; one more, and the one that began first is dropped. */
const MOST_UPLOADS = 3
/** In bytes. */
const PIECE = 1024 * 1024

export type Uploads = ReturnType<typeof createUploads>

/** A file that has arrived. */
export interface Upload {
  bytes: number
  pieces: Pieces
  whole(): Buffer
  remove(): void
}

/** `folder`: theirs alone, which several threads may share. `limit` in bytes, of files that are no library of ours. */
export function createUploads(folder: () => string, limit = IMPORT_LIMIT) {
  const begun = new Map<string, { bytes: number; isLibrary: boolean }>()
  const fileOf = (upload: string): string => join(folder(), createHash('sha256').update(upload).digest('hex'))
  const drop = (upload: string): void => {
    begun.delete(upload)
    rmSync(fileOf(upload), { force: true })
  }
  return {
    add(upload: string, base64: string): void {
      const part = Buffer.from(base64, 'base64')
      const known = begun.get(upload)
      if (!known && begun.size >= MOST_UPLOADS) drop(begun.keys().next().value!)
      const now = { bytes: (known?.bytes ?? 0) + part.length, isLibrary: known?.isLibrary ?? beginsLikeLibrary(part.toString('utf8', 0, 100)) }
      begun.set(upload, now)
      if (now.bytes > limit && !now.isLibrary) {
        drop(upload)
        throw new AppError('too-large', `The file is larger than ${limit / 1024 / 1024} MB, the most that can be imported.`)
      }
      if (known) appendFileSync(fileOf(upload), part)
      else writeFileSync(fileOf(upload), part, { mode: 0o600 })
    },
    /** The whole file, to be removed when it is read. */
    take(upload: string): Upload {
      const file = fileOf(upload)
      begun.delete(upload)
      if (!existsSync(file)) throw new AppError('bad-input', 'The file did not arrive whole. Add it again.')
      return { bytes: statSync(file).size, pieces: () => piecesOf(file), whole: () => readFileSync(file), remove: () => rmSync(file, { force: true }) }
    },
  }
}

function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE)
      const length = readSync(file, piece)
      if (length === 0) return
      yield piece.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}
