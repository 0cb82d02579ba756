import { useMemo, useState, type ReactNode } from 'react'
import { AutoFocusPlugin } from '@lexical/react/LexicalAutoFocusPlugin'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { MarkdownShortcutPlugin } from '@lexical/react/LexicalMarkdownShortcutPlugin'
import { OnChangePlugin } from '@lexical/react/LexicalOnChangePlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import type { EditorState } from 'lexical'
import type { LexicalDocument } from '../../shared/body.ts'
import { useOperation } from '../api.ts'
import { AllowedContent } from './allowed-content.tsx'
import { CheckLists } from './check-lists.tsx'
import { noteNodes, editorTheme, markdownShortcuts } from './editor-setup.ts'
import { FormatToolbar } from './format-toolbar.tsx'
import { LinkMenu } from './link-menu.tsx'
import { isLinkAddress } from './link-address.ts'
import { toNoteDocument } from './note-document.ts'
import { FROM_OUTSIDE, OutsideChanges } from './outside-changes.tsx'
import { Quotations } from './quotations.tsx'
import './note-editor.css'

export interface NoteEditorProps {
  /** The textbox's name. */
  label: string
  document: LexicalDocument
  /** After each change by the person. Not when `document` changes. */
  onChange: (document: LexicalDocument) => void
  onFocus?: () => void
  onBlur?: () => void
  autoFocus?: boolean
  placeholder?: string
  /** What the person typed is not stored yet, so a `document` from outside must wait. */
  unsaved?: boolean
  /** The editor shows `document`. */
  onShown: () => void
  /** What stands above the text. */
  children?: ReactNode
}

/** Rich text: headings, lists, check lists, quotes, code, links, quotations; Markdown as one types; its own undo while it has the focus. */
export function NoteEditor({ label, document, onChange, onFocus, onBlur, autoFocus, placeholder = 'Write a note…', unsaved = false, onShown, children }: NoteEditorProps): ReactNode {
  const [focused, setFocused] = useState(false)
  const shown = useMemo(() => toNoteDocument(document), [document])
  const spelling = useOperation('settings.get', {}).data?.spelling ?? false

  const handleChange = (state: EditorState, _editor: unknown, tags: Set<string>): void => {
    if (tags.has(FROM_OUTSIDE)) return
    onChange(state.toJSON() as unknown as LexicalDocument)
  }

  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'note', nodes: noteNodes, theme: editorTheme,
        editorState: JSON.stringify(shown),
        onError: (error) => { throw error },
      }}
    >
      <div
        className="editor note-editor"
        onFocus={(event) => { if (!focused && !event.currentTarget.contains(event.relatedTarget)) { setFocused(true); onFocus?.() } }}
        onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) { setFocused(false); onBlur?.() } }}
      >
        {children}
        <FormatToolbar />
        <div className="note-field">
          <RichTextPlugin
            contentEditable={<ContentEditable className="rich note-text" role="textbox" ariaLabel={label} ariaMultiline spellCheck={spelling} />}
            placeholder={<div className="note-placeholder" aria-hidden>{placeholder}</div>}
            ErrorBoundary={LexicalErrorBoundary}
          />
        </div>
        <HistoryPlugin />
        <ListPlugin />
        <CheckLists />
        <LinkPlugin validateUrl={isLinkAddress} />
        <MarkdownShortcutPlugin transformers={markdownShortcuts} />
        <OnChangePlugin ignoreSelectionChange onChange={handleChange} />
        <AllowedContent />
        <Quotations />
        <LinkMenu />
        <OutsideChanges document={shown} busy={focused || unsaved} onShown={onShown} />
        {autoFocus && <AutoFocusPlugin />}
      </div>
    </LexicalComposer>
  )
}
