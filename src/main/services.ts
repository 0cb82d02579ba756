/** Builds the services of one open library and gives each what it needs. */
import { readFileSync } from 'node:fs'
import type { Database } from './database/open-database.ts'
import { openPackedTexts } from './database/packed-text.ts'
import type { Write } from './database/write-queue.ts'
import { v7 } from 'uuid'
import type { CounterpointEvent } from '../shared/contract.ts'
import { createArticleService } from './articles/article-service.ts'
import type { ReadSource } from './articles/import-service.ts'
import { createUploads } from './articles/uploads.ts'
import { createArticleTable } from './articles/article-table.ts'
import { createBinTable } from './articles/bin-table.ts'
import { checkedDatabase } from './database/checksums/checked-database.ts'
import { keepChecksums } from './database/checksums/keep-checksums.ts'
import { createComparisonService } from './comparisons/comparison-service.ts'
import { createComparisonTable } from './comparisons/comparison-table.ts'
import { createDamageService } from './damage/damage-service.ts'
import { createDamageTable } from './damage/damage-table.ts'
import { createEventService } from './events/event-service.ts'
import { createEventTable } from './events/event-table.ts'
import { createContentsReader, type Nouns } from './exports/contents-reader.ts'
import { createContentsWriter } from './exports/contents-writer.ts'
import { createExportService } from './exports/export-service.ts'
import { createHighlightService } from './highlights/highlight-service.ts'
import { createHighlightTable } from './highlights/highlight-table.ts'
import { createChangeTable } from './history/change-table.ts'
import { createHistoryService } from './history/history-service.ts'
import { openJournal } from './history/journal.ts'
import { createShortening } from './history/keep-differences.ts'
import { createRowTable } from './history/row-table.ts'
import { createTrimTable } from './history/trim-table.ts'
import { createTrimming } from './history/trimming.ts'
import { createIssueService } from './issues/issue-service.ts'
import { createIssueTable } from './issues/issue-table.ts'
import { createLabelService } from './labels/label-service.ts'
import { createLabelTable } from './labels/label-table.ts'
import { createLookService } from './looks/look-service.ts'
import { createLookTable } from './looks/look-table.ts'
import { createNameMerging } from './names/name-merging.ts'
import { createLinkTargetTable } from './notes/link-target-table.ts'
import { createNoteLinks } from './notes/note-links.ts'
import { createNoteService } from './notes/note-service.ts'
import { createNoteTable } from './notes/note-table.ts'
import { createDraftTable } from './revisions/draft-table.ts'
import { createPackingTable } from './revisions/packing-table.ts'
import { resource } from './resources.ts'
import { createRevisionService } from './revisions/revision-service.ts'
import { createSearchService } from './search/search-service.ts'
import { createSearchTable } from './search/search-table.ts'
import { createSpeakerService } from './speakers/speaker-service.ts'
import { createSpeakerTable } from './speakers/speaker-table.ts'
import { createStatementService } from './statements/statement-service.ts'
import { createStatementTable } from './statements/statement-table.ts'
import { createWordingGuess } from './statements/wording-guess.ts'
import { createVerifyService } from './verify/verify-service.ts'
import { createVerifyTable } from './verify/verify-table.ts'

export type Services = ReturnType<typeof createServices>

export interface ServiceParts {
  db: Database
  /** The library's folder. */
  folder: string
  clock: () => Date
  readSource: ReadSource
  /** Events of an act are told once it is committed. */
  emit: (event: CounterpointEvent) => void
  write: Write
  /** The folder where files that come in parts wait. */
  uploads: () => string
  /** Told at once, also in the middle of an act. */
  tellProgress: (event: CounterpointEvent) => void
}

export function createServices({ db: unchecked, folder, clock, readSource, emit, write, uploads, tellProgress }: ServiceParts) {
  const { checked: db, damage } = checkedDatabase(unchecked, () => emit({ name: 'damage.changed' }))
  keepChecksums(db, damage.has)
  openPackedTexts(db)
  const journal = openJournal(db)
  const [changeTable, rowTable] = [createChangeTable(db), createRowTable(db, journal)]
  const history = createHistoryService(changeTable, rowTable, journal, clock, emit)
  const damaged = createDamageService({ table: createDamageTable(unchecked), damage, history, folder, emit })
  const newId = (): string => v7({ msecs: clock().getTime() })
  const statementTable = createStatementTable(db)
  const articles = createArticleService({
    table: createArticleTable(db), bin: createBinTable(db), history, readSource, write, newId, clock, tellProgress,
    uploads: createUploads(uploads),
    sample: () => ({ name: 'sample-article.md', bytes: readFileSync(resource('sample', 'sample-article.md')) }),
    addContents: (contents, context) => exports.addContents(contents, context),
    stageVersion: (articleId, imported, sourceSha256) => revisions.stage(articleId, imported, sourceSha256),
  })
  const speakers = createSpeakerService(createSpeakerTable(db), history, newId, articles.has)
  const issues = createIssueService(createIssueTable(db), history, newId)
  const highlightTable = createHighlightTable(db)
  const wordingGuess = createWordingGuess({ table: statementTable, articles, findHighlight: highlightTable.find })
  const highlights = createHighlightService({ table: highlightTable, articles, history, statementsOf: statementTable.ofArticle, onRangesSet: wordingGuess.again, newId, clock })
  const revisions = createRevisionService({ table: createDraftTable(db), articles, highlights, history, emit, write, clock })
  const statements = createStatementService({ table: statementTable, articles, highlights, speakers, issues, wordingGuess, history, newId, clock })
  const comparisons = createComparisonService({
    table: createComparisonTable(db), history, newId, clock,
    copyNote: (fromId, toId) => notes.copy({ type: 'comparison', id: fromId }, { type: 'comparison', id: toId }),
  })
  const looks = createLookService({ table: createLookTable(db), articles, speakers, issues, history, clock })
  const events = createEventService(createEventTable(db), history, newId)
  const notes = createNoteService({ table: createNoteTable(db), history, subjects: { highlight: highlights, article: articles, speaker: speakers, issue: issues, comparison: comparisons }, newId, clock })
  const noteLinks = createNoteLinks({ notes, targets: createLinkTargetTable(db) })
  const followers = [comparisons, looks]
  const speakerMerging = createNameMerging({ noun: 'speaker', things: speakers, statements, followers, notes, history })
  const issueMerging = createNameMerging({ noun: 'issue', things: issues, statements, followers, notes, history })
  const tags = createLabelService(createLabelTable(db, 'tag'), articles, history, newId)
  const collections = createLabelService(createLabelTable(db, 'collection'), articles, history, newId, (id) => events.leaveCollection(id, articles.list({ view: 'all', collectionId: id }).map((one) => one.id)))
  const search = createSearchService(createSearchTable(db))
  const nouns: Nouns = { articles, highlights, statements, speakers, issues, notes, tags, collections, comparisons, looks, events, drafts: revisions }
  const exports = createExportService({ reader: createContentsReader(nouns), writer: createContentsWriter(nouns), damaged: damaged.sentences, history, emit, clock })
  return {
    ...nouns, noteLinks, revisions, speakerMerging, issueMerging, search, exports, history, damaged,
    trimming: createTrimming(createTrimTable(db), clock, emit), shortening: createShortening(changeTable, rowTable), packing: createPackingTable(db),
    verifying: createVerifyService(createVerifyTable(db), damaged.offers),
  }
}
