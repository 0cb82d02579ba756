/** Files that come part by part, until they are imported: one message of their size would hold up main. */
import { LIBRARY_LIMIT } from '../../shared/article.ts'
import { AppError } from '../../shared/rpc.ts'

/** How many may be under way at once; one more, and the one that began first is dropped. */
const MOST_UPLOADS = 3

export type Uploads = ReturnType<typeof createUploads>

/** `limit` in bytes. */
export function createUploads(limit = LIBRARY_LIMIT) {
  const uploads = new Map<string, Buffer[]>()
  return {
    add(upload: string, base64: string): void {
      if (!uploads.has(upload) && uploads.size >= MOST_UPLOADS) uploads.delete(uploads.keys().next().value!)
      const parts = [...uploads.get(upload) ?? [], Buffer.from(base64, 'base64')]
      uploads.set(upload, parts)
      if (parts.reduce((sum, part) => sum + part.length, 0) <= limit) return
      uploads.delete(upload)
      throw new AppError('too-large', `The file is larger than ${limit / 1024 / 1024} MB, the most that can be imported.`)
    },
    /** The whole file, which is forgotten by that. */
    take(upload: string): Buffer {
      const parts = uploads.get(upload)
      if (!parts) throw new AppError('bad-input', 'The file did not arrive whole. Add it again.')
      uploads.delete(upload)
      return Buffer.concat(parts)
    },
  }
}
