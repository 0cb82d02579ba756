/** Counterpoint for the bench of the reader: a library that holds the text and the highlights. */
import { describeRange } from '../../src/shared/anchor/selectors.ts'
import type { LibraryFile } from '../../src/shared/export.ts'
import { startCounterpoint, type CounterpointHost } from '../../scripts/loopback-host.ts'
import type { Prose } from './prose.ts'

const TITLE = 'Moby Dick'

export interface Host extends CounterpointHost {
  articleId: string
}

export async function startHost({ paragraphs, spans }: Prose): Promise<Host> {
  const host = await startCounterpoint()
  const { id: articleId } = await host.call('articles.import', { kind: 'file', name: `${TITLE}.html`, base64: Buffer.from(asPage(paragraphs)).toString('base64') })
  const { text } = await host.call('articles.get', { id: articleId })
  if (text !== paragraphs.join('\n')) throw new Error('The article’s text is not the text of the bench.')
  await addHighlights(host.call, articleId, text, spans)
  return { ...host, articleId }
}

function asPage(paragraphs: string[]): string {
  const escaped = paragraphs.map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title></head><body><article>${escaped.join('')}</article></body></html>`
}

/** As a Counterpoint file with more highlights, in one transaction: the same rows as marking them one by one. */
async function addHighlights(call: Host['call'], articleId: string, text: string, spans: Prose['spans']): Promise<void> {
  const { content } = await call('exports.render', { format: 'json' })
  const library = JSON.parse(content) as LibraryFile
  const createdAt = new Date().toISOString()
  library.highlights = spans.map((span) => ({
    id: crypto.randomUUID(), articleId, revision: 1, state: 'same', waiting: false, candidates: [], ranges: [describeRange(text, span)], tagIds: [], createdAt,
  }))
  await call('articles.import', { kind: 'file', name: 'bench.json', base64: Buffer.from(JSON.stringify(library)).toString('base64') })
  const added = (await call('highlights.list', { articleId })).length
  if (added !== spans.length) throw new Error(`The library holds ${added} highlights, not ${spans.length}.`)
}
