/** A note: rich text about a highlight, an article, a speaker, an issue or a comparison. */
import * as v from 'valibot'
import { LexicalDocumentSchema, linkedTypes } from './document.ts'
import { Count, Id, Time } from './values.ts'

export const noteSubjects = ['highlight', 'article', 'speaker', 'issue', 'comparison'] as const
export const NoteSubject = v.object({ type: v.picklist(noteSubjects), id: Id })
export type NoteSubject = v.InferOutput<typeof NoteSubject>
export const Note = v.object({ id: Id, subject: NoteSubject, document: LexicalDocumentSchema, text: v.string(), updatedAt: Time })
export type Note = v.InferOutput<typeof Note>

/** Something that a note can link to. `name` is its present name: a title, a quote, a speaker's name, a proposition. */
export const LinkSubject = v.object({ type: v.picklist(linkedTypes), id: Id })
export type LinkSubject = v.InferOutput<typeof LinkSubject>
export const LinkTarget = v.object({ ...LinkSubject.entries, name: v.string(), /** Where it stands, if it stands in an article: a citation's facts. */ article: v.nullable(v.object({ id: Id, title: v.string(), publisher: v.string(), published: v.string(), paragraph: Count })) })
export type LinkTarget = v.InferOutput<typeof LinkTarget>

/** A note that links to a thing: where it is written and the words around the link. */
export const Backlink = v.object({ subject: NoteSubject, title: v.string(), articleId: v.nullable(Id), text: v.string() })
export type Backlink = v.InferOutput<typeof Backlink>
