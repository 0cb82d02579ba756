/** A comparison, written as one file in the format asked for. */
import { comparisonEndings, type ComparisonFormat, type LibraryContents, type WrittenFile } from '../../../shared/export.ts'
import { lossesOf } from '../losses.ts'
import { safeFileName } from '../safe-file-name.ts'
import { createWritten, type Written } from '../written.ts'
import type { ArrangedComparison } from './arrange-comparison.ts'
import { comparisonMatrixCsv, comparisonStatementsCsv } from './comparison-csv.ts'
import { comparisonMarkdown } from './comparison-markdown.ts'
import { odtContent, packOdt } from './comparison-odt.ts'
import { evidencePage } from './evidence-page.ts'

const mediaTypes: Record<ComparisonFormat, string> = {
  evidence: 'text/html;charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  'markdown-table': 'text/markdown;charset=utf-8',
  'csv-statements': 'text/csv;charset=utf-8',
  'csv-matrix': 'text/csv;charset=utf-8',
}

export interface ComparisonWriting {
  /** What of the library the comparison is about: what the file lacks of it is told. */
  chosen: LibraryContents
  /** Of a format that is bytes, Markdown instead: its words. */
  preview?: boolean | undefined
  /** Told how much of the work is done, where that takes long. */
  onProgress: (done: number, total: number) => void
}

export async function writeComparison(comparison: ArrangedComparison, format: ComparisonFormat, { chosen, preview = false, onProgress }: ComparisonWriting): Promise<Omit<WrittenFile, 'damaged'>> {
  const written = createWritten()
  // The file is named after it.
  if (comparison.id !== null) written.add('comparison', comparison.id)
  const pack = await contentOf(comparison, format, written, onProgress)
  const losses = lossesOf(chosen, written)
  const fileName = `${safeFileName(comparison.title)}${comparisonEndings[format]}`
  if (typeof pack === 'string') return { fileName, mediaType: mediaTypes[format], encoding: 'utf8', content: pack, losses }
  if (preview) return { fileName, mediaType: mediaTypes['markdown-table'], encoding: 'utf8', content: comparisonMarkdown(comparison, createWritten()), losses }
  return { fileName, mediaType: mediaTypes[format], encoding: 'base64', content: Buffer.from(await pack()).toString('base64'), losses }
}

/** Text; or what makes bytes of what was written, which takes longest. */
async function contentOf(comparison: ArrangedComparison, format: ComparisonFormat, written: Written, onProgress: (done: number, total: number) => void): Promise<string | (() => Uint8Array | Promise<Uint8Array>)> {
  switch (format) {
    case 'evidence': return evidencePage(comparison, written, onProgress)
    case 'docx': {
      // Word's writer is large, and most starts write no Word file.
      const { comparisonDocx, packDocx } = await import('./comparison-docx.ts')
      const document = comparisonDocx(comparison, written)
      return () => packDocx(document)
    }
    case 'odt': {
      const content = odtContent(comparison, written)
      return () => packOdt(comparison, content)
    }
    case 'markdown-table': return comparisonMarkdown(comparison, written)
    case 'csv-statements': return comparisonStatementsCsv(comparison, written)
    case 'csv-matrix': return comparisonMatrixCsv(comparison, written)
  }
}
