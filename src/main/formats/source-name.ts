/** What a source is called, in the library and in sentences about it. */
import { oneLine } from '../../shared/clean-text.ts'

/** `encoding`: the reader's own choice, a label of the Encoding Standard. */
export type Source = { kind: 'file'; name: string; bytes: Uint8Array; encoding?: string | undefined } | { kind: 'text'; text: string }

/** A file's name without its folders; '' for pasted text. */
export function nameOf(source: Source): string {
  return source.kind === 'file' ? oneLine(source.name.split(/[/\\]/).at(-1) ?? '') || 'Untitled' : ''
}

/** How a sentence begins that is about it. */
export function shownName(source: Source): string {
  return source.kind === 'file' ? `“${nameOf(source)}”` : 'The pasted text'
}
