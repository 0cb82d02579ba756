/** What can be exported of which subject, and what each format is for. */
import type { ComparisonFormat, ExportFormat } from '../../shared/export.ts'
import type { ExportSubject } from '../commands.ts'

export type Format = ExportFormat | ComparisonFormat
export interface FormatChoice { format: Format; name: string; extension: string; about: string }
export interface FormatGroup { title: string; formats: FormatChoice[] }

const ofLibrary: FormatGroup[] = [
  { title: 'To read and edit', formats: [
    { format: 'markdown', name: 'Markdown', extension: '.md', about: 'Statements by issue, with their quotes and notes, for any text editor.' },
    { format: 'html', name: 'HTML', extension: '.html', about: 'One page that holds everything it needs. It opens in any browser and prints well.' },
  ] },
  { title: 'To work with data', formats: [
    { format: 'csv', name: 'CSV', extension: '.csv', about: 'A table with one row for each statement, for a spreadsheet.' },
    { format: 'web-annotation', name: 'Web Annotation', extension: '.jsonld', about: 'Every highlight with its place in the text, as W3C Web Annotations.' },
    { format: 'json', name: 'JSON', extension: '.json', about: 'Everything but the history of changes, in Counterpoint’s own format. Add the file to a library to bring it back.' },
  ] },
]

const ofComparison: FormatGroup[] = [
  { title: 'To hand on', formats: [
    { format: 'evidence', name: 'Evidence page', extension: '.html', about: 'The matrix, every statement and each whole article below, linked both ways. One file, for any browser, that prints well.' },
    { format: 'docx', name: 'Word', extension: '.docx', about: 'The matrix as a table, then the statements by issue and the list of sources.' },
    { format: 'odt', name: 'OpenDocument', extension: '.odt', about: 'The same for LibreOffice and others.' },
    { format: 'markdown-table', name: 'Markdown', extension: '.md', about: 'The matrix as a table, then the statements, for any text editor.' },
  ] },
  { title: 'To work with data', formats: [
    { format: 'csv-statements', name: 'CSV, statements', extension: '.csv', about: 'One row a statement, one column a field, for a spreadsheet.' },
    { format: 'csv-matrix', name: 'CSV, matrix', extension: '.csv', about: 'The matrix itself, one row an issue, one column a speaker.' },
  ] },
]

export function formatsFor(subject: ExportSubject): FormatGroup[] {
  return subject.kind === 'comparison' ? ofComparison : ofLibrary
}
