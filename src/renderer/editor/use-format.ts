import { useEffect, useState } from 'react'
import { $isLinkNode } from '@lexical/link'
import { $isListNode, ListNode } from '@lexical/list'
import { $isQuoteNode } from '@lexical/rich-text'
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils'
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'

/** What the selected words are now. */
export interface Format {
  bold: boolean
  italic: boolean
  code: boolean
  link: boolean
  block: 'bullet' | 'number' | 'quote' | 'other'
}

const plain: Format = { bold: false, italic: false, code: false, link: false, block: 'other' }

export function useFormat(editor: LexicalEditor): Format {
  const [format, setFormat] = useState(plain)
  useEffect(() => editor.registerUpdateListener(({ editorState }) => {
    const next = editorState.read(readFormat)
    setFormat((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next))
  }), [editor])
  return format
}

function readFormat(): Format {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return plain
  const node = selection.anchor.getNode()
  const list = $getNearestNodeOfType(node, ListNode)
  const quote = $findMatchingParent(node, $isQuoteNode)
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    code: selection.hasFormat('code'),
    link: $findMatchingParent(node, $isLinkNode) !== null,
    block: $isListNode(list) ? (list.getListType() === 'number' ? 'number' : 'bullet') : quote ? 'quote' : 'other',
  }
}
