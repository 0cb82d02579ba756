import type { ReactNode } from 'react'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { OnChangePlugin } from '@lexical/react/LexicalOnChangePlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import type { EditorState } from 'lexical'
import type { LexicalDocument } from '../../shared/body.ts'
import { AllowedContent } from '../editor/allowed-content.tsx'
import { textNodes } from '../editor/editor-setup.ts'
import { FormatToolbar } from '../editor/format-toolbar.tsx'
import { isLinkAddress } from '../editor/link-address.ts'
import { FROM_OUTSIDE, OutsideChanges } from '../editor/outside-changes.tsx'
import { ImageNode, RuleNode } from './article-nodes.tsx'

export interface ArticleEditorProps {
  document: LexicalDocument
  language: string
  /** After each change by the person. Not when `document` changes. */
  onChange: (document: LexicalDocument) => void
  /** What the person typed is not stored yet, so a `document` from outside must wait. */
  unsaved: boolean
  /** The editor shows `document`. */
  onShown: () => void
  /** What stands above the text. */
  above?: ReactNode
  /** What watches the text. */
  children: ReactNode
}

const theme = { text: { bold: 'edit-b', italic: 'edit-i', code: 'edit-code' }, list: { listitem: 'edit-li', nested: { listitem: 'edit-nested' } } }

/** The article's body to be edited: the kinds of paragraphs that a body can hold, and nothing else. */
export function ArticleEditor({ document, language, onChange, unsaved, onShown, above, children }: ArticleEditorProps): ReactNode {
  const handleChange = (state: EditorState, _editor: unknown, tags: Set<string>): void => {
    if (!tags.has(FROM_OUTSIDE)) onChange(state.toJSON() as unknown as LexicalDocument)
  }
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'article', nodes: [...textNodes, ImageNode, RuleNode], theme,
        editorState: JSON.stringify(document),
        onError: (error) => { throw error },
      }}
    >
      <div className="edit-tools"><FormatToolbar content="article" /></div>
      {above}
      <div className="edit-pane">
        <RichTextPlugin
          contentEditable={<ContentEditable className="edit-text" role="textbox" ariaLabel="Article text" ariaMultiline spellCheck={false} tabIndex={0} dir="auto" {...(language ? { lang: language } : {})} />}
          ErrorBoundary={LexicalErrorBoundary}
        />
      </div>
      <HistoryPlugin />
      <ListPlugin />
      <LinkPlugin validateUrl={isLinkAddress} />
      <OnChangePlugin ignoreSelectionChange onChange={handleChange} />
      <OutsideChanges document={document} busy={unsaved} onShown={onShown} />
      <AllowedContent />
      {children}
    </LexicalComposer>
  )
}
