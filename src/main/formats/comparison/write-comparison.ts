/** A comparison, written as one file in the format asked for. */
import { comparisonEndings, type ComparisonFile, type ComparisonFormat } from '../../../shared/export.ts'
import { safeFileName } from '../safe-file-name.ts'
import type { ArrangedComparison } from './arrange-comparison.ts'
import { comparisonMatrixCsv, comparisonStatementsCsv } from './comparison-csv.ts'
import { comparisonMarkdown } from './comparison-markdown.ts'
import { comparisonOdt } from './comparison-odt.ts'
import { evidencePage } from './evidence-page.ts'
import { lossesOf } from './export-losses.ts'

const mediaTypes: Record<ComparisonFormat, string> = {
  evidence: 'text/html;charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  'markdown-table': 'text/markdown;charset=utf-8',
  'csv-statements': 'text/csv;charset=utf-8',
  'csv-matrix': 'text/csv;charset=utf-8',
}

/** `onProgress` is told how much of the work is done, where that takes long. */
export async function writeComparison(comparison: ArrangedComparison, format: ComparisonFormat, onProgress: (done: number, total: number) => void): Promise<ComparisonFile> {
  const content = await contentOf(comparison, format, onProgress)
  return {
    fileName: `${safeFileName(comparison.title)}${comparisonEndings[format]}`, mediaType: mediaTypes[format],
    losses: lossesOf(comparison),
    ...(typeof content === 'string' ? { encoding: 'utf8', content } : { encoding: 'base64', content: Buffer.from(content).toString('base64') }),
  }
}

async function contentOf(comparison: ArrangedComparison, format: ComparisonFormat, onProgress: (done: number, total: number) => void): Promise<string | Uint8Array> {
  switch (format) {
    case 'evidence': return evidencePage(comparison, onProgress)
    // Word's writer is large, and most starts write no Word file.
    case 'docx': return (await import('./comparison-docx.ts')).comparisonDocx(comparison)
    case 'odt': return comparisonOdt(comparison)
    case 'markdown-table': return comparisonMarkdown(comparison)
    case 'csv-statements': return comparisonStatementsCsv(comparison)
    case 'csv-matrix': return comparisonMatrixCsv(comparison)
  }
}
