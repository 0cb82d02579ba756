/** Counterpoint's own JSON: all that the library holds, the bin too. The same contents give the same bytes. */
import * as v from 'valibot'
import { LibraryFile, type LibraryContents } from '../../shared/export.ts'
import type { Written } from './written.ts'

/** Parsed on the way out: what can't be read back is not written, and keys come in the schema's order. */
export function exportJson(contents: LibraryContents, written: Written): string {
  const file = v.parse(LibraryFile, { format: 'counterpoint', version: 1, ...contents })
  written.all(file)
  return `${JSON.stringify(file)}\n`
}
