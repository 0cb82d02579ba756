/**
 * Counterpoint's own JSON, told apart from other files and read in two goes: once for all that is small and for whether the file
 * can be used, and once more for articles' bodies, highlights and statements, of which there may be more than memory holds.
 */
import { beginsLikeLibrary } from '../../shared/article.ts'
import { libraryItems, type LibraryFile } from '../../shared/export.ts'
import { AppError } from '../../shared/rpc.ts'
import { agreeingHighlight, createMended, Disagreement, type Mended } from './agreement.ts'
import { parsedItem, type Item, type Kind } from './library-item.ts'
import { createOutline, type Outline, type OutlineContents } from './library-outline.ts'
import { checkStatement, checkTags } from './library-references.ts'
import { jsonItems, NotJson } from './json-items.ts'
import { utf8Pieces, type Pieces } from './utf8-pieces.ts'

/** Its articles, highlights and statements come from the file again, each checked as it comes: they throw an AppError. To be read once. */
export interface LibraryReading {
  /** All but highlights and statements, and of articles' revisions all but their bodies. */
  contents: OutlineContents
  articles(): Iterable<Item<'articles'>>
  highlights(): Iterable<Item<'highlights'>>
  statements(): Iterable<Item<'statements'>>
  /** What was mended so far; whoever mends more adds it. */
  mended: Mended
}

/** Undefined when it is another kind of file; an AppError when it is one that can't be used. */
export function openLibraryFile(pieces: Pieces): LibraryReading | undefined {
  const { beginning, inUtf8 } = utf8Pieces(pieces)
  if (/^\s*(\[|\{\s*"[^"]*"\s*:)\s*[[{\s]*"format"\s*:\s*"counterpoint"/.test(beginning)) {
    throw new AppError('bad-input', 'This is a Counterpoint library inside something else: take away what is around its { and }, or export it again.')
  }
  if (!/^\s*\{/.test(beginning)) return undefined
  const outline = readOutline(inUtf8, beginsLikeLibrary(beginning))
  return outline && readingOf(inUtf8, outline)
}

/** The whole library at once, for files that are known to be small. */
export function readLibraryFile(bytes: Uint8Array): { file: LibraryFile; mended: string[] } | undefined {
  const reading = openLibraryFile(() => [bytes])
  if (!reading) return undefined
  const file: LibraryFile = { format: 'counterpoint', version: 1, ...reading.contents, articles: [...reading.articles()], highlights: [...reading.highlights()], statements: [...reading.statements()] }
  return { file, mended: reading.mended.sentences() }
}

function readOutline(pieces: Pieces, isLibrary: boolean): Outline | undefined {
  const outline = createOutline(createMended())
  let [format, version]: unknown[] = []
  let failure: unknown
  try {
    for (const { key, index, value } of jsonItems(pieces())) {
      if (key === 'format') format = value
      else if (key === 'version') version = value
      if (failure !== undefined || !isKind(key)) continue
      failure = failureOf(() => (index === null ? outline.begin(key, value) : outline.take(key, index, value)))
    }
  } catch (error) {
    if (!(error instanceof NotJson)) throw error
    if (isLibrary || format === 'counterpoint') throw damaged('it is cut off or was changed by hand')
    return undefined
  }
  if (format !== 'counterpoint') return undefined
  if (typeof version === 'number' && version > 1) {
    throw new AppError('bad-input', `This file was made by a newer Counterpoint (its format is version ${version}, this Counterpoint reads version 1): update Counterpoint and import it again.`)
  }
  if (version !== 1) throw damaged('its version is not 1')
  if (failure !== undefined) throw failure
  told(() => outline.end())
  return outline
}

function readingOf(pieces: Pieces, { contents, known, texts, mended }: Outline): LibraryReading {
  function* items<K extends Kind>(kind: K): Generator<Item<K>> {
    for (const { index, value } of jsonItems(pieces(), (key) => key === kind)) if (index !== null) yield told(() => parsedItem(kind, index, value))
  }
  function* checked<K extends Kind>(kind: K, check: (item: Item<K>) => Item<K>): Generator<Item<K>> {
    for (const item of items(kind)) yield told(() => check(item))
  }
  return {
    contents,
    articles: () => items('articles'),
    highlights: () => checked('highlights', (highlight) => {
      const article = texts(highlight.articleId)
      if (!article) throw new Disagreement(`highlight ${highlight.id} belongs to an article that is not there`)
      checkTags(highlight.tagIds, `highlight ${highlight.id}`, known)
      return agreeingHighlight(highlight, article, mended)
    }),
    statements: () => checked('statements', (statement) => {
      checkStatement(statement, known)
      return statement
    }),
    mended,
  }
}

const isKind = (key: string): key is Kind => Object.hasOwn(libraryItems, key)

function told<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Disagreement ? damaged(error.message) : error
  }
}

function failureOf(work: () => void): unknown {
  try {
    told(work)
    return undefined
  } catch (error) {
    return error
  }
}

function damaged(why: string): AppError {
  return new AppError('bad-input', `This Counterpoint file is damaged (${why}), so nothing was imported: export it again or use a backup.`)
}
