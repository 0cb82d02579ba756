/** Bringing articles in: from files, pasted text, the sample, Counterpoint's own files. */
import { createHash } from 'node:crypto'
import { canonicalText } from '../../shared/anchor/canonical-text.ts'
import { IMPORT_LIMIT, type ImportSource } from '../../shared/article.ts'
import { toLexical, type Block } from '../../shared/body.ts'
import { countWords } from '../../shared/clean-text.ts'
import type { CounterpointEvent, Input, Output } from '../../shared/contract.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { Write } from '../database/write-queue.ts'
import { openLibraryFile, type LibraryReading } from '../formats/read-library-file.ts'
import type { Pieces } from '../formats/utf8-pieces.ts'
import type { ImportedArticle } from '../formats/read-source.ts'
import type { Source } from '../formats/source-name.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { ArticleTable, Revision } from './article-table.ts'
import type { Upload, Uploads } from './uploads.ts'

/** Text from a file's bytes or a paste, read apart from the thread that owns the database. */
export type ReadSource = (source: Source) => Promise<ImportedArticle>

/** An article as a source gives it. */
export type Imported = ImportedArticle

type KnownArticle = ReturnType<ArticleTable['fromSource']>[number]

type SourceFile = Parameters<ReadSource>[0]

export interface ImportParts {
  table: ArticleTable
  history: HistoryService
  readSource: ReadSource
  write: Write
  /** The sample article, as a file. */
  sample: () => { name: string; bytes: Uint8Array }
  addContents: (reading: LibraryReading, context: CallContext) => { id: string; title: string; articles: number; added: number; mended: string[] }
  /** A source with the address of an article that is there, and another text, waits as that article's next revision. */
  stageVersion: (articleId: string, imported: Imported, sourceSha256: string) => void
  newId: () => string
  clock: () => Date
  uploads: Uploads
  /** Told at once, also in the middle of an act. */
  tellProgress: (event: CounterpointEvent) => void
}

