/** Markdown (CommonMark with GFM tables): the matrix, then every statement with its source. */
import { writtenDate, sourceLine, stanceWord, type ArrangedArticle } from '../arrange-export.ts'
import { blocksToMarkdown, escapeCell, quoteBlock } from '../escape-markdown.ts'
import { webAddress } from '../safe-link.ts'
import type { Written } from '../written.ts'
import type { ArrangedComparison, ComparedCell, ComparedStatement } from './arrange-comparison.ts'
import { balanceLists, cellCitation, citationOf, emptyWords, moreWords, speakerOf, stanceWords, statementsByIssue, tableOf, tellNote, tellSource, tellStatement, wordingWords } from './comparison-words.ts'

export function comparisonMarkdown(comparison: ArrangedComparison, written: Written): string {
  tellNote(comparison, written)
  const { corner, columns, rows } = tableOf(comparison)
  for (const { kind, id } of [...columns, ...rows.map(({ head }) => head)]) written.add(kind, id)
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`
  const parts = [
    `# ${escapeCell(comparison.title)}`,
    `Compared with Counterpoint on ${writtenDate(comparison.exportedAt)}.`,
    blocksToMarkdown(comparison.note),
    [
      row([corner, ...columns.map(({ name }) => escapeCell(name))]), row(['---', ...columns.map(() => '---')]),
      ...rows.map(({ head, cells }) => row([escapeCell(head.name), ...cells.map((cell) => cellMarkdown(cell, written))])),
    ].join('\n'),
    '## Statements',
    ...statementsByIssue(comparison).filter(({ statements }) => statements.length > 0).flatMap(({ proposition, statements }) => [`### ${escapeCell(proposition)}`, ...statements.flatMap((one) => statementParts(one, written))]),
    ...balanceLists(comparison).flatMap(({ title, entries }, at) => [...(at === 0 ? ['## Balance'] : []), `### ${title}`, entries.map((entry) => `- ${escapeCell(entry)}`).join('\n')]),
    '## Sources',
    comparison.sources.map((source) => sourceItem(source, written)).join('\n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function sourceItem(source: ArrangedArticle, written: Written): string {
  tellSource(source, written)
  const address = webAddress(source.article.address)
  return `- ${[escapeCell(source.article.title), ...sourceLine(source.article).map(escapeCell), address ? `<${address}>` : ''].filter(Boolean).join(', ')}`
}

function cellMarkdown(cell: ComparedCell, written: Written): string {
  if (!cell.position) return escapeCell(emptyWords(cell, written))
  const { position } = cell
  const more = moreWords(position)
  return [`**${escapeCell(stanceWords(cell))}**`, ...position.shown.map((one) => `${escapeCell(one.arranged.highlight.quote)} (${one.number}: ${escapeCell(cellCitation(one, position))})`), ...(more ? [more] : [])].join('<br>')
}

function statementParts(one: ComparedStatement, written: Written): string[] {
  tellStatement(one, written)
  const { highlight } = one.arranged
  return [
    `**${one.number}. ${escapeCell(speakerOf(one))}** · ${stanceWord(one.stance)} · ${escapeCell(wordingWords(one))}`,
    quoteBlock(highlight.quote), escapeCell(citationOf(one)), blocksToMarkdown(highlight.note),
  ]
}
