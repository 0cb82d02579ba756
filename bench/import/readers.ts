/** Who reads: Counterpoint's reader as its worker calls it, and for each kind a bare parser, which does a part of that work. */
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { DOMParser } from 'linkedom'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { readSource } from '../../src/main/formats/read-source.ts'
import type { Kind } from './sources.ts'

export type Reader = 'Counterpoint' | 'bare' | 'jsdom'

export const bareNames: Record<Kind, string> = {
  'Text': 'a split at empty lines', 'Text with wrapped lines': 'a split at line ends', 'Markdown': 'mdast-util-from-markdown',
  'HTML, a news page': 'linkedom + Readability', 'HTML, a long page': 'linkedom + Readability',
}

export async function read(reader: Reader, kind: Kind, { name, text }: { name: string; text: string }): Promise<unknown> {
  if (reader === 'Counterpoint') return readSource({ kind: 'file', name, bytes: Buffer.from(text) })
  if (reader === 'jsdom') return new Readability(new JSDOM(text, { virtualConsole: new VirtualConsole() }).window.document).parse()
  switch (kind) {
    case 'Text': return text.split('\n\n')
    case 'Text with wrapped lines': return text.split('\n')
    case 'Markdown': return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
    default: return new Readability(new DOMParser().parseFromString(text, 'text/html') as unknown as Document).parse()
  }
}
