/** SQL of notes. */
import type { Database } from 'better-sqlite3'
import type { LexicalDocument } from '../../shared/body.ts'
import type { Note, NoteSubject } from '../../shared/note.ts'

interface Row { id: string; subjectType: NoteSubject['type']; subjectId: string; document: string; text: string; updatedAt: string }
export type NoteTable = ReturnType<typeof createNoteTable>

const select = 'SELECT id, subject_type AS subjectType, subject_id AS subjectId, document, text, updated_at AS updatedAt FROM note'

export function createNoteTable(db: Database) {
  const get = db.prepare<[string, string], Row>(`${select} WHERE subject_type = ? AND subject_id = ?`)
  const all = db.prepare<[], Row>(`${select} ORDER BY seq`)
  const linking = db.prepare<[string, string], Row>(`${select} WHERE seq IN (SELECT note FROM note_link WHERE subject_type = ? AND subject_id = ?) ORDER BY seq`)
  const put = db.prepare(`INSERT INTO note (id, subject_type, subject_id, document, text, updated_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (subject_type, subject_id) DO UPDATE SET document = excluded.document, text = excluded.text, updated_at = excluded.updated_at`)
  const remove = db.prepare('DELETE FROM note WHERE subject_type = ? AND subject_id = ?')

  return {
    find(subject: NoteSubject): Note | undefined {
      const row = get.get(subject.type, subject.id)
      return row && toNote(row)
    },
    linkingTo: (subject: NoteSubject): Note[] => linking.all(subject.type, subject.id).map(toNote),
    all: (): Note[] => all.all().map(toNote),
    put: (note: Note): void => { put.run(note.id, note.subject.type, note.subject.id, JSON.stringify(note.document), note.text, note.updatedAt) },
    remove: (subject: NoteSubject): void => { remove.run(subject.type, subject.id) },
  }
}

function toNote(row: Row): Note {
  return { id: row.id, subject: { type: row.subjectType, id: row.subjectId }, document: JSON.parse(row.document) as LexicalDocument, text: row.text, updatedAt: row.updatedAt }
}
