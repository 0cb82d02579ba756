/** Exports, and bringing Counterpoint's own JSON back in. */
import type { CounterpointEvent, Input } from '../../shared/contract.ts'
import type { ExportFormat, WrittenFile } from '../../shared/export.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import { arrangeComparison } from '../formats/comparison/arrange-comparison.ts'
import { writeComparison } from '../formats/comparison/write-comparison.ts'
import type { LibraryReading } from '../formats/read-library-file.ts'
import { writeExport } from '../formats/write-export.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { ContentsReader } from './contents-reader.ts'
import type { ContentsWriter } from './contents-writer.ts'
import { onlyArticle, onlyCompared } from './part-of-library.ts'

/** Of how many articles progress is told. */
const PROGRESS_STEP = 25

export interface ExportServiceParts {
  reader: ContentsReader
  writer: ContentsWriter
  /** What of all that was read is damaged, by name. */
  damaged: () => string[]
  history: HistoryService
  emit: (event: CounterpointEvent) => void
  clock: () => Date
}

export function createExportService({ reader, writer, damaged, history, emit, clock }: ExportServiceParts) {
  return {
    render({ format, articleId }: { format: ExportFormat; articleId?: string | undefined }): WrittenFile {
      const contents = articleId ? onlyArticle(reader.read(), articleId) : reader.read()
      const title = articleId ? contents.articles[0]!.title : 'Counterpoint library'
      return { ...writeExport(contents, format, { title, articleId, exportedAt: clock().toISOString() }), damaged: damaged() }
    },
    async renderComparison({ format, comparisonId, job, preview }: Input<'exports.renderComparison'>): Promise<WrittenFile> {
      const contents = reader.read()
      const comparison = contents.comparisons.find(({ id, title }) => (comparisonId ? id === comparisonId : title === ''))
      if (comparisonId && !comparison) throw new AppError('not-found', 'That comparison is not in the library any more.')
      const arranged = arrangeComparison(contents, comparison, clock().toISOString())
      if (arranged.statements.length === 0) throw new AppError('bad-input', 'There is no statement in this comparison: mark some, or choose other filters.')
      const written = await writeComparison(arranged, format, {
        chosen: onlyCompared(contents, arranged), preview,
        onProgress: (done, total) => { if (job !== undefined && done % PROGRESS_STEP === 0) emit({ name: 'exports.progress', job, done, total }) },
      })
      return { ...written, damaged: damaged() }
    },
    /** Adds what is not there yet, with its identifiers; what is there stays as it is. */
    addContents(reading: LibraryReading, context: CallContext): { id: string; title: string; articles: number; added: number; mended: string[] } {
      const { articles } = reading.contents
      const first = articles[0]
      if (!first) throw new AppError('bad-input', 'This Counterpoint file holds no articles.')
      const { id, added } = history.inTransaction(() => {
        const known = writer.recognise(reading)
        const later = writer.addArticlesInBin(reading, known)
        return { id: known.contents.articles[0]!.id, added: history.record({ ...context, label: 'Import library' }, () => writer.add(reading, known, later)) }
      })
      return { id, title: first.title, articles: articles.length, added, mended: reading.mended.sentences() }
    },
  }
}
