/** Markdown for people: positions, then each article with its statements by issue and its other highlights. */
import { byIssue, courseWords, factsOf, noIssue, noSpeaker, placeOf, positionsOf, sourceLine, stanceWord, writtenDate, type ArrangedArticle, type ArrangedHighlight, type ArrangedLibrary, type ArrangedStatement } from './arrange-export.ts'
import { blocksToMarkdown, escapeCell, quoteBlock } from './escape-markdown.ts'
import { webAddress } from './safe-link.ts'
import type { Written } from './written.ts'

export function exportMarkdown(library: ArrangedLibrary, meta: { title: string; exportedAt: string }, written: Written): string {
  const parts = [
    `# ${escapeCell(meta.title)}`,
    `Exported from Counterpoint on ${writtenDate(meta.exportedAt)}.`,
    ...positionsTable(library),
    ...library.articles.flatMap((article) => articleParts(article, library, written)),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function positionsTable(library: ArrangedLibrary): string[] {
  if (library.issues.length === 0 || library.speakers.length === 0) return []
  const row = (cells: string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`
  const position = positionsOf(library)
  const rows = library.issues.map((issue) => row([issue.proposition, ...library.speakers.map((speaker) => {
    const found = position(issue, speaker)
    return found ? courseWords(found.course) + (found.statements.length > 1 ? ` (${found.statements.length} statements)` : '') : 'No statement yet'
  })]))
  return ['## Positions', [row(['Issue', ...library.speakers.map((speaker) => speaker.name)]), `| ${['Issue', ...library.speakers].map(() => '---').join(' | ')} |`, ...rows].join('\n')]
}

function articleParts(arranged: ArrangedArticle, library: ArrangedLibrary, written: Written): string[] {
  const { article } = arranged
  const address = webAddress(article.address)
  const others = arranged.highlights.filter((highlight) => highlight.statements.length === 0)
  written.article(article, 'title', 'byline', 'publisher', 'published')
  if (address) written.article(article, 'address')
  if (arranged.note.length > 0) written.note('article', article.id)
  return [
    `## ${escapeCell(article.title)}`,
    sourceLine(article).map(escapeCell).join(' · '),
    address ? `<${address}>` : '',
    blocksToMarkdown(arranged.note),
    ...(arranged.statements.length > 0 ? ['### Statements'] : []),
    ...byIssue(arranged, library).flatMap(({ issue, statements }) => [`#### ${escapeCell(issue?.proposition ?? noIssue)}`, ...statements.flatMap((each) => statementParts(each, written))]),
    ...(others.length > 0 ? ['### Highlights'] : []),
    ...others.flatMap((highlight) => [placeOf(highlight).join(' · '), ...passageParts(highlight, written)]),
  ]
}

function statementParts(each: ArrangedStatement, written: Written): string[] {
  written.statement(each, 'stance', 'wording', 'reportedBy', 'dateSaid')
  const line = [`**${escapeCell(each.speaker?.name ?? noSpeaker)}**`, stanceWord(each.statement.stance), ...factsOf(each).map(escapeCell)]
  return [line.join(' · '), ...passageParts(each.highlight, written)]
}

function passageParts(highlight: ArrangedHighlight, written: Written): string[] {
  written.highlight(highlight, 'note', 'formatting', 'tags')
  const tags = highlight.tags.length > 0 ? `Tags: ${highlight.tags.map(escapeCell).join(', ')}` : ''
  return [quoteBlock(highlight.quote), blocksToMarkdown(highlight.note), tags]
}
