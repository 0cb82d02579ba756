/**
 * One row a statement.
 * `caveat` says what must be said beside the quote: that another may say it now, or that it is an older wording.
 * `start` and `end` count Unicode code points into the article's canonical text, as other tools do; end exclusive.
 */
import { toCodePoints } from '../../shared/anchor/selectors.ts'
import { stanceNames, wordingName } from '../../shared/statement.ts'
import type { ArrangedArticle, ArrangedLibrary, ArrangedStatement } from './arrange-export.ts'
import { csvFile, inertText } from './csv.ts'
import type { Written } from './written.ts'

export const csvColumns = [
  'issue', 'speaker', 'stance', 'wording', 'quote', 'note', 'reported by', 'date said', 'article', 'publisher', 'published', 'address',
  'paragraph', 'start', 'end', 'state', 'caveat', 'highlight id', 'statement id', 'article id', 'guessed details',
]

export function exportCsv(library: ArrangedLibrary, written: Written): string {
  const rows = library.articles.flatMap((article) => article.statements.map((statement) => rowOf(statement, article, written)))
  return csvFile([csvColumns, ...rows])
}

/** A highlight of several ranges has several starts and ends, in order, parted by "; ". */
function rowOf(arranged: ArrangedStatement, { article }: ArrangedArticle, written: Written): string[] {
  const { statement, highlight, speaker, issue, reportedBy } = arranged
  written.statement(arranged, 'stance', 'wording', 'reportedBy', 'dateSaid')
  written.highlight(highlight, 'place', 'note')
  written.article(article, 'title', 'publisher', 'published', 'address')
  const places = (edge: 'start' | 'end'): string => highlight.ranges.map((range) => toCodePoints(highlight.text, range[edge])).join('; ')
  const texts = [
    issue?.proposition ?? '', speaker?.name ?? '', statement.stance ? stanceNames[statement.stance] : '', wordingName(statement), highlight.quote,
    highlight.noteText, reportedBy, statement.dateSaid ?? '', article.title, article.publisher, article.published, article.address,
  ].map(inertText)
  return [...texts, String(highlight.paragraph), places('start'), places('end'), highlight.highlight.state, highlight.caveat, highlight.highlight.id, statement.id, article.id, article.guessed.join(', ')]
}
