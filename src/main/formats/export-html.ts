/** One self-contained page: no script, no request, and a policy that forbids both. */
import { byIssue, courseWords, factsOf, noIssue, noSpeaker, placeOf, positionsOf, sourceLine, stanceWord, writtenDate, type ArrangedArticle, type ArrangedHighlight, type ArrangedLibrary, type ArrangedStatement } from './arrange-export.ts'
import { blocksToHtml, escapeHtml } from './blocks-to-html.ts'
import { exportStyle } from './export-html-style.ts'
import { colourOf, markedText } from './marked-text.ts'
import { webAddress } from './safe-link.ts'
import { stanceHtml } from './stance-html.ts'
import type { Written } from './written.ts'

export function exportHtml(library: ArrangedLibrary, meta: { title: string; exportedAt: string }, written: Written): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(meta.title)}</title>
<style>${exportStyle}</style>
</head>
<body>
<header>
<h1>${escapeHtml(meta.title)}</h1>
<p class="meta">Exported from Counterpoint on ${escapeHtml(writtenDate(meta.exportedAt))}.</p>
</header>
<main>
${[positions(library), ...library.articles.map((article) => articleHtml(article, library, written))].filter(Boolean).join('\n')}
</main>
</body>
</html>
`
}

function positions(library: ArrangedLibrary): string {
  if (library.issues.length === 0 || library.speakers.length === 0) return ''
  const heads = library.speakers.map((speaker) => `<th scope="col"><span class="swatch sp${speaker.colour}"></span>${escapeHtml(speaker.name)}</th>`)
  const position = positionsOf(library)
  const rows = library.issues.map((issue) => {
    const cells = library.speakers.map((speaker) => `<td>${positionHtml(position(issue, speaker))}</td>`)
    return `<tr><th scope="row">${escapeHtml(issue.proposition)}</th>${cells.join('')}</tr>`
  })
  return `<section class="positions" aria-labelledby="positions">
<h2 id="positions">Positions</h2>
<div class="scroll" role="region" aria-labelledby="positions" tabindex="0"><table>
<thead><tr><th scope="col">Issue</th>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>
</section>`
}

function positionHtml(position: ReturnType<ReturnType<typeof positionsOf>>): string {
  if (!position) return '<span class="none">No statement yet</span>'
  const { course, statements } = position
  const links = statements.map(({ number }) => `<a href="#statement-${number}" aria-label="Statement ${number}">${number}</a>`)
  const shown = course.kind === 'steady' ? stanceHtml(course.stance) : escapeHtml(courseWords(course))
  return `${shown} <sup>${links.join(' ')}</sup>`
}

function articleHtml(arranged: ArrangedArticle, library: ArrangedLibrary, written: Written): string {
  const { article } = arranged
  const address = webAddress(article.address)
  const lang = article.language ? ` lang="${escapeHtml(article.language)}"` : ''
  const others = arranged.highlights.filter((highlight) => highlight.statements.length === 0)
  const id = `article-${article.id}`
  written.article(article, 'title', 'byline', 'publisher', 'published', 'language', 'text')
  if (address) written.article(article, 'address')
  if (arranged.note.length > 0) written.note('article', article.id)
  return [
    `<article aria-labelledby="${id}">`,
    `<h2 id="${id}"${lang}>${escapeHtml(article.title)}</h2>`,
    `<p class="meta">${sourceLine(article).map(escapeHtml).join(' · ')}</p>`,
    address ? `<p class="meta"><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>` : '',
    noteHtml(arranged.note),
    arranged.statements.length > 0 ? '<h3>Statements</h3>' : '',
    ...byIssue(arranged, library).flatMap(({ issue, statements }) => [`<h4>${escapeHtml(issue?.proposition ?? noIssue)}</h4>`, ...statements.map((each) => statementHtml(each, lang, written))]),
    others.length > 0 ? '<h3>Highlights</h3>' : '',
    ...others.map((highlight) => `<div class="highlight sp0" id="highlight-${highlight.highlight.id}">\n<p class="meta">${placeHtml(highlight)}</p>\n${passageHtml(highlight, lang, written)}\n</div>`),
    '<h3>Text</h3>',
    `<div class="text"${lang}>\n${markedText(arranged, reference)}\n</div>`,
    '</article>',
  ].filter(Boolean).join('\n')
}

function statementHtml(each: ArrangedStatement, lang: string, written: Written): string {
  written.statement(each, 'stance', 'wording', 'reportedBy', 'dateSaid')
  if (each.speaker) written.add('colour', each.speaker.id)
  const facts = factsOf(each).slice(0, -placeOf(each.highlight).length).map(escapeHtml)
  return `<div class="statement sp${each.speaker?.colour ?? 0}" id="statement-${each.number}">
<p><span class="who">${escapeHtml(each.speaker?.name ?? noSpeaker)}</span> · ${stanceHtml(each.statement.stance)}</p>
<p class="meta">${[String(each.number), ...facts, placeHtml(each.highlight)].join(' · ')}</p>
${passageHtml(each.highlight, lang, written)}
</div>`
}

function placeHtml(highlight: ArrangedHighlight): string {
  const place = placeOf(highlight).map(escapeHtml).join(' · ')
  return highlight.earlierRevision ? place : `<a href="#passage-${highlight.highlight.id}">${place}</a>`
}

function passageHtml(highlight: ArrangedHighlight, lang: string, written: Written): string {
  written.highlight(highlight, 'note', 'formatting', 'tags')
  if (!highlight.earlierRevision) written.highlight(highlight, 'place')
  const tags = highlight.tags.length > 0 ? `<p class="meta">Tags: ${highlight.tags.map(escapeHtml).join(', ')}</p>` : ''
  return [`<blockquote${lang}>${escapeHtml(highlight.quote)}</blockquote>`, noteHtml(highlight.note), tags].filter(Boolean).join('\n')
}

function noteHtml(note: ArrangedArticle['note']): string {
  return note.length > 0 ? `<div class="note">${blocksToHtml(note, { heading: 5 })}</div>` : ''
}

/** From the text back to what was made of the passage. */
function reference(highlight: ArrangedHighlight): string {
  const links = highlight.statements.map((each) => `<a href="#statement-${each.number}" aria-label="${escapeHtml(`Statement ${each.number}: ${[each.speaker?.name ?? noSpeaker, stanceWord(each.statement.stance), ...(highlight.caveat ? [highlight.caveat] : [])].join(', ')}`)}">${each.number}${highlight.caveat && '?'}</a>`)
  if (links.length === 0) links.push(`<a href="#highlight-${highlight.highlight.id}" aria-label="${['Highlight', ...(highlight.caveat ? [highlight.caveat] : [])].join(', ')}">*${highlight.caveat && '?'}</a>`)
  return `<sup class="sp${colourOf(highlight)}">${links.join(' ')}</sup>`
}
