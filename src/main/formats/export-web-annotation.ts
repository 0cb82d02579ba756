/**
 * W3C Web Annotation (JSON-LD): an AnnotationCollection with its one page. A highlight is one annotation; its note and its
 * statements are bodies, its ranges targets. TextPositionSelectors count Unicode code points of the canonical text.
 */
import { v5 as uuidOf } from 'uuid'
import { toCodePoints, type TextRange } from '../../shared/anchor/selectors.ts'
import { wordingName } from '../../shared/statement.ts'
import { noIssue, noSpeaker, stanceWord, type ArrangedArticle, type ArrangedHighlight, type ArrangedLibrary, type ArrangedStatement } from './arrange-export.ts'
import { blocksToHtml } from './blocks-to-html.ts'
import { webAddress } from './safe-link.ts'
import type { Written } from './written.ts'

/** The namespace (RFC 9562) of the names that exports are given. */
const NAMESPACE = '4f2b2f5e-6d0b-5c52-9d3e-0b8f6d6c1a57'

export function exportWebAnnotation(library: ArrangedLibrary, meta: { title: string; exportedAt: string }, written: Written): string {
  const items = library.articles.flatMap((article) => article.highlights.map((highlight) => annotation(highlight, article, written)))
  const name = `${meta.title}\n${meta.exportedAt}`
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${uuidOf(`collection\n${name}`, NAMESPACE)}`,
    type: 'AnnotationCollection',
    label: meta.title,
    generated: meta.exportedAt,
    total: items.length,
    first: { id: `urn:uuid:${uuidOf(`page\n${name}`, NAMESPACE)}`, type: 'AnnotationPage', startIndex: 0, items },
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

function annotation(highlight: ArrangedHighlight, article: ArrangedArticle, written: Written): Record<string, unknown> {
  for (const each of highlight.statements) written.statement(each, 'stance', 'wording', 'reportedBy', 'dateSaid')
  written.highlight(highlight, 'place', 'note', 'formatting', 'tags')
  written.article(article.article, ...(webAddress(article.article.address) ? ['address' as const] : []))
  const bodies = [
    ...highlight.statements.map(statementBody),
    ...(highlight.caveat ? [{ type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: highlight.caveat }] : []),
    ...(highlight.note.length > 0 ? [{ type: 'TextualBody', purpose: 'commenting', format: 'text/html', value: blocksToHtml(highlight.note) }] : []),
    ...highlight.tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: tag })),
  ]
  const targets = highlight.ranges.map((range) => target(range, highlight.text, article))
  return {
    id: `urn:uuid:${highlight.highlight.id}`,
    type: 'Annotation',
    motivation: highlight.statements.length > 0 ? 'classifying' : highlight.note.length > 0 ? 'commenting' : 'highlighting',
    created: highlight.highlight.createdAt,
    ...(bodies.length > 0 ? { body: bodies } : {}),
    target: targets.length === 1 ? targets[0] : targets,
  }
}

/** One "name: value" line each: the vocabulary has no terms for speakers, issues and stances. */
function statementBody({ statement, speaker, issue, reportedBy }: ArrangedStatement): Record<string, unknown> {
  const lines = [
    `Speaker: ${speaker?.name ?? noSpeaker}`,
    `Stance: ${stanceWord(statement.stance)}`,
    `Issue: ${issue?.proposition ?? noIssue}`,
    `Wording: ${wordingName(statement)}`,
    ...(reportedBy ? [`Reported by: ${reportedBy}`] : []),
    ...(statement.dateSaid ? [`Date said: ${statement.dateSaid}`] : []),
  ]
  return { id: `urn:uuid:${statement.id}`, type: 'TextualBody', purpose: 'classifying', format: 'text/plain', created: statement.createdAt, value: lines.join('\n') }
}

function target(range: TextRange, text: string, { article }: ArrangedArticle): Record<string, unknown> {
  return {
    type: 'SpecificResource',
    source: webAddress(article.address) ?? `urn:uuid:${article.id}`,
    selector: [
      { type: 'TextQuoteSelector', exact: range.exact, prefix: range.prefix, suffix: range.suffix },
      { type: 'TextPositionSelector', start: toCodePoints(text, range.start), end: toCodePoints(text, range.end) },
    ],
  }
}
