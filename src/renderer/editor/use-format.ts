import { useEffect, useState } from 'react'
import { $isCodeNode } from '@lexical/code'
import { $isLinkNode } from '@lexical/link'
import { ListNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils'
import { $getSelection, $isRangeSelection, type LexicalEditor, type LexicalNode } from 'lexical'

export type BlockKind = 'text' | 'h1' | 'h2' | 'h3' | 'bullet' | 'number' | 'check' | 'quote' | 'code-block'

/** What the selected words are now. */
export interface Format {
  bold: boolean
  italic: boolean
  code: boolean
  link: boolean
  block: BlockKind
}

const plain: Format = { bold: false, italic: false, code: false, link: false, block: 'text' }

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
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    code: selection.hasFormat('code'),
    link: $findMatchingParent(node, $isLinkNode) !== null,
    block: blockOf(node),
  }
}

function blockOf(node: LexicalNode): BlockKind {
  const list = $getNearestNodeOfType(node, ListNode)
  if (list) return list.getListType()
  const heading = $findMatchingParent(node, $isHeadingNode)
  if (heading) return heading.getTag() as 'h1' | 'h2' | 'h3'
  if ($findMatchingParent(node, $isQuoteNode)) return 'quote'
  return $findMatchingParent(node, $isCodeNode) ? 'code-block' : 'text'
}
