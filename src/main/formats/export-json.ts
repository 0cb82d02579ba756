/** Counterpoint's own JSON: all that the library holds, the bin too. The same contents give the same bytes. */
import * as v from 'valibot'
import { libraryItems, type LibraryContents } from '../../shared/export.ts'
import { AppError } from '../../shared/rpc.ts'
import type { Kind } from './library-item.ts'

/** Item by item: of a large library no second copy is made. */
export function exportJson(contents: LibraryContents): string {
  const entries = (Object.keys(libraryItems) as Kind[]).map((kind) => `${JSON.stringify(kind)}:[${contents[kind].map((item) => itemAsJson(kind, item)).join(',')}]`)
  return `{"format":"counterpoint","version":1,${entries.join(',')}}\n`
}

/** Parsed on the way out: what can't be read back is not written, and keys come in the schema's order. */
function itemAsJson(kind: Kind, item: LibraryContents[Kind][number]): string {
  const parsed = v.safeParse(libraryItems[kind], item, { abortEarly: true })
  if (parsed.success) return JSON.stringify(parsed.output)
  const where = v.getDotPath(parsed.issues[0])
  throw new AppError('damaged', `One of the library’s ${kind} (${nameOf(item)}) can’t be exported: ${where ? `its ${where}: ` : ''}${parsed.issues[0].message}. Change it or delete it, then export again.`)
}

function nameOf(item: object): string {
  const values = new Map<string, unknown>(Object.entries(item))
  const name = ['title', 'name', 'proposition', 'text', 'id', 'articleId', 'issueId'].map((key) => values.get(key)).find((value) => typeof value === 'string' && value !== '')
  return String(name ?? 'without a name').slice(0, 80).toWellFormed()
}
