import { paragraphNumber } from '../../shared/anchor/canonical-text.ts'
import type { Span } from '../../shared/anchor/selectors.ts'
import type { Article } from '../../shared/article.ts'
import { takeInHand, type QuoteInHand } from '../editor/quote-in-hand.ts'
import { citation } from '../marks/citation.ts'
import { announce } from '../ui/announce.ts'
import { toast } from '../ui/toast.tsx'

/** Puts a quote on the clipboard, character for character, with its source and address under it. A note takes it as a quotation. */
export async function copyQuote(article: Article, { quote, paragraph, caveat = '' }: { quote: string; paragraph: number; caveat?: string }, place: QuoteInHand['place']): Promise<void> {
  const source = citation({ publisher: article.publisher, articleTitle: article.title, date: article.published, paragraph })
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

export function copyPassage(article: Article, span: Span): Promise<void> {
  return copyQuote(article, { quote: article.text.slice(span.start, span.end), paragraph: paragraphNumber(article.text, span.start) }, { articleId: article.id, ranges: [span] })
}
