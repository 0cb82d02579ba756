/** The canonical text of what stands in the editor, and where each piece of it is on the page. */
import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list'
import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode, type LexicalEditor, type LexicalNode } from 'lexical'
import type { Span } from '../../shared/anchor/selectors.ts'

interface Piece { start: number; length: number; key: string }
/** Offsets in UTF-16 code units. */
export interface EditorText { text: string; pieces: Piece[] }

export function readText(editor: LexicalEditor): EditorText {
  return editor.getEditorState().read(() => {
    const pieces: Piece[] = []
    let text = ''
    let first = true
    const addBlock = (nodes: LexicalNode[]): void => {
      if (!first) text += '\n'
      first = false
      nodes.forEach(addInline)
    }
    const addInline = (node: LexicalNode): void => {
      if ($isLineBreakNode(node)) text += '\n'
      else if ($isTextNode(node)) {
        pieces.push({ start: text.length, length: node.getTextContentSize(), key: node.getKey() })
        text += node.getTextContent()
      } else if ($isElementNode(node)) node.getChildren().forEach(addInline)
    }
    const addListItem = (item: ListItemNode): void => {
      const own = item.getChildren().filter((child) => !$isListNode(child))
      const nested = item.getChildren().filter($isListNode)
      if (own.length > 0 || nested.length === 0) addBlock(own)
      for (const list of nested) list.getChildren().filter($isListItemNode).forEach(addListItem)
    }
    for (const node of $getRoot().getChildren()) {
      if ($isListNode(node)) node.getChildren().filter($isListItemNode).forEach(addListItem)
      else if ($isElementNode(node)) addBlock(node.getChildren())
      else {
        addBlock([])
        text += node.getTextContent()
      }
    }
    return { text, pieces }
  })
}

/** Undefined where the span is not on the page (any more). */
export function rangeOf(editor: LexicalEditor, { pieces }: EditorText, { start, end }: Span): Range | undefined {
  const from = pieces.find((piece) => start < piece.start + piece.length)
  const to = pieces.findLast((piece) => piece.start < end)
  const first = from && textNodeOf(editor, from)
  const last = to && textNodeOf(editor, to)
  if (!from || !to || !first || !last) return undefined
  const range = document.createRange()
  range.setStart(first, Math.min(first.length, Math.max(0, start - from.start)))
  range.setEnd(last, Math.min(last.length, end - to.start))
  return range
}

function textNodeOf(editor: LexicalEditor, { key }: Piece): Text | undefined {
  const element = editor.getElementByKey(key)
  const walker = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  return (walker?.nextNode() as Text | null | undefined) ?? undefined
}
