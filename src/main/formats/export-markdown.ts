/** Markdown for people: positions, then each article with its statements by issue and its other highlights. */
import { byIssue, courseWords, factsOf, noIssue, noSpeaker, placeOf, positionsOf, sourceLine, stanceWord, writtenDate, type ArrangedArticle, type ArrangedHighlight, type ArrangedLibrary, type ArrangedStatement } from './arrange-export.ts'
import { blocksToMarkdown, escapeCell, quoteBlock } from './escape-markdown.ts'
import { webAddress } from './safe-link.ts'

export function exportMarkdown(library: ArrangedLibrary, meta: { title: string; exportedAt: string }): string {
  const parts = [
    `# ${escapeCell(meta.title)}`,
    `Exported from Counterpoint on ${writtenDate(meta.exportedAt)}.`,
    ...positionsTable(library),
    ...library.articles.flatMap((article) => articleParts(article, library)),
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

function articleParts(arranged: ArrangedArticle, library: ArrangedLibrary): string[] {
  const { article } = arranged
  const address = webAddress(article.address)
  const others = arranged.highlights.filter((highlight) => highlight.statements.length === 0)
  return [
    `## ${escapeCell(article.title)}`,
    sourceLine(article).map(escapeCell).join(' · '),
    address ? `<${address}>` : '',
    blocksToMarkdown(arranged.note),
    ...(arranged.statements.length > 0 ? ['### Statements'] : []),
    ...byIssue(arranged, library).flatMap(({ issue, statements }) => [`#### ${escapeCell(issue?.proposition ?? noIssue)}`, ...statements.flatMap(statementParts)]),
    ...(others.length > 0 ? ['### Highlights'] : []),
    ...others.flatMap((highlight) => [placeOf(highlight).join(' · '), ...passageParts(highlight)]),
  ]
}

function statementParts(each: ArrangedStatement): string[] {
  const line = [`**${escapeCell(each.speaker?.name ?? noSpeaker)}**`, stanceWord(each.statement.stance), ...factsOf(each).map(escapeCell)]
  return [line.join(' · '), ...passageParts(each.highlight)]
}

function passageParts(highlight: ArrangedHighlight): string[] {
  const tags = highlight.tags.length > 0 ? `Tags: ${highlight.tags.map(escapeCell).join(', ')}` : ''
  return [quoteBlock(highlight.quote), blocksToMarkdown(highlight.note), tags]
}
