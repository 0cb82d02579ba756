/** CSV (RFC 4180) of a comparison: one row a statement, or the matrix itself. UTF-8 with a byte order mark, CRLF; no text is run as a formula. */
import { sourceOf, stanceNames, wordingName } from '../../../shared/statement.ts'
import { csvFile, inertText } from '../csv.ts'
import type { ArrangedComparison } from './arrange-comparison.ts'
import { cellCitation, emptyWords, moreWords, stanceWords, tableOf } from './comparison-words.ts'

export const statementColumns = [
  'number', 'issue', 'speaker', 'column', 'stance', 'wording', 'quote', 'reported by', 'date said', 'source', 'article', 'byline', 'published', 'address', 'paragraph', 'note', 'tags', 'caveat', 'statement id', 'article id', 'guessed details',
]

export function comparisonStatementsCsv({ statements, speakers }: ArrangedComparison): string {
  const columnOf = new Map(speakers.flatMap(({ speaker, folded }) => [speaker, ...folded].map(({ id }) => [id, speaker.name] as const)))
  return csvFile([statementColumns, ...statements.map((one) => {
    const { arranged: { statement, highlight, speaker, issue, reportedBy }, source: { article } } = one
    const texts = [
      issue?.proposition ?? '', speaker?.name ?? '', columnOf.get(one.speakerId!) ?? '', one.stance ? stanceNames[one.stance] : '', wordingName(one), highlight.quote,
      reportedBy, statement.dateSaid ?? '', sourceOf(one), article.title, article.byline, article.published, article.address,
    ].map(inertText)
    return [String(one.number), ...texts, String(highlight.paragraph), ...[highlight.noteText, highlight.tags.join(', ')].map(inertText), highlight.caveat, statement.id, article.id, article.guessed.join(', ')]
  })])
}

/** Each cell: stance, then a line for each shown quote with its source. */
export function comparisonMatrixCsv(comparison: ArrangedComparison): string {
  const { corner, columns, rows } = tableOf(comparison)
  return csvFile([[corner, ...columns.map(({ name }) => inertText(name))], ...rows.map(({ head, cells }) => [inertText(head.name), ...cells.map((cell) => {
    if (!cell.position) return emptyWords(cell)
    const { position } = cell
    const more = moreWords(position)
    return inertText([stanceWords(cell), ...position.shown.map((one) => `${one.arranged.highlight.quote} (${cellCitation(one, position)})`), ...(more ? [more] : [])].join('\n'))
  })])])
}
