import { useEffect, useState, type ReactNode } from 'react'
import { $createCodeNode, $isCodeNode } from '@lexical/code'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { ChevronDown, Redo2, Undo2 } from 'lucide-react'
import { $createParagraphNode, $getSelection, $isRangeSelection, CAN_REDO_COMMAND, CAN_UNDO_COMMAND, REDO_COMMAND, UNDO_COMMAND, type ElementNode } from 'lexical'
import { FormatToolbar } from '../editor/format-toolbar.tsx'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'

const kinds: { name: string; make: () => ElementNode }[] = [
  { name: 'Paragraph', make: $createParagraphNode },
  { name: 'Heading 1', make: () => $createHeadingNode('h1') },
  { name: 'Heading 2', make: () => $createHeadingNode('h2') },
  { name: 'Heading 3', make: () => $createHeadingNode('h3') },
  { name: 'Quote', make: $createQuoteNode },
  { name: 'Code', make: $createCodeNode },
]

export function EditToolbar(): ReactNode {
  const [editor] = useLexicalComposerContext()
  const [kind, setKind] = useState('Paragraph')
  const [can, setCan] = useState({ undo: false, redo: false })

  useEffect(() => {
    const ends = [
      editor.registerUpdateListener(({ editorState }) => setKind(editorState.read(readKind))),
      editor.registerCommand(CAN_UNDO_COMMAND, (undo) => { setCan((known) => ({ ...known, undo })); return false }, 1),
      editor.registerCommand(CAN_REDO_COMMAND, (redo) => { setCan((known) => ({ ...known, redo })); return false }, 1),
    ]
    return () => ends.forEach((end) => end())
  }, [editor])

  return (
    <div className="edit-tools">
      <IconButton label="Undo typing" icon={Undo2} keys="Ctrl Z" disabled={!can.undo} onClick={() => editor.dispatchCommand(UNDO_COMMAND, undefined)} />
      <IconButton label="Redo typing" icon={Redo2} keys="Ctrl Shift Z" disabled={!can.redo} onClick={() => editor.dispatchCommand(REDO_COMMAND, undefined)} />
      <span className="vr" aria-hidden />
      <Menu
        trigger={<button type="button" className="btn quiet edit-kind" aria-label={`Kind of paragraph: ${kind}`}>{kind}<ChevronDown size={14} strokeWidth={1.5} aria-hidden /></button>}
        items={kinds.map(({ name, make }) => ({ label: name, onChoose: () => editor.update(() => $setBlocksType($getSelection(), make)) }))}
      />
      <FormatToolbar />
    </div>
  )
}

function readKind(): string {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return 'Paragraph'
  const block = selection.anchor.getNode().getTopLevelElement()
  if ($isHeadingNode(block)) return `Heading ${block.getTag().slice(1)}`
  if ($isQuoteNode(block)) return 'Quote'
  return $isCodeNode(block) ? 'Code' : 'Paragraph'
}
