/** Articles: bringing them in, their details, the bin. */
import { createHash } from 'node:crypto'
import { canonicalText } from '../../shared/anchor/canonical-text.ts'
import { detailNames, IMPORT_LIMIT, type Article, type ImportSource } from '../../shared/article.ts'
import { fromLexical, toLexical, type Block } from '../../shared/body.ts'
import { countWords } from '../../shared/clean-text.ts'
import type { LibraryContents, LibraryFile } from '../../shared/export.ts'
import type { Input, Output } from '../../shared/contract.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import { readLibraryFile } from '../formats/read-library-file.ts'
import type { ImportedArticle } from '../formats/read-source.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { ArticleTable, Revision } from './article-table.ts'

const BIN_DAYS = 30

/** Text from a file's bytes or a paste, read apart from the thread that owns the database. */
export type ReadSource = (source: { kind: 'file'; name: string; bytes: Uint8Array } | { kind: 'text'; text: string }) => Promise<ImportedArticle>

/** An article as a source gives it. */
export type Imported = ImportedArticle

export interface ArticleServiceParts {
  table: ArticleTable
  history: HistoryService
  readSource: ReadSource
  /** The sample article, as a file. */
  sample: () => { name: string; bytes: Uint8Array }
  addContents: (contents: LibraryFile, context: CallContext) => { id: string; title: string; articles: number; added: number }
  /** A source with the address of an article that is there, and another text, waits as that article's next revision. */
  stageVersion: (articleId: string, imported: Imported, sourceSha256: string) => void
  newId: () => string
  clock: () => Date
}
export type ArticleService = ReturnType<typeof createArticleService>

