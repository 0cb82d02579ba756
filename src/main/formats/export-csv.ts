/**
 * CSV (RFC 4180), one row a statement, for spreadsheets: UTF-8 with a byte order mark, CRLF.
 * `start` and `end` count Unicode code points into the article's canonical text, as other tools do; end exclusive.
 */
import { toCodePoints } from '../../shared/anchor/selectors.ts'

import { stanceNames, wordingNames } from '../../shared/statement.ts'
import type { ArrangedArticle, ArrangedLibrary, ArrangedStatement } from './arrange-export.ts'

export const csvColumns = [
  'issue', 'speaker', 'stance', 'wording', 'quote', 'note', 'reported by', 'date said', 'article', 'publisher', 'published', 'address',
  'paragraph', 'start', 'end', 'state', 'highlight id', 'statement id', 'article id',
]

export function exportCsv(library: ArrangedLibrary): string {
  const rows = library.articles.flatMap((article) => article.statements.map((statement) => rowOf(statement, article)))
  return `\uFEFF${[csvColumns, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`
}

/** A highlight of several ranges has several starts and ends, in order, parted by "; ". */
function rowOf({ statement, highlight, speaker, issue, reportedBy }: ArrangedStatement, { article }: ArrangedArticle): string[] {
  const places = (edge: 'start' | 'end'): string => highlight.ranges.map((range) => toCodePoints(highlight.text, range[edge])).join('; ')
  const texts = [
    issue?.proposition ?? '', speaker?.name ?? '', statement.stance ? stanceNames[statement.stance] : '', wordingNames[statement.wording], highlight.quote,
    highlight.noteText, reportedBy, statement.dateSaid ?? '', article.title, article.publisher, article.published, article.address,
  ].map(inertText)
  return [...texts, String(highlight.paragraph), places('start'), places('end'), highlight.highlight.state, highlight.highlight.id, statement.id, article.id]
}

/** A spreadsheet runs text that begins like a formula; an apostrophe before it keeps it text (OWASP, CSV injection). */
function inertText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
