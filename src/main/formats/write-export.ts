/** What the user made, written as one file in the format asked for. */
import type { ExportFile, ExportFormat, LibraryContents } from '../../shared/export.ts'
import { arrangeContents } from './arrange-export.ts'
import { exportCsv } from './export-csv.ts'
import { exportHtml } from './export-html.ts'
import { exportJson } from './export-json.ts'
import { exportMarkdown } from './export-markdown.ts'
import { exportWebAnnotation } from './export-web-annotation.ts'
import { safeFileName } from './safe-file-name.ts'

export interface ExportMeta {
  title: string
  /** UTC, ISO 8601. */
  exportedAt: string
}

const endings: Record<ExportFormat, { ending: string; mediaType: string }> = {
  markdown: { ending: 'md', mediaType: 'text/markdown;charset=utf-8' },
  html: { ending: 'html', mediaType: 'text/html;charset=utf-8' },
  csv: { ending: 'csv', mediaType: 'text/csv;charset=utf-8' },
  'web-annotation': { ending: 'jsonld', mediaType: 'application/ld+json' },
  json: { ending: 'json', mediaType: 'application/json' },
}

export function writeExport(contents: LibraryContents, format: ExportFormat, meta: ExportMeta): ExportFile {
  const { ending, mediaType } = endings[format]
  return { fileName: `${safeFileName(meta.title)}.${ending}`, mediaType, encoding: 'utf8', content: contentOf(contents, format, meta) }
}

function contentOf(contents: LibraryContents, format: ExportFormat, meta: ExportMeta): string {
  switch (format) {
    case 'markdown': return exportMarkdown(arrangeContents(contents), meta)
    case 'html': return exportHtml(arrangeContents(contents), meta)
    case 'csv': return exportCsv(arrangeContents(contents))
    case 'web-annotation': return exportWebAnnotation(arrangeContents(contents), meta)
    case 'json': return exportJson(contents)
  }
}
