import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { emptyDocument } from '../../shared/body.ts'
import type { Note, NoteSubject } from '../../shared/note.ts'
import { noteVersion } from '../../shared/text-version.ts'
import { client, queries, useOperation } from '../api.ts'
import { refresh } from '../refresh.ts'
import { ConflictBar } from './conflict-bar.tsx'
import { useFlushOnLeave } from './flush-on-leave.ts'
import { toNoteDocument } from './note-document.ts'
import { NoteEditor } from './note-editor.tsx'
import { TextSaver, type StoredText } from './text-saver.ts'
import { unsavedTexts } from './unsaved-texts.ts'
import type { Saving } from './use-saving.ts'

export interface NoteFieldProps {
  subject: NoteSubject
  /** The textbox's name. */
  label?: string
  autoFocus?: boolean
  onAutoFocus?: () => void
  run: Saving['run']
}

/**
 * The note on anything, which stores itself: at most 300 ms after a keystroke, when it is left, and when the page goes.
 * For another subject it must be mounted anew (`key`).
 */
export function NoteField({ subject, label = 'Note', autoFocus = false, onAutoFocus, run }: NoteFieldProps): ReactNode {
  const note = useOperation('notes.get', subject)
  useEffect(() => { if (autoFocus && note.isSuccess) onAutoFocus?.() }, [autoFocus, note.isSuccess, onAutoFocus])
  const [focusAtFirst] = useState(autoFocus)

  if (note.error) return <p className="err" role="alert">{note.error.message}</p>
  if (!note.isSuccess) return <div className="editor note-waiting" />
  return <ReadNote subject={subject} note={note.data} label={label} autoFocus={focusAtFirst} run={run} />
}

function ReadNote({ subject, note, label, autoFocus, run }: { subject: NoteSubject; note: Note | null; label: string; autoFocus: boolean; run: Saving['run'] }): ReactNode {
  const stored = useMemo(() => storedText(note), [note])
  const [{ saver, startRun }] = useState(() => createNoteSaver(subject, stored, run))
  const [typed] = useState(() => saver.typed())
  const { unsaved, conflict } = useSyncExternalStore(saver.subscribe, saver.state)
  useFlushOnLeave(saver)
  useEffect(() => saver.sees(stored), [saver, stored])
  const handleShown = useCallback(() => saver.shown(stored), [saver, stored])
  return (
    <NoteEditor
      label={label}
      document={(unsaved ? typed : null) ?? stored.document ?? emptyDocument}
      autoFocus={autoFocus}
      unsaved={unsaved}
      onShown={handleShown}
      onChange={saver.change}
      onFocus={startRun}
      onBlur={() => { saver.flush().catch(() => undefined) }}
    >
      {conflict && <ConflictBar conflict={conflict} saver={saver} words={`This note was ${conflict.other.document ? 'changed' : 'emptied'} in another window.`} toShown={toNoteDocument} />}
    </NoteEditor>
  )
}

function createNoteSaver({ type, id }: NoteSubject, begin: StoredText, report: Saving['run']): { saver: TextSaver; startRun: () => void } {
  // All that is typed from one focus to the next blur is one Change.
  let run = crypto.randomUUID()
  const key = `note ${type} ${id}`
  const kept = unsavedTexts.find(key) as TextSaver | undefined
  const saver = kept ?? new TextSaver({
    begin, key, unsaved: unsavedTexts,
    save: async (document, { version }) => {
      await client.call('notes.save', { subject: { type, id }, document, run, after: version })
      // What comes back from outside counts again once it holds what was typed.
      await refresh(queries, 'notes')
    },
    read: async () => storedText(await client.call('notes.get', { type, id })),
    versionOf: noteVersion,
    report: (stored) => { void report(stored) },
  })
  kept?.goOn((stored) => { void report(stored) })
  return { saver, startRun: () => { run = crypto.randomUUID() } }
}

function storedText(note: Note | null): StoredText {
  return { document: note?.document ?? null, version: noteVersion(note?.document) }
}
