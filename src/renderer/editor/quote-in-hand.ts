/** The quote that was copied or is being dragged in this window, so that a note can take it whole and with its source. */
import type { Span } from '../../shared/anchor/selectors.ts'
import { client } from '../api.ts'
import { sourceOf } from './link-target.ts'

export interface QuoteInHand {
  /** What the clipboard or the drag holds as plain text: the quote is taken only where just this arrives. */
  plain: string
  place: { highlightId: string } | { articleId: string; ranges: Span[] }
}

export interface Quotation { subjectId: string; text: string; source: string }

let inHand: QuoteInHand | null = null

export function takeInHand(quote: QuoteInHand): void {
  inHand = quote
}

export function quoteInHand(data: DataTransfer | null): QuoteInHand | null {
  const plain = data?.getData('text/plain').replaceAll('\r\n', '\n')
  return inHand && plain === inHand.plain ? inHand : null
}

/** The exact words as the library holds them. A passage that is no highlight yet becomes one: a quotation has a source. */
export async function quotationOf({ plain, place }: QuoteInHand): Promise<Quotation> {
  const id = 'highlightId' in place ? place.highlightId : await highlightOn(place, plain)
  const target = await client.call('notes.resolve', { type: 'highlight', id })
  if (!target?.article) throw new Error('That highlight is not in the library any more.')
  return { subjectId: id, text: target.name, source: sourceOf(target.article) }
}

/** `plain` begins with the words: a highlight of an older revision may have other words in the same place. */
async function highlightOn({ articleId, ranges }: { articleId: string; ranges: Span[] }, plain: string): Promise<string> {
  const known = (await client.call('highlights.list', { articleId })).find((one) => (
    plain.startsWith(one.quote) && one.ranges.length === ranges.length && one.ranges.every(({ start, end }, index) => start === ranges[index]!.start && end === ranges[index]!.end)
  ))
  return (known ?? await client.call('highlights.create', { articleId, ranges })).id
}
