/** Exports, and bringing Counterpoint's own JSON back in. */
import type { CounterpointEvent, Input } from '../../shared/contract.ts'
import type { ComparisonFile, ExportFile, ExportFormat, LibraryContents, LibraryFile } from '../../shared/export.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import { arrangeComparison } from '../formats/comparison/arrange-comparison.ts'
import { writeComparison } from '../formats/comparison/write-comparison.ts'
import { writeExport } from '../formats/write-export.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { ContentsReader } from './contents-reader.ts'
import type { ContentsWriter } from './contents-writer.ts'

/** Of how many articles progress is told. */
const PROGRESS_STEP = 25

export interface ExportServiceParts {
  reader: ContentsReader
  writer: ContentsWriter
  history: HistoryService
  emit: (event: CounterpointEvent) => void
  clock: () => Date
}

export function createExportService({ reader, writer, history, emit, clock }: ExportServiceParts) {
  return {
    render({ format, articleId }: { format: ExportFormat; articleId?: string | undefined }): ExportFile {
      const contents = articleId ? onlyArticle(reader.read(), articleId) : reader.read()
      const title = articleId ? contents.articles[0]!.title : 'Counterpoint library'
      return writeExport(contents, format, { title, exportedAt: clock().toISOString() })
    },
    async renderComparison({ format, comparisonId, job }: Input<'exports.renderComparison'>): Promise<ComparisonFile> {
      const contents = reader.read()
      const comparison = contents.comparisons.find(({ id, title }) => (comparisonId ? id === comparisonId : title === ''))
      if (comparisonId && !comparison) throw new AppError('not-found', 'That comparison is not in the library any more.')
      const arranged = arrangeComparison(contents, comparison, clock().toISOString())
      if (arranged.statements.length === 0) throw new AppError('bad-input', 'There is no statement in this comparison: mark some, or choose other filters.')
      return writeComparison(arranged, format, (done, total) => {
        if (job !== undefined && done % PROGRESS_STEP === 0) emit({ name: 'exports.progress', job, done, total })
      })
    },
    /** Adds what is not there yet, with its identifiers; what is there stays as it is. */
    addContents(contents: LibraryFile, context: CallContext): { id: string; title: string; articles: number; added: number } {
      const first = contents.articles[0]
      if (!first) throw new AppError('bad-input', 'This Counterpoint file holds no articles.')
      const { id, added } = history.inTransaction(() => {
        const known = writer.recognise(contents)
        writer.addArticlesInBin(known)
        return { id: known.contents.articles[0]!.id, added: history.record({ ...context, label: 'Import library' }, () => writer.add(known)) }
      })
      return { id, title: first.title, articles: contents.articles.length, added }
    },
  }
}

function onlyArticle(contents: LibraryContents, articleId: string): LibraryContents {
  const articles = contents.articles.filter((article) => article.id === articleId)
  if (articles.length === 0) throw new AppError('not-found', `There is no article ${articleId} in the library.`)
  const highlights = contents.highlights.filter((highlight) => highlight.articleId === articleId)
  const highlightIds = new Set(highlights.map((highlight) => highlight.id))
  const statements = contents.statements.filter((statement) => highlightIds.has(statement.highlightId))
  const speakerIds = withThoseSpokenFor(contents, statements.flatMap((statement) => [statement.speakerId, statement.reportedById]))
  const issueIds = new Set(statements.map((statement) => statement.issueId))
  const kept = new Set([articleId, ...highlightIds, ...speakerIds, ...issueIds])
  const tagIds = new Set([...articles, ...highlights].flatMap((one) => one.tagIds))
  return {
    articles,
    highlights,
    statements,
    speakers: contents.speakers.filter((speaker) => speakerIds.has(speaker.id))
      .map((speaker) => ({ ...speaker, aliases: speaker.aliases.filter((alias) => !alias.articleId || alias.articleId === articleId) })),
    issues: contents.issues.filter((issue) => issueIds.has(issue.id)),
    notes: contents.notes.filter((note) => kept.has(note.subject.id)),
    tags: contents.tags.filter((tag) => tagIds.has(tag.id)),
    collections: contents.collections.filter((collection) => articles[0]!.collectionIds.includes(collection.id)),
    comparisons: [],
    events: [],
    drafts: contents.drafts.filter((draft) => draft.articleId === articleId),
    looks: contents.looks.filter((look) => speakerIds.has(look.speakerId) && issueIds.has(look.issueId) && look.articleIds.includes(articleId)).map((look) => ({ ...look, articleIds: [articleId] })),
  }
}

function withThoseSpokenFor({ speakers }: LibraryContents, ids: (string | null)[]): Set<string> {
  const kept = new Set<string>()
  for (let next of ids) {
    while (next && !kept.has(next)) {
      kept.add(next)
      next = speakers.find((speaker) => speaker.id === next)?.speaksForId ?? null
    }
  }
  return kept
}