export function createArticleService({ table, history, readSource, sample, addContents, stageVersion, newId, clock }: ArticleServiceParts) {
  const now = (): string => clock().toISOString()

  function get(id: string) {
    const article = table.find(id)
    if (!article) throw new AppError('not-found', 'That article is not in the library any more.')
    return article
  }

  async function importSource(source: ImportSource, context: CallContext): Promise<Output<'articles.import'>> {
    const file = toFile(source, sample)
    const contents = file.kind === 'file' ? readLibraryFile(file.bytes) : undefined
    if (contents) {
      const { added, ...result } = addContents(contents, context)
      return { ...result, existing: added === 0, newVersion: false }
    }
    const sourceSha256 = sha256Of(file.kind === 'file' ? file.bytes : file.text)
    const known = takeExisting(sourceSha256, context)
    if (known) return known
    const imported = await readSource(file)
    return takeNewVersion(imported, sourceSha256) ?? add(imported, sourceSha256, context)
  }

  function takeNewVersion(imported: ImportedArticle, sourceSha256: string): Output<'articles.import'> | undefined {
    const { address } = imported.details
    const known = address ? table.findByAddress(address) : undefined
    if (!known) return undefined
    const same = table.text(known.id, known.revision) === canonicalText(imported.blocks)
    if (!same) stageVersion(known.id, imported, sourceSha256)
    return { id: known.id, title: known.title, existing: true, newVersion: !same, articles: 1 }
  }

  /** The same source again is not a second article; from the bin it comes back. */
  function takeExisting(sourceSha256: string, context: CallContext): Output<'articles.import'> | undefined {
    const known = table.findBySource(sourceSha256)
    if (known?.deletedAt) history.record({ ...context, label: 'Restore article' }, () => table.setDeleted(known.id, null))
    return known && { id: known.id, title: known.title, existing: true, newVersion: false, articles: 1 }
  }

  /** An article comes into the world in the bin and is then taken out: so undoing an import puts it there, and nothing is lost. */
  function add(imported: Imported, sourceSha256: string, context: CallContext): Output<'articles.import'> {
    const time = now()
    const id = newId()
    const { sourceKind, sourceName, guessed } = imported
    return history.inTransaction(() => {
      // Another window or program may have brought it in while it was being read.
      const known = takeExisting(sourceSha256, context)
      if (known) return known
      table.add(
        { id, ...imported.details, guessed, sourceKind, sourceName, sourceSha256, revision: 1, archived: false, addedAt: time, updatedAt: time, deletedAt: time },
        [{ ...contentOf(imported.blocks), number: 1, createdAt: time, origin: 'first', sourceName }],
      )
      history.record({ ...context, label: 'Add article' }, () => table.setDeleted(id, null))
      return { id, title: imported.details.title, existing: false, newVersion: false, articles: 1 }
    })
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
    revisions(id: string): Revision[] {
      get(id)
      return table.revisions(id)
    },
    add,
    /** A newer version of an article's source, read but not kept yet. */
    async readVersion(source: ImportSource): Promise<{ imported: Imported; sourceSha256: string }> {
      const file = toFile(source, sample)
      if (file.kind === 'file' && readLibraryFile(file.bytes)) throw new AppError('bad-input', 'This is a Counterpoint library, not a version of one article. Add it with “Add article”.')
      return { imported: await readSource(file), sourceSha256: sha256Of(file.kind === 'file' ? file.bytes : file.text) }
    },
    /** Its number; the present one if the blocks are the same. Call it within a Change. */
    addRevision(id: string, blocks: Block[], origin: 'edit' | 'import', sourceName: string): number {
      const { revision: current } = get(id)
      if (JSON.stringify(blocks) === JSON.stringify(fromLexical(table.revision(id, current)!.body))) return current
      const number = current + 1
      table.addRevision(id, { ...contentOf(blocks), number, createdAt: now(), origin, sourceName })
      return number
    },
    text: (id: string, number: number): string => table.text(id, number) ?? '',
    read(id: string): Article {
      const { sourceSha256: _sha, ...article } = get(id)
      const { body, text, sha256 } = table.revision(id, article.revision)!
      return { ...article, body, text, sha256, readingPlace: table.readingPlace(id) }
    },
    importSource,
    allWithRevisions: (): LibraryContents['articles'] => table.allIds().map((id) => {
      const { words: _words, highlights: _highlights, statements: _statements, marks: _marks, waiting: _waiting, draft: _draft, ...article } = get(id)
      return { ...article, revisions: table.revisions(id).map(({ words: _count, ...revision }) => revision) }
    }),
    /** Those not there yet, as they are, but in the bin: outside any Change, so that undo leaves them there. Gives the added ones. */
    addInBin(articles: LibraryContents['articles']): LibraryContents['articles'] {
      const missing = articles.filter((article) => !table.find(article.id))
      for (const { revisions, readTo, ...article } of missing) {
        table.add({ ...article, deletedAt: article.deletedAt ?? now() }, revisions.map((revision) => ({ ...revision, words: countWords(revision.text) })))
        if (readTo > 0) table.setReadingPlace(article.id, 0, readTo)
      }
      return missing
    },
    /** Those that were not in the bin where they come from. */
    takeOutOfBin: (articles: LibraryContents['articles']): void => articles.filter((article) => !article.deletedAt).forEach((article) => table.setDeleted(article.id, null)),
    update({ id, ...changes }: Input<'articles.update'>, context: CallContext): Record<string, never> {
      const article = get(id)
      const given = detailNames.filter((name) => changes[name] !== undefined)
      const label = given.length > 0 ? 'Edit article details' : changes.archived ? 'Archive article' : 'Unarchive article'
      const guessed = article.guessed.filter((name) => !given.includes(name))
      const edited = Object.fromEntries(given.map((name) => [name, changes[name]!]))
      history.record({ ...context, label }, () => table.update({ ...article, ...edited, archived: changes.archived ?? article.archived, guessed, updatedAt: now() }))
      return {}
    },
    delete(ids: string[], context: CallContext): Record<string, never> {
      ids.forEach(get)
      history.record({ ...context, label: ids.length > 1 ? `Delete ${ids.length} articles` : 'Delete article' }, () => ids.forEach((id) => table.setDeleted(id, now())))
      return {}
    },
    restore(ids: string[], context: CallContext): Record<string, never> {
      ids.forEach(get)
      history.record({ ...context, label: ids.length > 1 ? `Restore ${ids.length} articles` : 'Restore article' }, () => ids.forEach((id) => table.setDeleted(id, null)))
      return {}
    },
    emptyBin: (): { removed: number } => ({ removed: purge(table.inBin(now())) }),
    /** What has been in the bin for more than 30 days goes for good. */
    emptyOldBin: (): void => { purge(table.inBin(new Date(clock().getTime() - BIN_DAYS * 24 * 60 * 60 * 1000).toISOString())) },
    setReadingPlace({ id, readingPlace, readTo }: Input<'articles.setReadingPlace'>): Record<string, never> {
      const furthest = Math.max(get(id).readTo, readTo)
      history.inTransaction(() => table.setReadingPlace(id, readingPlace, furthest))
      return {}
    },
  }
}

function sha256Of(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

function contentOf(blocks: Block[]): Pick<Revision, 'body' | 'text' | 'sha256' | 'words'> {
  const text = canonicalText(blocks)
  return { body: toLexical(blocks), text, sha256: sha256Of(text), words: countWords(text) }
}

function toFile(source: ImportSource, sample: ArticleServiceParts['sample']): Parameters<ReadSource>[0] {
  if (source.kind === 'sample') return { kind: 'file', ...sample() }
  if (source.kind === 'text') {
    if (Buffer.byteLength(source.text) > IMPORT_LIMIT) throw new AppError('too-large', 'The text is larger than 20 MB, the most that Counterpoint reads at once. Split it and add the parts.')
    return source
  }
  const bytes = Buffer.from(source.base64, 'base64')
  return { kind: 'file', name: source.name, bytes }
}
