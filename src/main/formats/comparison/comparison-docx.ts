/** Word (Office Open XML, ISO/IEC 29500) of a comparison: the matrix as tables, then the statements by issue, and the sources. */
import {
  AlignmentType, BorderStyle, Document, ExternalHyperlink, Footer, HeadingLevel, LevelFormat, Packer, PageNumber, PageOrientation, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType,
  type IParagraphOptions, type ParagraphChild,
} from 'docx'
import { tickOf, type Block, type Inline } from '../../../shared/body.ts'
import { sourceLine, stanceWord, writtenDate } from '../arrange-export.ts'
import { safeLink, webAddress } from '../safe-link.ts'
import type { ArrangedComparison, ComparedCell, ComparedStatement } from './arrange-comparison.ts'
import { balanceLists, cellCitation, citationOf, emptyWords, moreWords, speakerOf, stanceWords, statementsByIssue, tableOf, tellEdges, tellNote, tellSource, tellStatement, wordingWords, type TableHead } from './comparison-words.ts'
import { pagesOf, PORTRAIT_COLUMNS } from './table-pages.ts'
import type { Written } from '../written.ts'

/** Fonts that come with Word and have fallbacks elsewhere. */
const SERIF = 'Georgia'
const GREY = '68635B'

export function packDocx(document: Document): Promise<Uint8Array> {
  return Packer.toArrayBuffer(document).then((bytes) => new Uint8Array(bytes))
}

export function comparisonDocx(comparison: ArrangedComparison, written: Written): Document {
  const columns = (comparison.turned ? comparison.issues : comparison.speakers).length
  const isWide = columns > PORTRAIT_COLUMNS
  const properties = (orientation: (typeof PageOrientation)[keyof typeof PageOrientation]) => ({ page: { size: { orientation, width: 11906, height: 16838 }, margin: { top: 1000, bottom: 1000, left: 1000, right: 1000 } } })
  const footers = { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ color: GREY, size: 18, children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })] })] }) }
  return new Document({
    title: comparison.title, creator: 'Counterpoint',
    styles: { default: { document: { run: { font: 'Calibri', size: 21 } }, heading1: headingStyle(32), heading2: headingStyle(26), heading3: headingStyle(22) } },
    numbering: { config: [listOf('numbered', LevelFormat.DECIMAL, (level) => `%${level + 1}.`), listOf('bullets', LevelFormat.BULLET, () => '•')] },
    // A section begins a page. What is read line by line stands upright.
    sections: [
      { properties: properties(isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT), footers, children: [...headOf(comparison, written), ...matrixOf(comparison, isWide ? 14838 : 9906, written)] },
      { properties: properties(PageOrientation.PORTRAIT), footers, children: [...statementsOf(comparison, written), ...balanceOf(comparison), ...sourcesOf(comparison, written)] },
    ],
  })
}

function listOf(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) {
  return { reference, levels: [0, 1, 2].map((level) => ({ level, format, text: text(level), alignment: AlignmentType.START, style: { paragraph: { indent: { left: 360 * (level + 2), hanging: 280 } } } })) }
}

function headingStyle(size: number): { run: { font: string; size: number; bold: true; color: string }; paragraph: { spacing: { before: number; after: number } } } {
  return { run: { font: SERIF, size, bold: true, color: '1C1B19' }, paragraph: { spacing: { before: 280, after: 100 } } }
}

function headOf(comparison: ArrangedComparison, written: Written): Paragraph[] {
  const { title, exportedAt, note } = comparison
  tellNote(comparison, written)
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRuns(title) }),
    new Paragraph({ spacing: { after: 160 }, children: [grey(`Compared with Counterpoint on ${writtenDate(exportedAt)}.`)] }),
    ...noteParagraphs(note, 0),
    new Paragraph({ spacing: { after: 60 } }),
  ]
}

