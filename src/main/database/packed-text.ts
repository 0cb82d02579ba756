/**
 * An article's earlier revisions are kept packed: hardly anybody reads them, and each holds its text twice, in its body and by itself.
 * Each is packed alone, so that damage to one is damage to no other.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Database } from 'better-sqlite3'

/** No body begins so: it is JSON. What follows is base64 of Brotli of JSON: the body and the text. */
export const PACKED = 'packed:'
/** Quick, and hardly larger than the smallest. */
const QUALITY = 5

export function pack(body: string, text: string): string {
  return PACKED + brotliCompressSync(JSON.stringify([body, text]), { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).toString('base64')
}

/** The body and text of a revision, packed or not; both empty where they can't be unpacked, which verifying tells. */
export function unpack(body: string, text: string): [body: string, text: string] {
  if (!body.startsWith(PACKED)) return [body, text]
  try {
    return JSON.parse(brotliDecompressSync(Buffer.from(body.slice(PACKED.length), 'base64')).toString()) as [string, string]
  } catch {
    return ['', '']
  }
}

/** SQL of a revision's text and body, of a table or subquery named `revision`. */
export const revisionText = 'revision_text(revision.body, revision.text)'
export const revisionBody = 'revision_body(revision.body)'

/** Gives SQL the two functions. The text that an article goes back to is unpacked: search and lists read it as it is. */
export function openPackedTexts(db: Database): void {
  db.function('revision_text', { deterministic: true }, (body: string, text: string) => unpack(body, text)[1])
  db.function('revision_body', { deterministic: true }, (body: string) => unpack(body, '')[0])
  db.exec(`CREATE TEMP TRIGGER revision_unpacked BEFORE UPDATE OF revision ON main.article BEGIN
    UPDATE revision SET body = ${revisionBody}, text = ${revisionText} WHERE article_id = NEW.id AND number = NEW.revision AND substr(body, 1, ${PACKED.length}) = '${PACKED}';
  END;`)
}
