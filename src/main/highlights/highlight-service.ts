/** Highlights: passages that the user marked. */
import { paragraphNumber } from '../../shared/anchor/canonical-text.ts'
import { describeRange, joinSpans, quoteOf, wholeGraphemes, type Span, type TextRange } from '../../shared/anchor/selectors.ts'
import { createCarrier, type Carried } from '../../shared/anchor/carry-over.ts'
import type { Input, Output } from '../../shared/contract.ts'
import { highlightStates, type Highlight } from '../../shared/highlight.ts'
import type { Recorded } from '../../shared/history.ts'
import type { CarriedCounts } from '../../shared/revision.ts'
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
  /** Called inside a Change when the reader gives a highlight other ranges. */
  onRangesSet: (highlightId: string) => void
  newId: () => string
  clock: () => Date
}
export type HighlightService = ReturnType<typeof createHighlightService>

export function createHighlightService({ table, articles, history, statementsOf, onRangesSet, newId, clock }: HighlightServiceParts) {
  function get(id: string): StoredHighlight {
    const highlight = table.find(id)
    if (!highlight) throw new AppError('not-found', 'That highlight is not in the library any more.')
    return highlight
  }

  function getWaiting(id: string): StoredHighlight {
    const highlight = get(id)
    if (!highlight.waiting) throw new AppError('conflict', 'This highlight does not wait any more: it was decided already.')
    return highlight
  }

  function presentText({ articleId }: StoredHighlight): string {
    return articles.text(articleId, articles.get(articleId).revision)
  }

  function complete(stored: StoredHighlight, text: string, statements: Map<string, Statement[]>): Highlight {
    return {
      ...stored,
      quote: quoteOf(stored.ranges),
      paragraph: paragraphNumber(text, stored.ranges[0]!.start),
      statements: statements.get(stored.id) ?? [],
    }
  }

  /** Its id. */
  function add(articleId: string, spans: Span[], context: CallContext): string {
    const article = articles.get(articleId)
    const ranges = rangesIn(articles.text(articleId, article.revision), spans)
    const id = newId()
    history.record({ ...context, label: 'Highlight' }, () => table.add({ id, articleId, revision: article.revision, state: 'same', waiting: false, candidates: [], ranges, createdAt: clock().toISOString() }))
    return id
  }

  /** On the article's present revision; nothing waits any more. */
  function place(highlight: StoredHighlight, ranges: TextRange[], state: 'same' | 'moved'): void {
    table.setRanges(highlight.id, ranges)
    table.setState(highlight.id, { revision: articles.get(highlight.articleId).revision, state, waiting: false, candidates: [] })
  }

  const carried = (articleId: string, before: number, after: string): CarriedHighlight[] => {
    const { language } = articles.get(articleId)
    return carryAll(table.list(articleId), before, (from) => createCarrier(articles.text(articleId, from), after, language || undefined))
  }

  return {
    get,
    carried,
    /** To the article's present revision, which was made from `before`. Call it within a Change. */
    carryOver(articleId: string, before: number): CarriedCounts {
      const { revision } = articles.get(articleId)
      const text = articles.text(articleId, revision)
      const counts: CarriedCounts = { same: 0, moved: 0, 'said-by-another': 0, reworded: 0, lost: 0 }
      if (revision === before) return counts
      for (const { highlight, carried: { state, ranges, candidates } } of carried(articleId, before, text)) {
        counts[state] += 1
        if (state === 'same' || state === 'moved') place(highlight, ranges.map((range) => describeRange(text, range)), state)
        else table.setState(highlight.id, { revision: highlight.revision, state, waiting: true, candidates })
      }
      return counts
    },
    has: (id: string): boolean => table.find(id) !== undefined,
    add,
    all: () => table.all(),
    /** Those not there yet whose article and revision are. */
    addAll(highlights: NewHighlight[]): number {
      const revisions = new Map(highlights.map((one) => [`${one.articleId} ${one.revision}`, one]))
      for (const [key, one] of revisions) if (!articles.hasRevision(one.articleId, one.revision)) revisions.delete(key)
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
    setRanges({ id, ranges }: Input<'highlights.setRanges'>, context: CallContext): Record<string, never> {
      const highlight = get(id)
      const next = rangesIn(articles.text(highlight.articleId, highlight.revision), ranges)
      history.record({ ...context, label: 'Change passage' }, () => { table.setRanges(id, next); onRangesSet(id) })
      return {}
    },
    queue({ articleId }: { articleId?: string | undefined }): Output<'highlights.queue'> {
      const waiting = table.waiting(articleId ?? null)
      return [...new Set(waiting.map((stored) => stored.articleId))].flatMap((id) => {
        const { title, revision } = articles.get(id)
        const statements = Map.groupBy(statementsOf(id), (statement) => statement.highlightId)
        return waiting.filter((stored) => stored.articleId === id)
          .map((stored) => ({ ...complete(stored, articles.text(id, stored.revision), statements), articleTitle: title, articleRevision: revision }))
      }).sort((a, b) => highlightStates.indexOf(a.state) - highlightStates.indexOf(b.state))
    },
    accept({ id, candidate }: { id: string; candidate: number }, context: CallContext): Record<string, never> {
      const highlight = getWaiting(id)
      const ranges = highlight.candidates[candidate]
      if (!ranges) throw new AppError('not-found', 'That place is not offered any more. Look at the queue again.')
      const text = presentText(highlight)
      if (ranges.some((range) => text.slice(range.start, range.end) !== range.exact)) {
        throw new AppError('conflict', 'The article was changed since this place was found. Look at the queue again.')
      }
      history.record({ ...context, label: highlight.state === 'said-by-another' ? 'Keep speaker' : 'Accept new wording' }, () => place(highlight, ranges.map((range) => describeRange(text, range)), 'same'))
      return {}
    },
    keepOld(id: string, context: CallContext): Record<string, never> {
      const highlight = getWaiting(id)
      history.record({ ...context, label: 'Keep old wording' }, () => table.setState(id, { ...highlight, waiting: false, candidates: [] }))
      return {}
    },
    place({ id, ranges }: Input<'highlights.place'>, context: CallContext): Record<string, never> {
      const highlight = get(id)
      const next = rangesIn(presentText(highlight), ranges)
      history.record({ ...context, label: 'Place highlight' }, () => { place(highlight, next, 'same'); onRangesSet(id) })
      return {}
    },
    delete(id: string, context: CallContext): Recorded {
      get(id)
      return history.act({ ...context, label: 'Delete highlight' }, () => table.remove(id))
    },
  }
}

/** The spans widened to whole grapheme clusters, in order, joined where they touch or overlap. */
function rangesIn(text: string, spans: Span[]): TextRange[] {
  const whole = joinSpans(spans.map((span) => wholeGraphemes(text, span)))
  if (whole.some(({ start, end }) => start >= end)) throw new AppError('bad-input', 'That passage lies outside the article’s text. Select it again.')
  return whole.map((span) => describeRange(text, span))
}

type Carrier = ReturnType<typeof createCarrier>
interface CarriedHighlight { highlight: StoredHighlight; carried: Carried }

/** What becomes of each highlight in the text that `from` carries to, which follows revision `before`: all but those whose older wording was kept. */
function carryAll(highlights: StoredHighlight[], before: number, from: (revision: number) => Carrier): CarriedHighlight[] {
  const carriers = new Map<number, Carrier>()
  const carrierFrom = (revision: number): Carrier => {
    if (!carriers.has(revision)) carriers.set(revision, from(revision))
    return carriers.get(revision)!
  }
  return highlights
    .filter((highlight) => highlight.waiting || highlight.revision === before)
    .map((highlight) => ({ highlight, carried: carrierFrom(highlight.revision)(highlight.ranges) }))
}
