/**
 * OpenDocument Text (ODF 1.3, OASIS) of a comparison: the matrix as tables, then the statements by issue, and the sources.
 * A package is a ZIP whose first entry is `mimetype`, stored (part 2, 3.3).
 */
import { strToU8, zipSync } from 'fflate'
import { tickOf, type Block, type Inline } from '../../../shared/body.ts'
import { sourceLine, stanceWord, writtenDate, type ArrangedArticle } from '../arrange-export.ts'
import { safeLink, webAddress } from '../safe-link.ts'
import type { ArrangedComparison, ComparedCell, ComparedStatement } from './arrange-comparison.ts'
import { balanceLists, cellCitation, citationOf, emptyWords, moreWords, speakerOf, stanceWords, statementsByIssue, tableOf, tellEdges, tellNote, tellSource, tellStatement, wordingWords, type TableHead } from './comparison-words.ts'
import { odtManifest, odtMeta, odtStyles, odtTableStyles } from './odt-parts.ts'
import { pagesOf, PORTRAIT_COLUMNS } from './table-pages.ts'
import type { Written } from '../written.ts'

/** `content` is what `odtContent` wrote. */
export function packOdt(comparison: ArrangedComparison, content: string): Uint8Array {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
    'styles.xml': strToU8(odtStyles(isWide(comparison))),
    'meta.xml': strToU8(odtMeta(xml(comparison.title), comparison.exportedAt)),
    'META-INF/manifest.xml': strToU8(odtManifest),
  })
}

function isWide({ turned, issues, speakers }: ArrangedComparison): boolean {
  return (turned ? issues : speakers).length > PORTRAIT_COLUMNS
}

export function odtContent(comparison: ArrangedComparison, written: Written): string {
  tellNote(comparison, written)
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3">
${odtTableStyles(isWide(comparison), pagesOf(comparison.turned ? comparison.issues : comparison.speakers).map(({ from, to }) => to - from))}
<office:body><office:text>
${heading(1, comparison.title)}
${paragraph('Meta', xml(`Compared with Counterpoint on ${writtenDate(comparison.exportedAt)}.`))}
${blocksOf(comparison.note)}
${paragraph('Meta', '')}
${matrixOf(comparison, written)}
${heading(2, 'Statements', 'HeadingBreak')}
${statementsByIssue(comparison).filter(({ statements }) => statements.length > 0).map(({ proposition, statements }) => heading(3, proposition) + statements.map((one) => statementOf(one, written)).join('\n')).join('\n')}
${balanceOf(comparison)}
${heading(2, 'Sources')}
${bullets(comparison.sources.map((source) => sourceOf(source, written)))}
</office:text></office:body></office:document-content>`
}

function sourceOf(source: ArrangedArticle, written: Written): string {
  tellSource(source, written)
  const address = webAddress(source.article.address)
  return xml([source.article.title, ...sourceLine(source.article)].join(', ')) + (address ? `, ${link(address, xml(address))}` : '')
}

function matrixOf(comparison: ArrangedComparison, written: Written): string {
  tellEdges(comparison, written)
  const { corner, columns, rows } = tableOf(comparison)
  return pagesOf(columns).map(({ from, to }, at) => {
    const shown = columns.slice(from, to)
    const label = at > 0 ? paragraph('MetaBreak', `${corner === 'Issue' ? 'Speakers' : 'Issues'} ${from + 1} to ${to} of ${columns.length}`) : ''
    const body = rows.map((row) => `<table:table-row table:style-name="Row">${headCell(row.head)}${row.cells.slice(from, to).map((cell) => tableCell('Cell', cellParagraphs(cell, written))).join('')}</table:table-row>`).join('\n')
    return `${label}<table:table table:name="Matrix ${at + 1}" table:style-name="Matrix${at + 1}"><table:table-column table:style-name="First${at + 1}"/><table:table-column table:style-name="Column${at + 1}" table:number-columns-repeated="${Math.max(1, shown.length)}"/>
<table:table-header-rows><table:table-row>${tableCell('Head', paragraph('CellHead', xml(corner)))}${shown.map(headCell).join('')}</table:table-row></table:table-header-rows>
${body}</table:table>`
  }).join('\n')
}

function tableCell(style: string, content: string): string {
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${content}</table:table-cell>`
}

function headCell({ name, detail }: TableHead): string {
  return tableCell('Head', paragraph('CellHead', xml(name)) + paragraph('Meta', xml(detail)))
}

