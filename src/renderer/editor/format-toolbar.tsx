import { useEffect, useState, type ReactElement, type ReactNode } from 'react'
import { Toolbar } from '@base-ui/react/toolbar'
import { $toggleLink } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $getRoot, $getSelection, $isRangeSelection, CAN_REDO_COMMAND, CAN_UNDO_COMMAND, COMMAND_PRIORITY_LOW, FORMAT_TEXT_COMMAND, mergeRegister, REDO_COMMAND, UNDO_COMMAND,
  type LexicalEditor, type TextFormatType,
} from 'lexical'
import { AtSign, Bold, Code, Italic, Link, Quote, Redo2, Undo2, type LucideIcon } from 'lucide-react'
import { IconButton } from '../ui/button.tsx'
import { BlockMenu } from './block-menu.tsx'
import { LinkField } from './link-field.tsx'
import { useFormat } from './use-format.ts'

/** Only a note can link to the library, quote from it and hold check lists. */
export function FormatToolbar({ content = 'note' }: { content?: 'note' | 'article' }): ReactNode {
  const [editor] = useLexicalComposerContext()
  const format = useFormat(editor)
  const can = useCanUndo(editor)
  const [linking, setLinking] = useState(false)
  const mark = (type: TextFormatType): void => { editor.dispatchCommand(FORMAT_TEXT_COMMAND, type) }

  const handleLink = (): void => {
    if (format.link) editor.update(() => $toggleLink(null))
    else setLinking(true)
  }
  const handleLinkEnd = (address: string | null): void => {
    setLinking(false)
    // The selection was kept while the field had the focus.
    if (address) editor.update(() => $toggleLink(address, { rel: 'noreferrer' }))
    editor.focus()
  }

  return (
    <>
      <Toolbar.Root className="editor-bar" aria-label="Format">
        <BlockMenu editor={editor} block={format.block} content={content} />
        <span className="vr editor-bar-line" aria-hidden />
        {tool('Bold', Bold, () => mark('bold'), { pressed: format.bold, keys: 'Ctrl B' })}
        {tool('Italic', Italic, () => mark('italic'), { pressed: format.italic, keys: 'Ctrl I' })}
        {tool('Code', Code, () => mark('code'), { pressed: format.code })}
        {tool('Link', Link, handleLink, { pressed: format.link })}
        {content === 'note' && <span className="vr editor-bar-line" aria-hidden />}
        {content === 'note' && tool('Link to article, highlight, speaker or issue', AtSign, () => typeTrigger(editor, '[['), { keys: '[[' })}
        {content === 'note' && tool('Insert quote', Quote, () => typeTrigger(editor, '[["'), { keys: '[["' })}
        <span className="spacer" />
        {tool('Undo typing', Undo2, () => { editor.dispatchCommand(UNDO_COMMAND, undefined) }, { disabled: !can.undo })}
        {tool('Redo typing', Redo2, () => { editor.dispatchCommand(REDO_COMMAND, undefined) }, { disabled: !can.redo })}
      </Toolbar.Root>
      {linking && <LinkField onEnd={handleLinkEnd} />}
    </>
  )
}

/** Pressing it with the mouse leaves the focus and the selection in the text. */
function tool(label: string, icon: LucideIcon, onClick: () => void, more: { pressed?: boolean; keys?: string; disabled?: boolean } = {}): ReactElement {
  return (
    <Toolbar.Button
      disabled={more.disabled ?? false}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
      render={<IconButton label={label} icon={icon} small {...more} />}
    />
  )
}

/** What opens the list of things to link to or to quote, as if it had been typed. */
function typeTrigger(editor: LexicalEditor, trigger: string): void {
  editor.focus(() => {
    editor.update(() => {
      const known = $getSelection()
      const selection = $isRangeSelection(known) ? known : $getRoot().selectEnd()
      if (!selection.isCollapsed()) selection.anchor.set(selection.focus.key, selection.focus.offset, selection.focus.type)
      selection.insertText(trigger)
    })
  })
}

function useCanUndo(editor: LexicalEditor): { undo: boolean; redo: boolean } {
  const [can, setCan] = useState({ undo: false, redo: false })
  useEffect(() => mergeRegister(
    editor.registerCommand(CAN_UNDO_COMMAND, (undo) => { setCan((known) => ({ ...known, undo })); return false }, COMMAND_PRIORITY_LOW),
    editor.registerCommand(CAN_REDO_COMMAND, (redo) => { setCan((known) => ({ ...known, redo })); return false }, COMMAND_PRIORITY_LOW),
  ), [editor])
  return can
}