/** `width` in twentieths of a point. */
function matrixOf(comparison: ArrangedComparison, width: number, written: Written): (Paragraph | Table)[] {
  tellEdges(comparison, written)
  const { corner, columns, rows } = tableOf(comparison)
  return pagesOf(columns).flatMap(({ from, to }, at) => {
    const shown = columns.slice(from, to)
    const first = Math.round(width * Math.max(0.16, 0.3 - shown.length * 0.02))
    const widths = [first, ...shown.map(() => Math.floor((width - first) / shown.length))]
    const head = new TableRow({ tableHeader: true, cantSplit: true, children: [tableCell([bold(corner)], 'F1EFE9'), ...shown.map((column) => headCell(column))] })
    const body = rows.map((row) => new TableRow({ cantSplit: true, children: [headCell(row.head), ...row.cells.slice(from, to).map((cell) => new TableCell({ margins: cellMargins, children: cellParagraphs(cell, shown.length > PORTRAIT_COLUMNS, written) }))] }))
    return [
      ...(at > 0 ? [new Paragraph({ pageBreakBefore: true, children: [grey(`${corner === 'Issue' ? 'Speakers' : 'Issues'} ${from + 1} to ${to} of ${columns.length}`)] })] : []),
      new Table({ rows: [head, ...body], width: { size: width, type: WidthType.DXA }, columnWidths: widths, borders: tableBorders }),
    ]
  })
}

const cellMargins = { top: 80, bottom: 80, left: 90, right: 90 }
const line = { style: BorderStyle.SINGLE, size: 4, color: 'CDC9BF' }
const tableBorders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }

function headCell({ name, detail }: TableHead): TableCell {
  return tableCell([bold(name)], 'F1EFE9', [new Paragraph({ children: [grey(detail)] })])
}

function tableCell(children: ParagraphChild[], fill: string, more: Paragraph[] = []): TableCell {
  return new TableCell({ margins: cellMargins, shading: { fill, type: ShadingType.CLEAR, color: 'auto' }, children: [new Paragraph({ children }), ...more] })
}

/** `isNarrow`: smaller, so that a row of many columns is not as high as the page. */
function cellParagraphs(cell: ComparedCell, isNarrow: boolean, written: Written): Paragraph[] {
  if (!cell.position) return [new Paragraph({ children: [grey(emptyWords(cell, written))] })]
  const { position } = cell
  const more = moreWords(position)
  const small = isNarrow ? 16 : 18
  return [
    new Paragraph({ children: [bold(stanceWords(cell), isNarrow ? 18 : 21)] }),
    ...position.shown.flatMap((one) => [
      new Paragraph({ ...directionOf(one.arranged.highlight.quote), spacing: { before: 60 }, children: textRuns(one.arranged.highlight.quote, { font: SERIF, size: isNarrow ? 18 : 20 }) }),
      new Paragraph({ children: [grey(`${one.number}. ${cellCitation(one, position)}`, small)] }),
    ]),
    ...(more ? [new Paragraph({ spacing: { before: 60 }, children: [grey(more, small)] })] : []),
  ]
}

function statementsOf(comparison: ArrangedComparison, written: Written): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: textRuns('Statements') }),
    ...statementsByIssue(comparison).filter(({ statements }) => statements.length > 0).flatMap(({ proposition, statements }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_3, keepNext: true, children: textRuns(proposition) }), ...statements.flatMap((one) => statementParagraphs(one, written)),
    ]),
  ]
}

function statementParagraphs(one: ComparedStatement, written: Written): Paragraph[] {
  tellStatement(one, written)
  const { highlight } = one.arranged
  return [
    new Paragraph({ keepNext: true, spacing: { before: 160 }, children: [bold(`${one.number}. ${speakerOf(one)}`), ...textRuns(` · ${stanceWord(one.stance)} · ${wordingWords(one)}`)] }),
    new Paragraph({ ...directionOf(highlight.quote), keepNext: true, indent: { left: 360 }, spacing: { before: 40, after: 40 }, children: textRuns(highlight.quote, { font: SERIF, size: 23 }) }),
    new Paragraph({ indent: { left: 360 }, spacing: { after: 80 }, children: [grey(citationOf(one))] }),
    ...noteParagraphs(highlight.note, one.number),
  ]
}

