/** Articles: bringing them in, their details, the bin. */
import { detailNames, type Article } from '../../shared/article.ts'
import { fromLexical, type Block } from '../../shared/body.ts'
import { countWords } from '../../shared/clean-text.ts'
import type { LibraryContents } from '../../shared/export.ts'
import type { Input } from '../../shared/contract.ts'
import type { Recorded } from '../../shared/history.ts'
import type { RevisionSummary } from '../../shared/revision.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { Revision } from './article-table.ts'
import type { BinTable } from './bin-table.ts'
import { contentOf, createImportService, type ImportParts } from './import-service.ts'

/** Days on which the library was used. */
const BIN_DAYS = 30

/** What tells whether an article is one that is there. */
interface Texts { id: string; sourceSha256: string; revisions: { number: number; text: string }[] }
export type ArticleService = ReturnType<typeof createArticleService>

export function createArticleService(parts: ImportParts & { bin: BinTable }) {
  const { table, bin, history, clock } = parts
  const now = (): string => clock().toISOString()

  function get(id: string) {
    const article = table.find(id)
    if (!article) throw new AppError('not-found', 'That article is not in the library any more.')
    return article
  }

  function purge(bin: string[]): number {
    if (bin.length === 0) return 0
    history.purge(['articles'], () => bin.forEach((id) => table.purge(id)))
    return bin.length
  }

  return {
    get,
    has: (id: string): boolean => table.find(id) !== undefined,
    list: (filter: { view: string; tagId?: string | undefined; collectionId?: string | undefined }) => table.list(filter),
    counts: () => table.counts(),
    revision: (id: string, number: number) => table.revision(id, number),
    getRevision(id: string, number: number): Revision {
      get(id)
      const revision = table.revision(id, number)
      if (!revision) throw new AppError('not-found', `The article has no revision ${number}.`)
      return revision
    },
    revisionSummaries(id: string): RevisionSummary[] {
      get(id)
      return table.revisionSummaries(id)
    },
    ...createImportService(parts),
    /** Its number; the present one if the blocks are the same. Call it within a Change. */
    addRevision(id: string, blocks: Block[], origin: 'edit' | 'import', sourceName: string): number {
      const { revision: current } = get(id)
      if (JSON.stringify(blocks) === JSON.stringify(fromLexical(table.revision(id, current)!.body))) return current
      const number = current + 1
      table.addRevision(id, { ...contentOf(blocks), number, createdAt: now(), origin, sourceName })
      return number
    },
    text: (id: string, number: number): string => table.text(id, number) ?? '',
    hasRevision: (id: string, number: number): boolean => table.hasRevision(id, number),
    read(id: string): Article {
      const { sourceSha256: _sha, ...article } = get(id)
      const { body, text, sha256 } = table.revision(id, article.revision)!
      return { ...article, body, text, sha256, readingPlace: table.readingPlace(id) }
    },
    allWithRevisions: (): LibraryContents['articles'] => table.allIds().map((id) => {
      const { words: _words, highlights: _highlights, statements: _statements, marks: _marks, waiting: _waiting, draft: _draft, ...article } = get(id)
      return { ...article, readingPlace: table.readingPlace(id), revisions: table.revisions(id).map(({ words: _count, ...revision }) => revision) }
    }),
    /** Those with the same source and, of every revision, the same text; those in the bin last. */
    fromSameSource: ({ sourceSha256, revisions }: Texts): string[] =>
      table.fromSource(sourceSha256).map(({ id }) => id).filter((id) => revisions.every(({ number, text }) => table.text(id, number) === text)),
    /** Whether every revision that both have says the same. */
    agreesWith: ({ id, revisions }: Texts): boolean => revisions.every(({ number, text }) => (table.text(id, number) ?? text) === text),
    /**
     * Those not there yet, as they are, but in the bin: outside any Change, so that undo leaves them there. Gives those that are there
     * and have later revisions in the file.
     */
    addInBin(articles: Iterable<LibraryContents['articles'][number]>): LibraryContents['articles'] {
      const later: LibraryContents['articles'] = []
      for (const one of articles) {
        const { revisions, readTo, readingPlace, ...article } = one
        const known = table.find(one.id)
        if (known && one.revision > known.revision) later.push(one)
        if (known) continue
        table.add({ ...article, deletedAt: article.deletedAt ?? now() }, revisions.map((revision) => ({ ...revision, words: countWords(revision.text) })))
        if (readTo > 0 || readingPlace > 0) table.setReadingPlace(article.id, readingPlace, readTo)
      }
      return later
    },
    /** Inside a Change: what the file has of an article beyond its revisions here, where the two agree so far. Gives those articles, and which revision was the present one. */
    addLaterRevisions(articles: LibraryContents['articles']): { id: string; before: number }[] {
      return articles.flatMap(({ id, revisions }) => {
        const { revision: before } = get(id)
        const later = revisions.filter(({ number }) => number > before).toSorted((a, b) => a.number - b.number)
        const agree = later.length > 0 && table.revisions(id).every((here) => revisions.some(({ number, text }) => number === here.number && text === here.text))
        if (!agree) return []
        for (const revision of later) table.addRevision(id, { ...revision, words: countWords(revision.text) })
        return [{ id, before }]
      })
    },
    /** Those that were not in the bin where they come from, and are here. Gives them. */
    takeOutOfBin<T extends { id: string; deletedAt: string | null }>(articles: T[]): T[] {
      const back = articles.filter(({ id, deletedAt }) => !deletedAt && table.find(id)?.deletedAt)
      for (const { id } of back) table.setDeleted(id, null)
      return back
    },
    update({ id, ...changes }: Input<'articles.update'>, context: CallContext): Record<string, never> {
      const article = get(id)
      const given = detailNames.filter((name) => changes[name] !== undefined)
      const label = given.length > 0 ? 'Edit article details' : changes.archived ? 'Archive article' : 'Unarchive article'
      const guessed = given.length > 0 ? article.guessed.filter((name) => !given.includes(name)) : undefined
      history.record({ ...context, label }, () => table.set(id, { ...changes, guessed, updatedAt: now() }))
      return {}
    },
    delete(ids: string[], context: CallContext): Recorded {
      ids.forEach(get)
      return history.act({ ...context, label: ids.length > 1 ? `Delete ${ids.length} articles` : 'Delete article' }, () => ids.forEach((id) => table.setDeleted(id, now())))
    },
    restore(ids: string[], context: CallContext): Record<string, never> {
      ids.forEach(get)
      history.record({ ...context, label: ids.length > 1 ? `Restore ${ids.length} articles` : 'Restore article' }, () => ids.forEach((id) => table.setDeleted(id, null)))
      return {}
    },
    emptyBin: (): { removed: number } => ({ removed: purge(table.inBin()) }),
    /** What has been in the bin for more than 30 days on which the library was used goes for good. */
    emptyOldBin(): void {
      bin.countDay(now().slice(0, 10))
      purge(bin.longerThan(BIN_DAYS))
    },
    setReadingPlace({ id, readingPlace, readTo }: Input<'articles.setReadingPlace'>): Record<string, never> {
      const furthest = Math.max(get(id).readTo, readTo)
      history.inTransaction(() => table.setReadingPlace(id, readingPlace, furthest))
      return {}
    },
  }
}
