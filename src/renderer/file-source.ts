import { beginsLikeLibrary, IMPORT_LIMIT, PART_SIZE, type ImportSource } from '../shared/article.ts'
import { client } from './api.ts'

/** Told of a large file that goes ahead in parts: the upload's name and how much has gone, 0 to 1. Throws to break it off. */
export type OnSent = (upload: string, part: number) => void

/** A file of this device as a source to import. A large one goes ahead in parts: as one message it would hold up main. Rejects with the sentence to show. */
export async function fileSource(file: File, onSent: OnSent = () => undefined): Promise<ImportSource> {
  if (file.size > IMPORT_LIMIT && !beginsLikeLibrary(await file.slice(0, 100).text().catch(() => ''))) throw new Error(`“${file.name}” is larger than ${IMPORT_LIMIT / 1024 / 1024} MB, the most that can be imported.`)
  if (file.size <= PART_SIZE) return { kind: 'file', name: file.name, base64: await toBase64(file, file.name) }
  const upload = crypto.randomUUID()
  for (let from = 0; from < file.size; from += PART_SIZE) {
    onSent(upload, from / file.size)
    await client.call('articles.importPart', { upload, base64: await toBase64(file.slice(from, from + PART_SIZE), file.name) })
  }
  return { kind: 'parts', name: file.name, upload }
}

/** Without holding up the page: the browser does it. */
function toBase64(bytes: Blob, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''))
    reader.onerror = () => reject(new Error(`“${name}” can’t be read. Choose the file again.`))
    reader.readAsDataURL(bytes)
  })
}
