import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { emptyDocument, type LexicalDocument } from '../../shared/body.ts'
import type { NoteSubject } from '../../shared/note.ts'
import { client, queries, useOperation } from '../api.ts'
import { refresh } from '../refresh.ts'
import { TYPING_WAIT, useFlushOnLeave } from './flush-on-leave.ts'
import { NoteEditor } from './note-editor.tsx'
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
  const { unsaved, change, flush, startRun } = useAutosave(subject, run)
  useEffect(() => { if (autoFocus && note.isSuccess) onAutoFocus?.() }, [autoFocus, note.isSuccess, onAutoFocus])
  const [focusAtFirst] = useState(autoFocus)

  if (note.error) return <p className="err" role="alert">{note.error.message}</p>
  if (!note.isSuccess) return <div className="editor note-waiting" />
  return (
    <NoteEditor
      label={label}
      document={note.data?.document ?? emptyDocument}
      autoFocus={focusAtFirst}
      unsaved={unsaved}
      onChange={change}
      onFocus={startRun}
      onBlur={flush}
    />
  )
}

interface Autosave { unsaved: boolean; change: (document: LexicalDocument) => void; flush: () => void; startRun: () => void }

function useAutosave({ type, id }: NoteSubject, report: Saving['run']): Autosave {
  const waiting = useRef<LexicalDocument | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [saves, setSaves] = useState(0)
  // All that is typed from one focus to the next blur is one Change.
  const typingRun = useRef(crypto.randomUUID())

  // From the first keystroke on it is being saved, and the reader is told so.
  const told = useRef<PromiseWithResolvers<unknown> | null>(null)
  const tell = useCallback(() => {
    if (!told.current) {
      told.current = Promise.withResolvers()
      void report(told.current.promise)
    }
    return told.current
  }, [report])

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    const document = waiting.current
    if (!document) return
    waiting.current = null
    const save = client.call('notes.save', { subject: { type, id }, document, run: typingRun.current })
    tell().resolve(save)
    told.current = null
    save.then(
      // What comes back from outside counts again once it holds what was typed.
      () => refresh(queries, 'notes').then(() => setSaves((count) => count - 1)),
      // What could not be stored stays unsaved: the next keystroke, or leaving the field, tries again.
      () => {
        if (waiting.current) setSaves((count) => count - 1)
        else waiting.current = document
      },
    )
  }, [type, id, tell])

  const change = useCallback((document: LexicalDocument) => {
    if (!waiting.current) setSaves((count) => count + 1)
    waiting.current = document
    tell()
    timer.current ??= setTimeout(flush, TYPING_WAIT)
  }, [flush, tell])

  useFlushOnLeave(flush)

  const startRun = useCallback(() => { typingRun.current = crypto.randomUUID() }, [])
  return { unsaved: saves > 0, change, flush, startRun }
}