function cellParagraphs(cell: ComparedCell, written: Written): string {
  if (!cell.position) return paragraph('Meta', xml(emptyWords(cell, written)))
  const { position } = cell
  const more = moreWords(position)
  return [
    paragraph('CellHead', xml(stanceWords(cell))),
    ...position.shown.flatMap((one) => [quoted('CellQuote', one.arranged.highlight.quote), paragraph('CellMeta', xml(`${one.number}. ${cellCitation(one, position)}`))]),
    ...(more ? [paragraph('CellMeta', more)] : []),
  ].join('')
}

function statementOf(one: ComparedStatement, written: Written): string {
  tellStatement(one, written)
  const { highlight } = one.arranged
  return [
    paragraph('Who', `${span('Bold', xml(`${one.number}. ${speakerOf(one)}`))}${xml(` · ${stanceWord(one.stance)} · ${wordingWords(one)}`)}`),
    quoted('Quote', highlight.quote), paragraph('Citation', xml(citationOf(one))), blocksOf(highlight.note),
  ].join('\n')
}

function balanceOf(comparison: ArrangedComparison): string {
  const lists = balanceLists(comparison)
  return lists.length === 0 ? '' : heading(2, 'Balance') + lists.map(({ title, entries }) => heading(3, title) + bullets(entries.map(xml))).join('\n')
}

function bullets(items: string[]): string {
  return `<text:list text:style-name="Bullets">${items.map((item) => `<text:list-item>${paragraph('Item', item)}</text:list-item>`).join('')}</text:list>`
}

/** The blocks of a note. */
function blocksOf(blocks: Block[]): string {
  const written: string[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]!
    if (block.type !== 'list-item') {
      written.push(blockOf(block))
      continue
    }
    const first = at
    while (blocks[at + 1]?.type === 'list-item' && Boolean(blocks[at + 1]!.ordered) === Boolean(block.ordered)) at += 1
    written.push(listOf(blocks.slice(first, at + 1)))
  }
  return written.join('\n')
}

function blockOf(block: Block): string {
  const inner = inlinesOf(block.inlines)
  if (block.type === 'rule') return paragraph('Rule', '')
  if (block.type.startsWith('heading')) return paragraph('Note', span('Bold', inner))
  return paragraph(block.type === 'quote' ? 'NoteQuote' : block.type === 'code' ? 'NoteCode' : 'Note', block.type === 'image' ? `Image: ${inner || 'no description'}` : inner)
}

/** Items of one list, deeper ones in lists inside the item before them. */
function listOf(items: Block[]): string {
  const open = `<text:list text:style-name="${items[0]!.ordered ? 'Numbers' : 'Bullets'}">`
  let written = ''
  let depth = -1
  for (const item of items) {
    const wanted = Math.min(item.depth ?? 0, depth + 1, 2)
    written += wanted > depth ? open : `</text:list-item>${'</text:list></text:list-item>'.repeat(depth - wanted)}`
    written += `<text:list-item>${paragraph('Item', xml(tickOf(item)) + inlinesOf(item.inlines))}`
    depth = wanted
  }
  return `${written}</text:list-item>${'</text:list></text:list-item>'.repeat(depth)}</text:list>`
}

function inlinesOf(inlines: Inline[]): string {
  return inlines.map((inline) => {
    let text = xml(inline.text)
    if (inline.code) text = span('Code', text)
    if (inline.italic) text = span('Italic', text)
    if (inline.bold) text = span('Bold', text)
    const address = inline.link ? safeLink(inline.link) : undefined
    return address ? link(address, text) : text
  }).join('')
}

function heading(level: number, text: string, style = `Heading${level}`): string {
  return `<text:h text:style-name="${style}" text:outline-level="${level}">${xml(text)}</text:h>`
}

/** A quote, in the direction of its own letters. */
function quoted(style: string, quote: string): string {
  const isRightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(quote)
  return paragraph(isRightToLeft ? `${style}Rtl` : style, xml(quote))
}

/** `content` is XML already. */
function paragraph(style: string, content: string): string {
  return `<text:p text:style-name="${style}">${content}</text:p>`
}

function span(style: string, content: string): string {
  return `<text:span text:style-name="${style}">${content}</text:span>`
}

function link(address: string, content: string): string {
  return `<text:a xlink:type="simple" xlink:href="${xml(address)}">${content}</text:a>`
}

/** Text as XML: line breaks, tabs and runs of spaces as elements (ODF 1.3, 6.1.2 to 6.1.5); what XML can't hold is left out. */
function xml(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    .replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`).replaceAll('\t', '<text:tab/>').replaceAll('\n', '<text:line-break/>')
}