function balanceOf(comparison: ArrangedComparison): Paragraph[] {
  const lists = balanceLists(comparison)
  if (lists.length === 0) return []
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: textRuns('Balance') }),
    ...lists.flatMap(({ title, entries }) => [new Paragraph({ heading: HeadingLevel.HEADING_3, children: textRuns(title) }), ...entries.map((entry) => new Paragraph({ numbering: bullet, children: textRuns(entry) }))]),
  ]
}

function sourcesOf({ sources }: ArrangedComparison, written: Written): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: textRuns('Sources') }),
    ...sources.map((source) => {
      const { article } = source
      tellSource(source, written)
      const address = webAddress(article.address)
      return new Paragraph({ numbering: bullet, children: [...textRuns([article.title, ...sourceLine(article)].join(', ')), ...(address ? [new TextRun(', '), linkTo(address, [new TextRun({ text: address, style: 'Hyperlink' })])] : [])] })
    }),
  ]
}

const bullet = { reference: 'bullets', level: 0 }

/** `noteNumber` is another for each note: a numbered list begins at 1 in each. */
function noteParagraphs(blocks: Block[], noteNumber: number): Paragraph[] {
  let lists = 0
  return blocks.map((block, at) => {
    const before = blocks[at - 1]
    if (block.type === 'list-item' && (before?.type !== 'list-item' || before.ordered !== block.ordered)) lists += 1
    return blockParagraph(block, noteNumber * MOST_LISTS + Math.min(lists, MOST_LISTS - 1))
  })
}

/** Lists of one note that are told apart. */
const MOST_LISTS = 100

function blockParagraph(block: Block, instance: number): Paragraph {
  const options: { -readonly [K in keyof IParagraphOptions]: IParagraphOptions[K] } = { indent: { left: 360 }, spacing: { after: 60 }, children: block.inlines.flatMap((inline) => inlineRuns(inline, block.type === 'code')) }
  if (block.type === 'heading-1' || block.type === 'heading-2' || block.type === 'heading-3') return new Paragraph({ ...options, children: block.inlines.flatMap((inline) => inlineRuns({ ...inline, bold: true })) })
  if (block.type === 'rule') return new Paragraph({ border: { bottom: line } })
  if (block.type === 'quote') return new Paragraph({ ...options, indent: { left: 720 } })
  if (block.type !== 'list-item') return new Paragraph(options)
  const tick = tickOf(block)
  const children = [...(tick ? [new TextRun(tick)] : []), ...(options.children ?? [])]
  const level = Math.min(2, block.depth ?? 0)
  return new Paragraph({ numbering: { reference: block.ordered ? 'numbered' : 'bullets', level, instance }, children })
}

function inlineRuns(inline: Inline, isCode = false): ParagraphChild[] {
  const link = inline.link ? safeLink(inline.link) : undefined
  const runs = textRuns(inline.text, { bold: inline.bold ?? false, italics: inline.italic ?? false, ...((inline.code ?? isCode) ? { font: 'Consolas' } : {}), ...(link ? { style: 'Hyperlink' } : {}) })
  return link ? [linkTo(link, runs)] : runs
}

function linkTo(link: string, children: TextRun[]): ExternalHyperlink {
  return new ExternalHyperlink({ link, children })
}

/** Line breaks are kept; control characters, which XML can't hold, are left out. */
function textRuns(text: string, look: { font?: string; size?: number; bold?: boolean; italics?: boolean; style?: string } = {}): TextRun[] {
  const rightToLeft = directionOf(text).bidirectional ?? false
  return xmlText(text).split('\n').map((one, at) => new TextRun({ text: one, rightToLeft, ...look, ...(at > 0 ? { break: 1 } : {}) }))
}

function bold(text: string, size = 21): TextRun {
  return new TextRun({ text: xmlText(text), bold: true, size })
}

function grey(text: string, size = 18): TextRun {
  return new TextRun({ text: xmlText(text), color: GREY, size })
}

/** By the first letter that has a direction (Unicode UAX 9, P2). */
function directionOf(text: string): { bidirectional?: true } {
  return /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text) ? { bidirectional: true } : {}
}

function xmlText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
