/** Highlights: passages that the user marked. */
import { paragraphNumber } from '../../shared/anchor/canonical-text.ts'
import { describeRange, joinSpans, quoteOf, wholeGraphemes, type Span } from '../../shared/anchor/selectors.ts'
import type { Highlight } from '../../shared/highlight.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { Statement } from '../../shared/statement.ts'
import type { ArticleService } from '../articles/article-service.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { HighlightTable, NewHighlight, StoredHighlight } from './highlight-table.ts'

export interface HighlightServiceParts {
  table: HighlightTable
  articles: ArticleService
  history: HistoryService
  /** The statements of an article's highlights. */
  statementsOf: (articleId: string) => Statement[]
  newId: () => string
  clock: () => Date
}
export type HighlightService = ReturnType<typeof createHighlightService>

export function createHighlightService({ table, articles, history, statementsOf, newId, clock }: HighlightServiceParts) {
  function get(id: string): StoredHighlight {
    const highlight = table.find(id)
    if (!highlight) throw new AppError('not-found', 'That highlight is not in the library any more.')
    return highlight
  }

  function complete(stored: StoredHighlight, text: string, statements: Map<string, Statement[]>): Highlight {
    return {
      ...stored,
      quote: quoteOf(stored.ranges),
      paragraph: paragraphNumber(text, stored.ranges[0]!.start),
      statements: statements.get(stored.id) ?? [],
    }
  }

  /** Its id. The spans are widened to whole grapheme clusters and joined where they overlap. */
  function add(articleId: string, spans: Span[], context: CallContext): string {
    const article = articles.get(articleId)
    const text = articles.text(articleId, article.revision)
    const whole = joinSpans(spans.map((span) => wholeGraphemes(text, span)))
    if (whole.some(({ start, end }) => start >= end)) throw new AppError('bad-input', 'That passage lies outside the article’s text. Select it again.')
    const ranges = whole.map((span) => describeRange(text, span))
    const id = newId()
    history.record({ ...context, label: 'Highlight' }, () => table.add({ id, articleId, revision: article.revision, state: 'same', waiting: false, candidates: [], ranges, createdAt: clock().toISOString() }))
    return id
  }

  return {
    get,
    has: (id: string): boolean => table.find(id) !== undefined,
    add,
    all: () => table.all(),
    /** Those not there yet whose article and revision are. */
    addAll(highlights: NewHighlight[]): number {
      const revisions = new Map(highlights.map((one) => [`${one.articleId} ${one.revision}`, one]))
      for (const [key, one] of revisions) if (!articles.revision(one.articleId, one.revision)) revisions.delete(key)
      const missing = highlights.filter((one) => !table.find(one.id) && revisions.has(`${one.articleId} ${one.revision}`))
      for (const { id, articleId, revision, state, waiting, candidates, ranges, createdAt } of missing) table.add({ id, articleId, revision, state, waiting, candidates, ranges, createdAt })
      return missing.length
    },
    list(articleId: string): Highlight[] {
      const article = articles.get(articleId)
      const statements = Map.groupBy(statementsOf(articleId), (statement) => statement.highlightId)
      const texts = new Map<number, string>([[article.revision, articles.text(articleId, article.revision)]])
      return table.list(articleId).map((stored) => {
        if (!texts.has(stored.revision)) texts.set(stored.revision, articles.text(articleId, stored.revision))
        return complete(stored, texts.get(stored.revision)!, statements)
      })
    },
    create({ articleId, ranges }: { articleId: string; ranges: Span[] }, context: CallContext): Highlight {
      const stored = get(add(articleId, ranges, context))
      return complete(stored, articles.text(articleId, stored.revision), new Map())
    },
    delete(id: string, context: CallContext): Record<string, never> {
      get(id)
      history.record({ ...context, label: 'Delete highlight' }, () => table.remove(id))
      return {}
    },
  }
}
