import { useEffect } from 'react'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { CLEAR_HISTORY_COMMAND } from 'lexical'
import type { LexicalDocument } from '../../shared/body.ts'
import { sameDocument } from './note-document.ts'

/** The tag of an update that shows a document from outside: it is not the person's. */
export const FROM_OUTSIDE = 'from-outside'

export interface OutsideChangesProps {
  document: LexicalDocument
  /** The person is typing, or what they typed is not stored yet: their words stay. */
  busy: boolean
  /** The editor shows the document. Must keep its identity as long as what it tells of is the same. */
  onShown: () => void
}

/** Shows a document that was changed elsewhere: by undo, another window or the command line. */
export function OutsideChanges({ document, busy, onShown }: OutsideChangesProps): null {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    if (busy) return
    onShown()
    if (sameDocument(document, editor.getEditorState().toJSON())) return
    editor.setEditorState(editor.parseEditorState(JSON.stringify(document)), { tag: FROM_OUTSIDE })
    editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
  }, [document, editor, busy, onShown])
  return null
}
