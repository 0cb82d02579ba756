/** What a format can't hold of a comparison, as sentences to be read before saving. */
import type { Block } from '../../../shared/body.ts'
import { comparisonFormats, type ComparisonFormat } from '../../../shared/export.ts'
import type { ArrangedComparison } from './arrange-comparison.ts'
import { countOf } from './comparison-words.ts'

/** As many columns as one table of a document page holds; more become several tables. */
export const PAGE_COLUMNS = 8

interface Facts {
  notes: number
  /** Notes with more than plain paragraphs. */
  formatted: number
  images: number
  /** Statements that are not shown in the matrix itself. */
  hidden: number
  several: number
  columns: number
  statements: number
}

export function lossesOf(comparison: ArrangedComparison): Record<ComparisonFormat, string[]> {
  const facts = factsOf(comparison)
  const losses = (format: ComparisonFormat): string[] => [articleLoss(format), ...noteLosses(format, facts), ...matrixLosses(format, facts)].filter((loss) => loss !== '')
  return Object.fromEntries(comparisonFormats.map((format) => [format, losses(format)])) as Record<ComparisonFormat, string[]>
}

function articleLoss(format: ComparisonFormat): string {
  return format === 'evidence' ? '' : 'The articles’ texts are not in it, only their names and addresses.'
}

function noteLosses(format: ComparisonFormat, { notes, formatted, images }: Facts): string[] {
  switch (format) {
    case 'csv-matrix': return [notes > 0 ? `${countOf(notes, 'note')} left out: a matrix has no room for ${notes === 1 ? 'it' : 'them'}.` : '']
    case 'csv-statements': return [formatted > 0 ? `${countOf(formatted, 'note')} ${formatted === 1 ? 'loses its' : 'lose their'} formatting: cells hold plain text.` : '']
    case 'docx': case 'odt': return [images > 0 ? 'Images are their descriptions and addresses.' : '']
    default: return []
  }
}

function matrixLosses(format: ComparisonFormat, { hidden, several, columns, statements }: Facts): string[] {
  switch (format) {
    case 'csv-matrix': return [hidden > 0 ? `${hidden} of ${countOf(statements, 'statement')} left out: each cell has its shown quote only.` : '', 'Colours and marks of stance become words.']
    case 'csv-statements': return ['The order of the matrix, its empty cells and what was looked for and not found are left out.', several > 0 ? `${countOf(several, 'quote')} of several parts ${several === 1 ? 'is' : 'are'} one text with […].` : '']
    case 'markdown-table': return ['Colours of speakers and marks of stance become words.']
    case 'docx': case 'odt': return [columns > PAGE_COLUMNS ? `${columns} columns don’t fit a page: they become ${Math.ceil(columns / PAGE_COLUMNS)} tables.` : '']
    default: return []
  }
}

function factsOf({ statements, issues, speakers, turned, note, cell }: ArrangedComparison): Facts {
  const highlights = [...new Set(statements.map(({ arranged }) => arranged.highlight))]
  const notes = [note, ...highlights.map((one) => one.note)].filter((blocks) => blocks.length > 0)
  const shown = issues.flatMap(({ issue }) => speakers.map(({ speaker }) => cell(issue.id, speaker.id).position?.shown.length ?? 0)).reduce((a, b) => a + b, 0)
  return {
    notes: notes.length, formatted: notes.filter(isFormatted).length, images: notes.flat().filter(({ type }) => type === 'image').length,
    hidden: statements.length - shown, several: highlights.filter(({ ranges }) => ranges.length > 1).length,
    columns: (turned ? issues : speakers).length, statements: statements.length,
  }
}

function isFormatted(blocks: Block[]): boolean {
  return blocks.some((block) => block.type !== 'paragraph' || block.inlines.some(({ bold, italic, code, link }) => bold ?? italic ?? code ?? link))
}
