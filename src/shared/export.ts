/** Exports: what the user made, in formats that other tools read. */
import * as v from 'valibot'
import { LexicalDocumentSchema } from './document.ts'
import { TextRange } from './anchor/selectors.ts'
import { Comparison, Look } from './comparison.ts'
import { ArticleDetails, detailNames, sourceKinds } from './article.ts'
import { Event } from './event.ts'
import { Candidate, highlightStates } from './highlight.ts'
import { NoteSubject } from './note.ts'
import { Draft, revisionOrigins } from './revision.ts'
import { Alias } from './speaker.ts'
import { StatementFields } from './statement.ts'
import { Count, Fraction, Id, KeptPosition, Name, Offset, RevisionNumber, Sha256, ShortText, SpeakerColour, Time } from './values.ts'

export const exportFormats = ['markdown', 'html', 'csv', 'web-annotation', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]
export const exportFormatNames: Record<ExportFormat, string> = {
  markdown: 'Markdown', html: 'HTML', csv: 'CSV', 'web-annotation': 'Web Annotation', json: 'JSON',
}

/** What a comparison is written as. */
export const comparisonFormats = ['evidence', 'docx', 'odt', 'markdown-table', 'csv-statements', 'csv-matrix'] as const
export type ComparisonFormat = (typeof comparisonFormats)[number]
export const comparisonFormatNames: Record<ComparisonFormat, string> = {
  evidence: 'Evidence page', docx: 'Word', odt: 'OpenDocument', 'markdown-table': 'Markdown', 'csv-statements': 'CSV, statements', 'csv-matrix': 'CSV, matrix',
}

/** `content` is the text itself, or bytes in Base64. */
export const ExportFile = v.object({ fileName: v.string(), mediaType: v.string(), encoding: v.picklist(['utf8', 'base64']), content: v.string() })
export type ExportFile = v.InferOutput<typeof ExportFile>

export const comparisonEndings: Record<ComparisonFormat, string> = {
  evidence: ' evidence.html', docx: '.docx', odt: '.odt', 'markdown-table': '.md', 'csv-statements': ' statements.csv', 'csv-matrix': ' matrix.csv',
}

/** `losses`: what of the library, or of the part of it that was asked for, is not in the file: "2 drafts". `damaged`: what of the library may stand spoiled in it. */
export const WrittenFile = v.object({ ...ExportFile.entries, losses: v.array(v.string()), damaged: v.array(v.string()) })
export type WrittenFile = v.InferOutput<typeof WrittenFile>

/** What an import found of a newer version besides its text; `edited`: the reader has edited that text since. */
const FoundWithDraft = v.object({
  details: v.object(ArticleDetails.entries), guessed: v.array(v.picklist(detailNames)), sourceKind: v.picklist(sourceKinds), sourceName: ShortText, words: Count,
  edited: v.optional(v.boolean()),
})

/** One of each kind of thing, as plain values. */
export const libraryItems = {
  articles: v.object({
    id: Id, ...ArticleDetails.entries, guessed: v.array(v.picklist(detailNames)),
    sourceKind: v.picklist(sourceKinds), sourceName: ShortText, sourceSha256: Sha256,
    addedAt: Time, updatedAt: Time, deletedAt: v.nullable(Time), archived: v.boolean(), readTo: Fraction, readingPlace: v.optional(Offset, 0),
    revision: RevisionNumber,
    revisions: v.array(v.object({
      number: RevisionNumber, body: LexicalDocumentSchema, text: v.string(), sha256: Sha256, createdAt: Time,
      origin: v.optional(v.picklist(revisionOrigins), 'first'), sourceName: v.optional(ShortText, ''),
    })),
    tagIds: v.array(Id), collectionIds: v.array(Id),
  }),
  highlights: v.object({
    id: Id, articleId: Id, revision: RevisionNumber, state: v.picklist(highlightStates), ranges: v.pipe(v.array(TextRange), v.minLength(1)),
    waiting: v.optional(v.boolean(), false), candidates: v.optional(v.array(Candidate), []),
    tagIds: v.array(Id), createdAt: Time,
  }),
  /** Of a file that doesn't say so, nobody knows whether its reader set the wording. */
  statements: v.object({ id: Id, highlightId: Id, ...StatementFields.entries, wordingGuessed: v.optional(v.boolean(), true), createdAt: Time }),
  speakers: v.object({ id: Id, name: Name, aliases: v.array(Alias), speaksForId: v.nullable(Id), colour: SpeakerColour, position: v.optional(KeptPosition, 0) }),
  issues: v.object({ id: Id, proposition: Name, position: KeptPosition }),
  notes: v.object({ id: Id, subject: NoteSubject, document: LexicalDocumentSchema, text: v.string(), updatedAt: Time }),
  tags: v.object({ id: Id, name: Name }),
  collections: v.object({ id: Id, name: Name }),
  comparisons: Comparison,
  looks: Look,
  /** Older files don't say where events belong. */
  events: v.object({ ...Event.entries, articleIds: v.optional(v.array(Id)), collectionId: v.optional(v.nullable(Id), null) }),
  /** `imported` is null where the draft is an edit. */
  drafts: v.object({ ...v.omit(Draft, ['edited']).entries, sourceSha256: v.union([v.literal(''), Sha256]), imported: v.nullable(FoundWithDraft) }),
}

/** All that the user made: what every export is written from and what the JSON format holds. */
export const LibraryContents = v.object({
  articles: v.array(libraryItems.articles),
  highlights: v.array(libraryItems.highlights),
  statements: v.array(libraryItems.statements),
  speakers: v.array(libraryItems.speakers),
  issues: v.array(libraryItems.issues),
  notes: v.array(libraryItems.notes),
  tags: v.array(libraryItems.tags),
  collections: v.array(libraryItems.collections),
  comparisons: v.optional(v.array(libraryItems.comparisons), []),
  looks: v.optional(v.array(libraryItems.looks), []),
  events: v.optional(v.array(libraryItems.events), []),
  drafts: v.optional(v.array(libraryItems.drafts), []),
})
export type LibraryContents = v.InferOutput<typeof LibraryContents>

/** Counterpoint's own JSON file. */
export const LibraryFile = v.object({ format: v.literal('counterpoint'), version: v.literal(1), ...LibraryContents.entries })
export type LibraryFile = v.InferOutput<typeof LibraryFile>
