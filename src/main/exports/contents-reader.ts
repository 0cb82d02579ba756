/** All that the library holds, as plain values. */
import type { LibraryContents } from '../../shared/export.ts'
import type { ArticleService } from '../articles/article-service.ts'
import type { ComparisonService } from '../comparisons/comparison-service.ts'
import type { EventService } from '../events/event-service.ts'
import type { HighlightService } from '../highlights/highlight-service.ts'
import type { IssueService } from '../issues/issue-service.ts'
import type { LabelService } from '../labels/label-service.ts'
import type { LookService } from '../looks/look-service.ts'
import type { NoteService } from '../notes/note-service.ts'
import type { RevisionService } from '../revisions/revision-service.ts'
import type { SpeakerService } from '../speakers/speaker-service.ts'
import type { StatementService } from '../statements/statement-service.ts'

export interface Nouns {
  articles: ArticleService
  highlights: HighlightService
  statements: StatementService
  speakers: SpeakerService
  issues: IssueService
  notes: NoteService
  tags: LabelService
  collections: LabelService
  comparisons: ComparisonService
  looks: LookService
  events: EventService
  drafts: Pick<RevisionService, 'allDrafts' | 'addDrafts'>
}
export type ContentsReader = ReturnType<typeof createContentsReader>

export function createContentsReader(nouns: Nouns) {
  return {
    read: (): LibraryContents => ({
      articles: nouns.articles.allWithRevisions(),
      highlights: nouns.highlights.all().map(({ note: _note, ...highlight }) => highlight),
      statements: nouns.statements.all(),
      speakers: nouns.speakers.list().map(({ statements: _count, ...speaker }) => speaker),
      issues: nouns.issues.list().map(({ statements: _count, ...issue }) => issue),
      notes: nouns.notes.all(),
      tags: nouns.tags.list().map(({ id, name }) => ({ id, name })),
      collections: nouns.collections.list().map(({ id, name }) => ({ id, name })),
      comparisons: nouns.comparisons.list(),
      looks: nouns.looks.list(),
      events: nouns.events.list(),
      drafts: nouns.drafts.allDrafts(),
    }),
  }
}
