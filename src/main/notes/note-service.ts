/** Notes: rich text about a highlight, an article, a speaker, an issue or a comparison. */
import { plainText, type LexicalDocument, type LexicalNode } from '../../shared/body.ts'
import type { Input } from '../../shared/contract.ts'
import type { Note, NoteSubject } from '../../shared/note.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import { noteVersion } from '../../shared/text-version.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { NoteTable } from './note-table.ts'

export interface NoteServiceParts {
  table: NoteTable
  history: HistoryService
  subjects: Partial<Record<NoteSubject['type'], { has: (id: string) => boolean }>>
  newId: () => string
  clock: () => Date
}
export type NoteService = ReturnType<typeof createNoteService>

export function createNoteService({ table, history, subjects, newId, clock }: NoteServiceParts) {
  return {
    all: () => table.all(),
    /**
     * Those whose subject is there and has no note yet. On a subject that is known under another identifier (`recognised`),
     * below the note that is there, unless that has its words already.
     */
    addAll(notes: Note[], recognised: ReadonlySet<string>): number {
      let added = 0
      for (const note of notes) {
        const known = table.find(note.subject)
        const isOther = recognised.has(note.subject.id)
        if (!subjects[note.subject.type]?.has(note.subject.id) || (known && !(isOther && !known.text.includes(note.text)))) continue
        table.put(known ? below(known, note) : isOther ? { ...note, id: newId() } : note)
        added += 1
      }
      return added
    },
    /** Newest first. */
    linkingTo: (subject: NoteSubject): Note[] => table.linkingTo(subject).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
    find: (subject: NoteSubject): Note | null => table.find(subject) ?? null,
    /** Inside a Change: the note on `from` goes below that on `into`, and links to `from` lead to `into`. */
    merge(from: NoteSubject, into: NoteSubject): void {
      const [moved, kept] = [table.find(from), table.find(into)]
      const updatedAt = clock().toISOString()
      if (moved) {
        table.remove(from)
        table.put({ ...kept ? below(kept, moved) : moved, subject: into, updatedAt })
      }
      for (const note of table.linkingTo(from)) table.put({ ...note, document: relinked(note.document, from, into) })
    },
    /** Inside a Change: `to`, which has none, gets what `from` has. */
    copy(from: NoteSubject, to: NoteSubject): void {
      const note = table.find(from)
      if (note) table.put({ ...note, id: newId(), subject: to })
    },
    save({ subject, document, run, after }: Input<'notes.save'>, context: CallContext): Record<string, never> {
      history.record({ ...context, label: 'Edit note', run: `note ${subject.id} ${run}` }, () => {
        if (!subjects[subject.type]?.has(subject.id)) throw new AppError('not-found', `The ${subject.type} of that note is not in the library any more.`)
        const known = table.find(subject)
        const [there, version] = [noteVersion(known?.document), noteVersion(document)]
        if (there === version) return
        if (after !== undefined && after !== there) throw new AppError('conflict', 'This note was changed in another window since it was read here. Choose which of the two texts stays, or keep both.')
        if (version === null) table.remove(subject)
        else table.put({ id: known?.id ?? newId(), subject, document, text: plainText(document), updatedAt: clock().toISOString() })
      })
      return {}
    },
  }
}

function below(note: Note, added: Note): Note {
  const document = { root: { ...note.document.root, children: [...note.document.root.children ?? [], ...added.document.root.children ?? []] } }
  return { ...note, document, text: plainText(document) }
}

function relinked({ root }: LexicalDocument, from: NoteSubject, into: NoteSubject): LexicalDocument {
  const relink = (node: LexicalNode): LexicalNode => ({
    ...node,
    ...(node.subjectType === from.type && node.subjectId === from.id ? { subjectId: into.id } : {}),
    ...(node.children ? { children: node.children.map(relink) } : {}),
  })
  return { root: relink(root) }
}
