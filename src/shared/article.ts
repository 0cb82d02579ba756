/** An article: a source to read. */
import * as v from 'valibot'
import { LexicalDocumentSchema } from './document.ts'
import { encodings } from './encodings.ts'
import { Count, Fraction, Handle, Id, Language, Offset, PartialDate, RevisionNumber, Sha256, ShortText, SpeakerColour, Time } from './values.ts'

export const sourceKinds = ['text', 'markdown', 'html', 'clipboard'] as const

/** What is guessed at import and can be edited. '' means unknown. */
export const ArticleDetails = v.object({
  title: v.pipe(ShortText, v.minLength(1, 'write a title')),
  byline: ShortText,
  publisher: ShortText,
  published: v.union([v.literal(''), PartialDate]),
  address: v.pipe(ShortText, v.regex(/^(https?:\/\/\S+)?$/i, 'write an address that starts with http:// or https://, or leave it empty')),
  language: Language,
})
export type ArticleDetails = v.InferOutput<typeof ArticleDetails>

export const detailNames = ['title', 'byline', 'publisher', 'published', 'address', 'language'] as const
export type DetailName = (typeof detailNames)[number]

/** Where in the article a mark lies and whose it is: enough for the strip in the list. Fractions of the present text, 0 to 1; what lies on an older one has no mark. */
export const StripMark = v.object({ start: Fraction, end: Fraction, colour: v.nullable(SpeakerColour) })

export const ArticleSummary = v.object({
  id: Id,
  ...ArticleDetails.entries,
  sourceKind: v.picklist(sourceKinds),
  sourceName: ShortText,
  addedAt: Time,
  updatedAt: Time,
  deletedAt: v.nullable(Time),
  archived: v.boolean(),
  /** How far read: a fraction of the canonical text, 0 to 1. */
  readTo: Fraction,
  /** Which details are still guesses. */
  guessed: v.array(v.picklist(detailNames)),
  words: Count,
  tagIds: v.array(Id),
  collectionIds: v.array(Id),
  highlights: Count,
  statements: Count,
  marks: v.array(StripMark),
  /** How many highlights wait in the queue: said by another, reworded or lost. */
  waiting: Count,
  /** What is being made of the article's next revision: an edit, or a newer version that was imported. */
  draft: v.nullable(v.picklist(['edit', 'import'])),
})
export type ArticleSummary = v.InferOutput<typeof ArticleSummary>

export const Article = v.object({
  ...ArticleSummary.entries,
  revision: RevisionNumber,
  body: LexicalDocumentSchema,
  /** Canonical text of the revision, and its SHA-256 in hex. */
  text: v.string(),
  sha256: Sha256,
  /** Offset of the first line in view when it was last left, in UTF-16 code units. */
  readingPlace: Offset,
})
export type Article = v.InferOutput<typeof Article>

/** The largest file that can be imported, in bytes. A library as Counterpoint's own JSON may be larger: it is read item by item. */
export const IMPORT_LIMIT = 20 * 1024 * 1024
/** What is larger comes in parts of this size at most. In bytes. */
export const PART_SIZE = 2 * 1024 * 1024

/** By the first characters of a file. */
export function beginsLikeLibrary(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"counterpoint"/.test(text)
}

/** What is in view: all that is neither in the bin nor archived, the inbox, the archive, or the bin. */
export const ArticleFilter = v.object({
  view: v.optional(v.picklist(['all', 'inbox', 'archive', 'bin']), 'all'),
  collectionId: v.optional(Id),
  tagId: v.optional(Id),
})

/** Its name as it was called, but for what can't be seen. */
const File = { name: v.pipe(ShortText, v.maxLength(1000, 'at most 1,000 characters')), encoding: v.optional(v.picklist(encodings)) }

/** `encoding`: what the reader says a file is in; without it, it is told from the file. */
export const ImportSource = v.variant('kind', [
  /** A file's name and its bytes in base64. The kind of text is told from both. */
  v.object({ kind: v.literal('file'), ...File, base64: v.string() }),
  /** A file that came before, part by part, under the name `upload`. */
  v.object({ kind: v.literal('parts'), ...File, upload: Handle }),
  v.object({ kind: v.literal('text'), text: v.string() }),
  v.object({ kind: v.literal('sample') }),
])
export type ImportSource = v.InferOutput<typeof ImportSource>

/**
 * `existing`: the same source was in the library already (the same SHA-256).
 * `fromBin`: it lay in the bin, and is back.
 * `newVersion`: an article with the same address is there, with another text; the source waits as its draft. So does one that is read
 * again in another encoding.
 * `doubtful`: the encoding that the file was read in, where neither the file nor its bytes tell it surely.
 * `mended`: what of a library's file did not agree with itself and was put right, as sentences without a full stop.
 */
export const ImportResult = v.object({
  id: Id, title: v.string(), existing: v.boolean(), fromBin: v.boolean(), newVersion: v.boolean(), articles: Count, doubtful: v.optional(v.string()), mended: v.array(v.string()),
})
