/**
 * The evidence page: one HTML file with the matrix, every statement, and each source's whole text below, linked both ways.
 * No script, no request, and a policy that forbids both.
 */
import type { Position } from '../../../shared/compare/position.ts'
import { sourceLine, stanceWord, writtenDate, type ArrangedArticle, type ArrangedHighlight } from '../arrange-export.ts'
import { blocksToHtml, escapeHtml } from '../blocks-to-html.ts'
import { evidenceStyles } from '../exported-styles.ts'
import { stanceHtml } from '../stance-html.ts'
import { markedText } from '../marked-text.ts'
import { webAddress } from '../safe-link.ts'
import type { ArrangedComparison, ComparedCell, ComparedStatement } from './arrange-comparison.ts'
import { balanceLists, citationOf, countOf, emptyWords, wordingUnlessQuoted, speakerOf, statementsByIssue, tableOf, tellEdges, tellNote, tellSource, tellStatement, wordingWords, type TableHead } from './comparison-words.ts'
import { MOST_COLUMNS } from './evidence-style.ts'
import type { Written } from '../written.ts'

/** `onProgress` is told how many of the articles are written. */
export function evidencePage(comparison: ArrangedComparison, written: Written, onProgress: (done: number, total: number) => void): string {
  const title = escapeHtml(comparison.title)
  tellNote(comparison, written)
  const madeOf = Map.groupBy(comparison.statements, ({ arranged }) => arranged.highlight)
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${evidenceStyles}</style>
</head>
<body>
<a class="skip" href="#matrix">Skip to the matrix</a>
<header>
<h1>${title}</h1>
<p class="meta">${countOf(comparison.statements.length, 'statement')} from ${countOf(comparison.sources.length, 'article')}, compared with Counterpoint on ${escapeHtml(writtenDate(comparison.exportedAt))}.</p>
${comparison.note.length > 0 ? `<div class="note">${blocksToHtml(comparison.note, { heading: 2 })}</div>` : ''}
<nav aria-label="Contents"><ul class="contents"><li><a href="#matrix">Matrix</a></li><li><a href="#statements">Statements</a></li><li><a href="#balance">Balance</a></li><li><a href="#sources">Articles</a></li></ul></nav>
</header>
<main>
${matrixHtml(comparison, written)}
${statementsHtml(comparison, written)}
${balanceHtml(comparison)}
<section aria-labelledby="sources"><h2 id="sources">Articles</h2>
<ol class="sources">${comparison.sources.map(({ article }) => `<li><a href="#article-${article.id}"${langOf(article.language)}>${escapeHtml(article.title)}</a> <span class="meta">${sourceLine(article).map(escapeHtml).join(' · ')}</span></li>`).join('\n')}</ol>
</section>
${comparison.sources.map((source, at) => {
    onProgress(at, comparison.sources.length)
    return articleHtml(source, madeOf, written)
  }).join('\n')}
</main>
</body>
</html>
`
}

function matrixHtml(comparison: ArrangedComparison, written: Written): string {
  tellEdges(comparison, written)
  for (const { speaker } of comparison.speakers) written.add('colour', speaker.id)
  const { corner, columns, rows } = tableOf(comparison)
  return `<section class="positions" aria-labelledby="matrix">
<h2 id="matrix">Matrix</h2>
<section class="scroll" aria-label="The matrix, to be scrolled" tabindex="0"><table class="matrix columns-${Math.min(columns.length, MOST_COLUMNS)}">
<thead><tr><th scope="col">${corner}</th>${columns.map((head) => `<th scope="col">${headHtml(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(({ head, cells }) => `<tr><th scope="row">${headHtml(head)}</th>${cells.map((cell) => `<td id="${cellId(cell)}">${cellHtml(cell, written)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table></section>
</section>`
}

function headHtml({ name, detail, colour }: TableHead): string {
  return `${colour === null ? '' : `<span class="swatch sp${colour}"></span>`}${escapeHtml(name)}<span class="meta">${escapeHtml(detail)}</span>`
}

function cellId({ issue, speaker }: ComparedCell): string {
  return `cell-${issue.issue.id}-${speaker.speaker.id}`
}

function cellHtml(cell: ComparedCell, written: Written): string {
  if (!cell.position) return `<span class="none">${escapeHtml(emptyWords(cell, written))}</span>`
  const { shown, more, statements, sources } = cell.position
  const quotes = shown.map((one) => {
    const side = shown.length > 1 ? `<span class="side">${stanceHtml(one.stance)}</span>` : ''
    return `${side}<a class="quote" dir="auto" href="#statement-${one.number}"${langOf(one.source.article.language)}>${escapeHtml(one.arranged.highlight.quote)}</a><span class="meta">${one.number}. ${escapeHtml([...wordingUnlessQuoted(one), citationOf(one)].join(', '))}</span>`
  })
  const rest = statements.filter((one) => !shown.includes(one)).map(({ number }) => `<a href="#statement-${number}" aria-label="Statement ${number}">${number}</a>`)
  return [courseHtml(cell.position), ...quotes, more > 0 ? `<span class="meta">Also ${rest.join(', ')}, from ${countOf(sources.length, 'source')} in all</span>` : ''].join('')
}

function courseHtml({ course }: Pick<Position, 'course'>): string {
  switch (course.kind) {
    case 'none': return stanceHtml(null)
    case 'steady': return stanceHtml(course.stance)
    case 'changed': return `${stanceHtml(course.stance)}<span class="meta">Changed: ${stanceHtml(course.earlier)} on ${escapeHtml(writtenDate(course.earlierDate))}</span>`
    case 'also': return `${stanceHtml(course.stance)}<span class="meta">Also ${stanceHtml(course.other)} (${escapeHtml(course.source)})</span>`
    case 'contradictory': return '<span class="stance-words">Contradictory</span>'
  }
}

function statementsHtml(comparison: ArrangedComparison, written: Written): string {
  const cells = new Map(comparison.issues.flatMap(({ issue }) => comparison.speakers.flatMap(({ speaker }) => {
    const cell = comparison.cell(issue.id, speaker.id)
    return cell.position?.statements.map((one) => [one, cellId(cell)] as const) ?? []
  })))
  const groups = statementsByIssue(comparison).filter(({ statements }) => statements.length > 0)
  return `<section aria-labelledby="statements"><h2 id="statements">Statements</h2>
${groups.map(({ id, proposition, statements }) => `<h3 id="issue-${id}">${escapeHtml(proposition)}</h3>\n${statements.map((one) => statementHtml(one, cells.get(one)!, written)).join('\n')}`).join('\n')}
</section>`
}

function statementHtml(one: ComparedStatement, cell: string, written: Written): string {
  const { highlight, speaker } = one.arranged
  tellStatement(one, written)
  written.highlight(highlight, 'tags', ...(highlight.earlierRevision ? [] : ['place' as const]))
  if (speaker) written.add('colour', speaker.id)
  const passage = highlight.earlierRevision ? `<a href="#article-${one.articleId}">${escapeHtml(citationOf(one))}</a>` : `<a href="#passage-${highlight.highlight.id}">${escapeHtml(citationOf(one))}</a>`
  const tags = highlight.tags.length > 0 ? `<p class="meta">Tags: ${highlight.tags.map(escapeHtml).join(', ')}</p>` : ''
  return `<div class="statement sp${speaker?.colour ?? 0}" id="statement-${one.number}">
<p>${one.number}. <span class="who">${escapeHtml(speakerOf(one))}</span> · ${stanceHtml(one.stance)} · ${escapeHtml(wordingWords(one))}</p>
<blockquote dir="auto"${langOf(one.source.article.language)}>${escapeHtml(highlight.quote)}</blockquote>
<p class="meta">${passage} · <a href="#${cell}" aria-label="Back to the matrix, statement ${one.number}">matrix</a></p>
${highlight.note.length > 0 ? `<div class="note">${blocksToHtml(highlight.note, { heading: 4 })}</div>` : ''}${tags}
</div>`
}

function balanceHtml(comparison: ArrangedComparison): string {
  const lists = balanceLists(comparison)
  const words = lists.length === 0 ? '<p>Every speaker has a statement on every issue, in words of their own, from more than one source.</p>' : ''
  return `<section aria-labelledby="balance"><h2 id="balance">Balance</h2>${words}
${lists.map(({ title, entries }) => `<h3>${title}</h3><ul>${entries.map((entry) => `<li>${escapeHtml(entry)}</li>`).join('')}</ul>`).join('\n')}
</section>`
}

function articleHtml(source: ArrangedArticle, madeOf: Map<ArrangedHighlight, ComparedStatement[]>, written: Written): string {
  const { article } = source
  const address = webAddress(article.address)
  tellSource(source, written)
  written.article(article, 'language', 'text')
  const shown = { ...source, highlights: source.highlights.filter((highlight) => madeOf.has(highlight)) }
  return `<article aria-labelledby="article-${article.id}">
<h2 id="article-${article.id}"${langOf(article.language)} dir="auto">${escapeHtml(article.title)}</h2>
<p class="meta">${sourceLine(article).map(escapeHtml).join(' · ')}${address ? ` · <a href="${escapeHtml(address)}">${escapeHtml(address)}</a>` : ''}</p>
<div class="text"${langOf(article.language)} dir="auto">
${markedText(shown, (highlight) => referenceHtml(madeOf.get(highlight)!))}
</div>
</article>`
}

/** From the text back to what was made of the passage. */
function referenceHtml(statements: ComparedStatement[]): string {
  const { caveat } = statements[0]!.arranged.highlight
  const links = statements.map((one) => `<a href="#statement-${one.number}" aria-label="${escapeHtml(`Statement ${one.number}: ${[speakerOf(one), stanceWord(one.stance), ...(caveat ? [caveat] : [])].join(', ')}`)}">${one.number}${caveat && '?'}</a>`)
  return `<sup class="sp${statements[0]!.arranged.speaker?.colour ?? 0}">${links.join(' ')}</sup>`
}

function langOf(language: string): string {
  return language ? ` lang="${escapeHtml(language)}"` : ''
}
