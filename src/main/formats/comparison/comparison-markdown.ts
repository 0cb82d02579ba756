/** Markdown (CommonMark with GFM tables): the matrix, then every statement with its source. */
import { writtenDate, sourceLine, stanceWord } from '../arrange-export.ts'
import { blocksToMarkdown, escapeCell, quoteBlock } from '../escape-markdown.ts'
import { webAddress } from '../safe-link.ts'
import type { ArrangedComparison, ComparedCell, ComparedStatement } from './arrange-comparison.ts'
import { balanceLists, cellCitation, citationOf, emptyWords, moreWords, speakerOf, stanceWords, statementsByIssue, tableOf, wordingWords } from './comparison-words.ts'

export function comparisonMarkdown(comparison: ArrangedComparison): string {
  const { corner, columns, rows } = tableOf(comparison)
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`
  const parts = [
    `# ${escapeCell(comparison.title)}`,
    `Compared with Counterpoint on ${writtenDate(comparison.exportedAt)}.`,
    blocksToMarkdown(comparison.note),
    [
      row([corner, ...columns.map(({ name }) => escapeCell(name))]), row(['---', ...columns.map(() => '---')]),
      ...rows.map(({ head, cells }) => row([escapeCell(head.name), ...cells.map(cellMarkdown)])),
    ].join('\n'),
    '## Statements',
    ...statementsByIssue(comparison).filter(({ statements }) => statements.length > 0).flatMap(({ proposition, statements }) => [`### ${escapeCell(proposition)}`, ...statements.flatMap(statementParts)]),
    ...balanceLists(comparison).flatMap(({ title, entries }, at) => [...(at === 0 ? ['## Balance'] : []), `### ${title}`, entries.map((entry) => `- ${escapeCell(entry)}`).join('\n')]),
    '## Sources',
    comparison.sources.map(({ article }) => `- ${[escapeCell(article.title), ...sourceLine(article).map(escapeCell), webAddress(article.address) ? `<${webAddress(article.address)}>` : ''].filter(Boolean).join(', ')}`).join('\n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function cellMarkdown(cell: ComparedCell): string {
  if (!cell.position) return escapeCell(emptyWords(cell))
  const { position } = cell
  const more = moreWords(position)
  return [`**${escapeCell(stanceWords(cell))}**`, ...position.shown.map((one) => `${escapeCell(one.arranged.highlight.quote)} (${one.number}: ${escapeCell(cellCitation(one, position))})`), ...(more ? [more] : [])].join('<br>')
}

function statementParts(one: ComparedStatement): string[] {
  const { highlight } = one.arranged
  return [
    `**${one.number}. ${escapeCell(speakerOf(one))}** · ${stanceWord(one.stance)} · ${escapeCell(wordingWords(one))}`,
    quoteBlock(highlight.quote), escapeCell(citationOf(one)), blocksToMarkdown(highlight.note),
  ]
}
