/** CSV (RFC 4180) of a comparison: one row a statement, or the matrix itself. UTF-8 with a byte order mark, CRLF; no text is run as a formula. */
import { sourceOf, stanceNames, wordingName } from '../../../shared/statement.ts'
import { csvFile, inertText } from '../csv.ts'
import type { Written } from '../written.ts'
import type { ArrangedComparison, ComparedCell, ComparedStatement } from './arrange-comparison.ts'
import { cellCitation, emptyWords, moreWords, wordingUnlessQuoted, stanceWords, tableOf } from './comparison-words.ts'

export const statementColumns = [
  'number', 'issue', 'speaker', 'column', 'stance', 'wording', 'quote', 'reported by', 'date said', 'source', 'article', 'byline', 'published', 'address', 'paragraph', 'note', 'tags', 'caveat', 'statement id', 'article id', 'guessed details',
]

export function comparisonStatementsCsv({ statements, speakers }: ArrangedComparison, written: Written): string {
  const columnOf = new Map(speakers.flatMap(({ speaker, folded }) => [speaker, ...folded].map(({ id }) => [id, speaker] as const)))
  return csvFile([statementColumns, ...statements.map((one) => {
    const { arranged: { statement, highlight, speaker, issue, reportedBy }, source: { article } } = one
    const column = columnOf.get(one.speakerId!)!
    written.add('speaker', column.id)
    written.statement(one.arranged, 'stance', 'wording', 'reportedBy', 'dateSaid')
    written.highlight(highlight, 'note', 'tags')
    written.article(article, 'title', 'byline', 'publisher', 'published', 'address')
    const texts = [
      issue?.proposition ?? '', speaker?.name ?? '', column.name, one.stance ? stanceNames[one.stance] : '', wordingName(one), highlight.quote,
      reportedBy, statement.dateSaid ?? '', sourceOf(one), article.title, article.byline, article.published, article.address,
    ].map(inertText)
    return [String(one.number), ...texts, String(highlight.paragraph), ...[highlight.noteText, highlight.tags.join(', ')].map(inertText), highlight.caveat, statement.id, article.id, article.guessed.join(', ')]
  })])
}

/** Each cell: stance, then a line for each shown quote with its source. */
export function comparisonMatrixCsv(comparison: ArrangedComparison, written: Written): string {
  const { corner, columns, rows } = tableOf(comparison)
  for (const { kind, id } of [...columns, ...rows.map(({ head }) => head)]) written.add(kind, id)
  return csvFile([[corner, ...columns.map(({ name }) => inertText(name))], ...rows.map(({ head, cells }) => [inertText(head.name), ...cells.map((cell) => matrixField(cell, written))])])
}

function matrixField(cell: ComparedCell, written: Written): string {
  if (!cell.position) return emptyWords(cell, written)
  const { position } = cell
  const more = moreWords(position)
  for (const one of position.shown) tellShown(one, written)
  return inertText([stanceWords(cell), ...position.shown.map((one) => `${one.arranged.highlight.quote} (${cellCitation(one, position)})`), ...(more ? [more] : [])].join('\n'))
}

/** Of a quote in a cell: its words, its stance, that it is a paraphrase, its source and its date. */
function tellShown(one: ComparedStatement, written: Written): void {
  const kinds = ['statement', 'stance', ...(wordingUnlessQuoted(one).length > 0 ? ['wording' as const] : []), ...(one.isDateSaid ? ['dateSaid' as const] : [])] as const
  for (const kind of kinds) written.add(kind, one.id)
  written.highlight(one.arranged.highlight)
  written.article(one.source.article, one.publisher ? 'publisher' : 'title', ...(one.isDateSaid ? [] : ['published' as const]))
}