export function createImportService({ table, history, readSource, write, sample, addContents, stageVersion, newId, clock, uploads, tellProgress }: ImportParts) {
  async function importSource(source: ImportSource, context: CallContext): Promise<Output<'articles.import'>> {
    if (source.kind !== 'parts') return importFile(toFile(source), context)
    const upload = uploads.take(source.upload)
    try {
      const reading = openLibraryFile(toldPieces(upload, (done, total) => tellProgress({ name: 'imports.progress', upload: source.upload, done, total })))
      return await (reading ? importLibrary(reading, context) : importText(toFile(source, upload), context))
    } finally {
      upload.remove()
    }
  }

  async function importLibrary(reading: LibraryReading, context: CallContext): Promise<Output<'articles.import'>> {
    const { added, ...result } = await write(() => addContents(reading, context))
    return { ...result, existing: added === 0, fromBin: false, newVersion: false }
  }

  async function importFile(file: SourceFile, context: CallContext): Promise<Output<'articles.import'>> {
    const reading = file.kind === 'file' ? openLibraryFile(() => [file.bytes]) : undefined
    return reading ? importLibrary(reading, context) : importText(file, context)
  }

  async function importText(file: SourceFile, context: CallContext): Promise<Output<'articles.import'>> {
    const sourceSha256 = sha256Of(file.kind === 'file' ? file.bytes : file.text)
    const sameSource = (): KnownArticle | undefined => table.fromSource(sourceSha256)[0]
    const isReadAnew = 'encoding' in file && file.encoding !== undefined
    const known = !isReadAnew && sameSource() && await write(() => takeExisting(sameSource(), context))
    if (known) return known
    const imported = await readSource(file)
    const result = await write(() => {
      const again = isReadAnew ? sameSource() : undefined
      if (again) {
        takeExisting(again, context)
        guessAgain(again.id, imported, context)
      }
      return takeExisting(findSame(imported), context) ?? takeNewVersion(imported, sourceSha256, again) ?? add(imported, sourceSha256, context)
    })
    return imported.encoding?.sure === false ? { ...result, doubtful: imported.encoding.encoding } : result
  }

  /** What was guessed of letters that were read wrongly is guessed anew; what the reader set stays. */
  function guessAgain(id: string, { details }: ImportedArticle, context: CallContext): void {
    history.record({ ...context, label: 'Edit article details' }, () => {
      const guessed = Object.fromEntries(table.find(id)!.guessed.map((name) => [name, details[name]]))
      table.set(id, { ...guessed, updatedAt: clock().toISOString() })
    })
  }

  /** `upload`: the file that came in parts. */
  function toFile(source: ImportSource, upload?: Upload): SourceFile {
    switch (source.kind) {
      case 'sample': return { kind: 'file', ...sample() }
      case 'parts': return { kind: 'file', name: source.name, bytes: upload!.whole(), encoding: source.encoding }
      case 'file': return { kind: 'file', name: source.name, bytes: Buffer.from(source.base64, 'base64'), encoding: source.encoding }
      case 'text':
        if (Buffer.byteLength(source.text) > IMPORT_LIMIT) throw new AppError('too-large', 'The text is larger than 20 MB, the most that Counterpoint reads at once. Split it and add the parts.')
        return source
    }
  }

  /** `sameSource`: the article that was made of the same bytes, read in another encoding. */
  function takeNewVersion(imported: ImportedArticle, sourceSha256: string, sameSource: KnownArticle | undefined): Output<'articles.import'> | undefined {
    const { address } = imported.details
    const known = sameSource ? table.find(sameSource.id) : address ? table.findByAddress(address) : undefined
    if (!known) return undefined
    const text = canonicalText(imported.blocks)
    const same = table.text(known.id, known.revision) === text || table.sourceText(known.id) === text
    if (!same) stageVersion(known.id, imported, sourceSha256)
    return { id: known.id, title: known.title, existing: true, fromBin: false, newVersion: !same, articles: 1, mended: [] }
  }

  /** Other bytes that read the same, in every detail and every block: other ends of lines, another encoding, a page's new comment. */
  function findSame({ blocks, details }: ImportedArticle): KnownArticle | undefined {
    const body = JSON.stringify(toLexical(blocks))
    return table.withDetails(details).find(({ id }) => table.revisions(id).some((revision) => JSON.stringify(revision.body) === body))
  }

  /** The same source again is not a second article; from the bin it comes back. */
  function takeExisting(known: KnownArticle | undefined, context: CallContext): Output<'articles.import'> | undefined {
    if (known?.deletedAt) history.record({ ...context, label: 'Restore article' }, () => table.setDeleted(known.id, null))
    return known && { id: known.id, title: known.title, existing: true, fromBin: known.deletedAt !== null, newVersion: false, articles: 1, mended: [] }
  }

  /** An article comes into the world in the bin and is then taken out: so undoing an import puts it there, and nothing is lost. */
  function add(imported: Imported, sourceSha256: string, context: CallContext): Output<'articles.import'> {
    const time = clock().toISOString()
    const id = newId()
    const { sourceKind, sourceName, guessed } = imported
    return history.inTransaction(() => {
      // Another window or program may have brought it in while it was being read.
      const known = takeExisting(table.fromSource(sourceSha256)[0], context)
      if (known) return known
      table.add(
        { id, ...imported.details, guessed, sourceKind, sourceName, sourceSha256, revision: 1, archived: false, addedAt: time, updatedAt: time, deletedAt: time },
        [{ ...contentOf(imported.blocks), number: 1, createdAt: time, origin: 'first', sourceName }],
      )
      history.record({ ...context, label: 'Add article' }, () => table.setDeleted(id, null))
      return { id, title: imported.details.title, existing: false, fromBin: false, newVersion: false, articles: 1, mended: [] }
    })
  }

  return {
    importSource,
    importPart({ upload, base64 }: Input<'articles.importPart'>): Record<string, never> {
      uploads.add(upload, base64)
      return {}
    },
    add,
    /** A newer version of an article's source, read but not kept yet. */
    async readVersion(source: ImportSource): Promise<{ imported: Imported; sourceSha256: string }> {
      const upload = source.kind === 'parts' ? uploads.take(source.upload) : undefined
      const file = toFile(source, upload)
      upload?.remove()
      if (file.kind === 'file' && openLibraryFile(() => [file.bytes])) throw new AppError('bad-input', 'This is a Counterpoint library, not a version of one article. Add it with “Add article”.')
      return { imported: await readSource(file), sourceSha256: sha256Of(file.kind === 'file' ? file.bytes : file.text) }
    },
  }
}

/** How often a library's file is read: for its outline, its articles, its highlights, its statements. */
const READINGS = 4

/** Tells how many bytes are done, of all that are to be read. */
function toldPieces({ bytes, pieces }: Upload, tell: (done: number, total: number) => void): Pieces {
  let done = 0
  return function* told() {
    for (const piece of pieces()) {
      yield piece
      done += piece.length
      tell(Math.min(done, bytes * READINGS), bytes * READINGS)
    }
  }
}

function sha256Of(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** What a revision holds of its blocks. */
export function contentOf(blocks: Block[]): Pick<Revision, 'body' | 'text' | 'sha256' | 'words'> {
  const text = canonicalText(blocks)
  return { body: toLexical(blocks), text, sha256: sha256Of(text), words: countWords(text) }
}
