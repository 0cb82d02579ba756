/** Notes: rich text about a highlight, an article, a speaker or an issue. */
import { plainText } from '../../shared/body.ts'
import type { Input } from '../../shared/contract.ts'
import type { Note, NoteSubject } from '../../shared/note.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
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
    /** Those whose subject is there and has no note yet. */
    addAll(notes: Note[]): number {
      const missing = notes.filter((note) => !table.find(note.subject) && subjects[note.subject.type]?.has(note.subject.id))
      missing.forEach(table.put)
      return missing.length
    },
    find: (subject: NoteSubject): Note | null => table.find(subject) ?? null,
    save({ subject, document, run }: Input<'notes.save'>, context: CallContext): Record<string, never> {
      if (!subjects[subject.type]?.has(subject.id)) throw new AppError('not-found', `The ${subject.type} of that note is not in the library any more.`)
      const text = plainText(document)
      const known = table.find(subject)
      if (known && JSON.stringify(known.document) === JSON.stringify(document)) return {}
      history.record({ ...context, label: 'Edit note', run: `note ${subject.id} ${run}` }, () => {
        if (text.trim() === '') table.remove(subject)
        else table.put({ id: known?.id ?? newId(), subject, document, text, updatedAt: clock().toISOString() })
      })
      return {}
    },
  }
}
