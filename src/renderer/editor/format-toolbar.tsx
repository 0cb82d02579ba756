import { useState, type ReactElement, type ReactNode } from 'react'
import { Toolbar } from '@base-ui/react/toolbar'
import { $toggleLink } from '@lexical/link'
import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND, REMOVE_LIST_COMMAND } from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $createQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $createParagraphNode, $getSelection, FORMAT_TEXT_COMMAND, type LexicalEditor, type TextFormatType } from 'lexical'
import { Bold, Code, Italic, Link, List, ListOrdered, TextQuote, type LucideIcon } from 'lucide-react'
import { IconButton } from '../ui/button.tsx'
import { LinkField } from './link-field.tsx'
import { useFormat, type Format } from './use-format.ts'

export function FormatToolbar(): ReactNode {
  const [editor] = useLexicalComposerContext()
  const format = useFormat(editor)
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
        {tool('Bold', Bold, format.bold, () => mark('bold'), 'Ctrl B')}
        {tool('Italic', Italic, format.italic, () => mark('italic'), 'Ctrl I')}
        {tool('Code', Code, format.code, () => mark('code'))}
        {tool('Link', Link, format.link, handleLink)}
        <span className="vr editor-bar-line" aria-hidden />
        {tool('Bulleted list', List, format.block === 'bullet', () => toggleList(editor, format, 'bullet'))}
        {tool('Numbered list', ListOrdered, format.block === 'number', () => toggleList(editor, format, 'number'))}
        {tool('Quote', TextQuote, format.block === 'quote', () => toggleQuote(editor, format))}
      </Toolbar.Root>
      {linking && <LinkField onEnd={handleLinkEnd} />}
    </>
  )
}

/** Pressing it with the mouse leaves the focus and the selection in the text. */
function tool(label: string, icon: LucideIcon, pressed: boolean, onClick: () => void, keys?: string): ReactElement {
  return (
    <Toolbar.Button
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
      render={<IconButton label={label} icon={icon} small pressed={pressed} {...(keys ? { keys } : {})} />}
    />
  )
}

function toggleList(editor: LexicalEditor, format: Format, list: 'bullet' | 'number'): void {
  if (format.block === list) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
  else editor.dispatchCommand(list === 'bullet' ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND, undefined)
}

function toggleQuote(editor: LexicalEditor, format: Format): void {
  editor.update(() => $setBlocksType($getSelection(), () => (format.block === 'quote' ? $createParagraphNode() : $createQuoteNode())))
}
