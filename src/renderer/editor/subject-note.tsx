import type { ReactNode } from 'react'
import type { LinkSubject } from '../../shared/note.ts'
import { Backlinks } from './backlinks.tsx'
import { NoteField } from './note-field.tsx'
import { useSaving } from './use-saving.ts'

/** The note on an article, a speaker or an issue, whether it is saved, and what links there. For another subject it must be mounted anew (`key`). */
export function SubjectNote({ subject, label, title = 'Note' }: { subject: LinkSubject; label?: string; title?: string }): ReactNode {
  const { status, run } = useSaving()
  return (
    <div className="subject-note">
      <div className="subject-note-head lab"><span aria-hidden>{title}</span><span className="subject-note-status">{status}</span></div>
      <NoteField subject={subject} label={label ?? title} run={run} />
      <Backlinks subject={subject} />
    </div>
  )
}
