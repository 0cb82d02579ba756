/** A note: rich text about a highlight, an article, a speaker, an issue or a comparison. */
import * as v from 'valibot'
import { LexicalDocumentSchema } from './body.ts'
import { Id, Time } from './values.ts'

export const noteSubjects = ['highlight', 'article', 'speaker', 'issue', 'comparison'] as const
export const NoteSubject = v.object({ type: v.picklist(noteSubjects), id: Id })
export type NoteSubject = v.InferOutput<typeof NoteSubject>
export const Note = v.object({ id: Id, subject: NoteSubject, document: LexicalDocumentSchema, text: v.string(), updatedAt: Time })
export type Note = v.InferOutput<typeof Note>

/** A note that links to a thing: where it is written and the words around the link. */
export const Backlink = v.object({ subject: NoteSubject, title: v.string(), articleId: v.nullable(Id), text: v.string() })
export type Backlink = v.InferOutput<typeof Backlink>
