/** Revisions of an article's body: drafts of the next one, making it, and carrying the highlights over. */
import { canonicalText } from '../../shared/anchor/canonical-text.ts'
import { fromLexical, toLexical, type Block } from '../../shared/body.ts'
import { cleanBlocks } from '../../shared/clean-blocks.ts'
import type { CounterpointEvent, Input, Output } from '../../shared/contract.ts'
import type { ImportSource } from '../../shared/article.ts'
import type { LibraryContents } from '../../shared/export.ts'
import type { CarriedCounts, Draft, Revision, RevisionSummary } from '../../shared/revision.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import { versionOf } from '../../shared/text-version.ts'
import type { ArticleService } from '../articles/article-service.ts'
import type { Imported } from '../articles/import-service.ts'
import type { Write } from '../database/write-queue.ts'
import type { HighlightService } from '../highlights/highlight-service.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { DraftTable, StoredDraft } from './draft-table.ts'

export interface RevisionServiceParts {
  table: DraftTable
  articles: ArticleService
  highlights: HighlightService
  history: HistoryService
  emit: (event: CounterpointEvent) => void
  write: Write
  clock: () => Date
}
export type RevisionService = ReturnType<typeof createRevisionService>

export function createRevisionService({ table, articles, highlights, history, emit, write, clock }: RevisionServiceParts) {
  const now = (): string => clock().toISOString()

  function getDraft(articleId: string): StoredDraft {
    const draft = table.find(articleId)
    if (!draft) throw new AppError('not-found', 'There is no draft of this article any more.')
    return draft
  }

  function put(draft: StoredDraft): Draft {
    history.inTransaction(() => table.put(draft))
    tell()
    return draftOf(draft)
  }

  function tell(): void {
    emit({ name: 'drafts.changed' })
    emit({ name: 'articles.changed' })
  }

  /** A newer version of the source waits as a draft; what the reader is editing is never overwritten. */
  function stage(articleId: string, imported: Imported, sourceSha256: string): Draft {
    const article = articles.get(articleId)
    const waiting = table.find(articleId)
    if (waiting?.origin === 'edit') {
      throw new AppError('conflict', `You are editing “${article.title}”. Finish or discard that edit, then add the newer version again.`)
    }
    if (waiting && isEdited(waiting)) {
      throw new AppError('conflict', `You have edited the newer version of “${article.title}” that waits. Use it, keep it as an article of its own or discard it, then add this one again.`)
    }
    const { blocks, ...found } = imported
    return put({
      articleId, base: article.revision, origin: 'import', document: toLexical(blocks), sourceName: imported.sourceName,
      sourceSha256, imported: JSON.stringify(found), updatedAt: now(),
    })
  }

  /** The draft's blocks, cleaned as an import cleans them. */
  function blocksOf({ articleId, base, document }: StoredDraft): Block[] {
    const before = fromLexical(articles.getRevision(articleId, base).body)
    return cleanBlocks(fromLexical(document), before)
  }

  return {
    stage,
    list: (articleId: string): RevisionSummary[] => articles.revisionSummaries(articleId),
    get: (articleId: string, number: number): Revision => ({ articleId, ...articles.getRevision(articleId, number) }),
    findDraft(articleId: string): Draft | null {
      articles.get(articleId)
      const draft = table.find(articleId)
      return draft ? draftOf(draft) : null
    },
    allDrafts: (): LibraryContents['drafts'] => table.all().map((draft) => ({ ...draft, imported: draft.imported === '' ? null : JSON.parse(draft.imported) as LibraryContents['drafts'][number]['imported'] })),
    /** Outside any Change: those of articles that lie in the bin, have none yet and have the revision that it was begun on. */
    addDrafts(drafts: LibraryContents['drafts']): void {
      const added = drafts.filter(({ articleId, base }) => articles.get(articleId).deletedAt && !table.find(articleId) && articles.revision(articleId, base))
      for (const { imported, ...draft } of added) table.put({ ...draft, imported: imported ? JSON.stringify(imported) : '' })
      if (added.length > 0) tell()
    },
    /** An imported version that is edited before it is used stays an imported one. */
    saveDraft({ articleId, base, document, after }: Input<'drafts.save'>): Output<'drafts.save'> {
      const wasThere = history.inTransaction(() => {
        articles.getRevision(articleId, base)
        const known = table.find(articleId)
        const there = known ? versionOf(known.document) : null
        if (after !== undefined && after !== there && versionOf(document) !== there) {
          throw new AppError('conflict', 'The draft of this article was changed or closed in another window. Choose which of the two texts stays, or keep both.')
        }
        const draft = known?.origin === 'import' ? { ...known, imported: JSON.stringify({ ...foundWith(known), edited: true }) }
          : known ?? { articleId, origin: 'edit' as const, sourceName: '', sourceSha256: '', imported: '' }
        table.put({ ...draft, base, document, updatedAt: now() })
        return known !== undefined
      })
      if (wasThere) emit({ name: 'drafts.changed' })
      else tell()
      return {}
    },
    discardDraft(articleId: string): Record<string, never> {
      history.inTransaction(() => table.remove(articleId))
      tell()
      return {}
    },
    async importDraft({ articleId, source }: { articleId: string; source: ImportSource }): Promise<Draft> {
      articles.get(articleId)
      const { imported, sourceSha256 } = await articles.readVersion(source)
      const text = canonicalText(imported.blocks)
      return write(() => {
        if (text === articles.read(articleId).text) throw new AppError('bad-input', `“${imported.sourceName}” says the same as the article does already.`)
        return stage(articleId, imported, sourceSha256)
      })
    },
    carryDraft(articleId: string): Output<'drafts.carry'> {
      const after = canonicalText(blocksOf(getDraft(articleId)))
      return highlights.carried(articleId, articles.get(articleId).revision, after).map(({ highlight, carried }) => ({ highlightId: highlight.id, ...carried }))
    },
    separateDraft(articleId: string, context: CallContext): { id: string; title: string } {
      const draft = getDraft(articleId)
      if (draft.origin !== 'import') throw new AppError('bad-input', 'This draft is an edit of the article. Only an imported version can become an article of its own.')
      const { edited: _edited, ...found } = foundWith(draft)
      const made = history.inTransaction(() => {
        table.remove(articleId)
        return articles.add({ ...found, blocks: fromLexical(draft.document) }, draft.sourceSha256, context)
      })
      tell()
      return { id: made.id, title: made.title }
    },
    revise(articleId: string, context: CallContext): { revision: number; carried: CarriedCounts } {
      const article = articles.get(articleId)
      const draft = getDraft(articleId)
      if (draft.base !== article.revision) {
        throw new AppError('conflict', 'The article was changed elsewhere since this draft was begun. Copy what you need from the draft, discard it, and edit again.')
      }
      const blocks = blocksOf(draft)
      if (canonicalText(blocks).trim() === '') throw new AppError('bad-input', 'The draft holds no text. Write some, or cancel the edit.')
      const label = draft.origin === 'import' ? 'Import newer version' : 'Edit article'
      const result = history.inTransaction(() => {
        table.remove(articleId)
        return history.record({ ...context, label }, () => {
          const revision = articles.addRevision(articleId, blocks, draft.origin, draft.sourceName)
          return { revision, carried: highlights.carryOver(articleId, article.revision) }
        })
      })
      tell()
      return result
    },
  }
}

/** What the import found besides the text; `edited`: its text is the reader's own by now, and no other import may replace it. */
function foundWith(draft: StoredDraft): Omit<Imported, 'blocks'> & { edited?: boolean } {
  return JSON.parse(draft.imported) as ReturnType<typeof foundWith>
}

function draftOf(draft: StoredDraft): Draft {
  const { articleId, base, origin, document, sourceName, updatedAt } = draft
  return { articleId, base, origin, document, sourceName, edited: isEdited(draft), updatedAt }
}

function isEdited(draft: StoredDraft): boolean {
  return draft.origin === 'edit' || foundWith(draft).edited === true
}
