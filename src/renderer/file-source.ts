import { IMPORT_LIMIT, type ImportSource } from '../shared/article.ts'

/** A file of this device as a source to import. Rejects with the sentence to show. */
export async function fileSource(file: File): Promise<ImportSource> {
  if (file.size > IMPORT_LIMIT) throw new Error(`“${file.name}” is larger than ${IMPORT_LIMIT / 1024 / 1024} MB, the most that can be imported.`)
  return { kind: 'file', name: file.name, base64: await toBase64(file) }
}

/** Without holding up the page: the browser does it. */
function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''))
    reader.onerror = () => reject(new Error(`“${file.name}” can’t be read. Choose the file again.`))
    reader.readAsDataURL(file)
  })
}
