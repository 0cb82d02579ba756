/** What the user made, written as one file in the format asked for. */
import type { ExportFormat, LibraryContents, WrittenFile } from '../../shared/export.ts'
import { arrangeContents } from './arrange-export.ts'
import { exportCsv } from './export-csv.ts'
import { exportHtml } from './export-html.ts'
import { exportJson } from './export-json.ts'
import { exportMarkdown } from './export-markdown.ts'
import { exportWebAnnotation } from './export-web-annotation.ts'
import { lossesOf } from './losses.ts'
import { safeFileName } from './safe-file-name.ts'
import { createWritten, type Written } from './written.ts'

export interface ExportMeta {
  title: string
  /** Whose title it is, where one article is exported. */
  articleId?: string | undefined
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

/** JSON leaves nothing out; that of a library is what people keep of it, so it says what even that doesn't hold. */
const besideContents = 'the steps that can be undone, and this device’s settings'

export function writeExport(contents: LibraryContents, format: ExportFormat, meta: ExportMeta): Omit<WrittenFile, 'damaged'> {
  const written = createWritten()
  // The file is named after it.
  if (meta.articleId) written.add('title', meta.articleId)
  const content = contentOf(contents, format, meta, written)
  const { ending, mediaType } = endings[format]
  return { fileName: `${safeFileName(meta.title)}.${ending}`, mediaType, encoding: 'utf8', content, losses: format === 'json' ? (meta.articleId ? [] : [besideContents]) : lossesOf(contents, written) }
}

function contentOf(contents: LibraryContents, format: ExportFormat, meta: ExportMeta, written: Written): string {
  switch (format) {
    case 'markdown': return exportMarkdown(arrangeContents(contents), meta, written)
    case 'html': return exportHtml(arrangeContents(contents), meta, written)
    case 'csv': return exportCsv(arrangeContents(contents), written)
    case 'web-annotation': return exportWebAnnotation(arrangeContents(contents), meta, written)
    case 'json': return exportJson(contents)
  }
}
