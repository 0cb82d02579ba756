import { paragraphNumber } from '../../shared/anchor/canonical-text.ts'
import { quoteOf, type Span } from '../../shared/anchor/selectors.ts'
import type { Article } from '../../shared/article.ts'
import { takeInHand, type QuoteInHand } from '../editor/quote-in-hand.ts'
import { citation } from '../marks/citation.ts'
import { announce } from '../ui/announce.ts'
import { toast } from '../ui/toast.tsx'

/** Puts a quote on the clipboard, character for character, with its source and address under it. A note takes it as a quotation. */
export async function copyQuote(article: Article, { quote, paragraph, caveat = '' }: { quote: string; paragraph: number; caveat?: string }, place: QuoteInHand['place']): Promise<void> {
  const source = citation({ publisher: article.publisher, articleTitle: article.title, date: article.published, paragraph, guessed: article.guessed })
  const title = [article.publisher && `“${article.title}”`, source, caveat].filter(Boolean).join(', ')
  try {
    const plain = [quote, title, article.address].filter(Boolean).join('\n')
    await navigator.clipboard.writeText(plain)
    takeInHand({ plain, place })
    announce('Quote copied with its source.')
    toast({ text: 'Quote copied with its source' })
  } catch {
    toast({ text: 'The quote could not be copied. Select it and press Ctrl C.', error: true })
  }
}

/** `parts`: at least one, in the order of the text. */
export function copyPassage(article: Article, parts: Span[]): Promise<void> {
  return copyQuote(article, { quote: wordsOf(article, parts), paragraph: paragraphNumber(article.text, parts[0]!.start) }, { articleId: article.id, ranges: parts })
}

/** The passage as one quote. */
export function wordsOf({ text }: Article, parts: Span[]): string {
  return quoteOf(parts.map(({ start, end }) => ({ exact: text.slice(start, end) })))
}
