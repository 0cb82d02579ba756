import type { ReactNode } from 'react'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $getRoot, $parseSerializedNode, type LexicalEditor, type SerializedLexicalNode } from 'lexical'
import { blockText, emptyDocument, fromLexical, tickOf, type LexicalDocument } from '../../shared/body.ts'
import { Button } from '../ui/button.tsx'
import { bothTexts, type Conflict, type TextSaver } from './text-saver.ts'
import './conflict-bar.css'

export interface ConflictBarProps {
  conflict: Conflict
  saver: Pick<TextSaver, 'settle' | 'flush'>
  /** What happened, in a sentence. */
  words: string
  /** What this editor can show of a document. */
  toShown?: (document: LexicalDocument) => LexicalDocument
  /** The other text, where it is shown in another way than in full. */
  children?: ReactNode
}

/** Another window changed what is typed here: both texts stand on the screen until the person has chosen. Within a Lexical composer. */
export function ConflictBar({ conflict: { mine, other }, saver, words, toShown = (document) => document, children }: ConflictBarProps): ReactNode {
  const [editor] = useLexicalComposerContext()
  const handleKeepMine = (): void => {
    saver.settle()
    saver.flush().catch(() => undefined)
    editor.focus()
  }
  const handleType = (document: LexicalDocument): void => {
    saver.settle()
    typeInto(editor, document)
    editor.focus()
  }

  return (
    <section className="conflict" aria-label="Changed in another window">
      <p className="conflict-words" role="status"><b>{words}</b> Yours stands below and is stored once you choose.</p>
      {other.document && (children ?? <div className="conflict-other rich" role="group" aria-label="The other text" tabIndex={0} dir="auto"><Blocks document={other.document} /></div>)}
      <div className="conflict-choices">
        <Button onClick={handleKeepMine}>Keep mine</Button>
        <Button onClick={() => handleType(other.document ? toShown(other.document) : emptyDocument)}>{other.document ? 'Use the other' : 'Leave it empty'}</Button>
        {other.document && <Button onClick={() => handleType(bothTexts(mine, toShown(other.document!)))}>Keep both</Button>}
      </div>
    </section>
  )
}

function Blocks({ document }: { document: LexicalDocument }): ReactNode {
  return fromLexical(document).map((block, index) => {
    const bullet = block.type === 'list-item' && block.checked === undefined ? '• ' : ''
    return <p key={index} dir="auto">{tickOf(block)}{bullet}{blockText(block)}</p>
  })
}

/** As if the person had typed it: it is stored, and the editor's own undo brings back what stood there. */
function typeInto(editor: LexicalEditor, { root }: LexicalDocument): void {
  editor.update(() => {
    $getRoot().clear().append(...(root.children ?? []).map((node) => $parseSerializedNode(node as SerializedLexicalNode)))
    $getRoot().selectEnd()
  }, { tag: 'history-push', discrete: true })
}
