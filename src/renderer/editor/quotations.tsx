import { useEffect } from 'react'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $insertNodeToNearestRoot } from '@lexical/utils'
import {
  $createParagraphNode, $getNodeByKey, $getRoot, $getSelection, $isNodeSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, COMMAND_PRIORITY_LOW, DRAGOVER_COMMAND, DROP_COMMAND,
  KEY_BACKSPACE_COMMAND, KEY_DELETE_COMMAND, mergeRegister, PASTE_COMMAND, type LexicalEditor,
} from 'lexical'
import { toastError } from '../ui/toast.tsx'
import { $createQuotationNode, QuotationNode } from './quotation-node.tsx'
import { quotationOf, quoteInHand, type Quotation, type QuoteInHand } from './quote-in-hand.ts'

/** Quotes copied or dragged in this window arrive as quotations; a chosen quotation is deleted as a whole. */
export function Quotations(): null {
  const [editor] = useLexicalComposerContext()
  useEffect(() => mergeRegister(
    editor.registerCommand(PASTE_COMMAND, (event) => {
      const quote = 'clipboardData' in event ? quoteInHand(event.clipboardData) : null
      if (!quote) return false
      event.preventDefault()
      insertSoon(editor, quote, $insertQuotation)
      return true
    }, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DRAGOVER_COMMAND, (event) => {
      if (!event.dataTransfer?.types.includes('text/plain')) return false
      event.preventDefault()
      return false
    }, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DROP_COMMAND, (event) => {
      const quote = quoteInHand(event.dataTransfer)
      if (!quote) return false
      event.preventDefault()
      const after = blockAbove(editor, event.clientY)
      insertSoon(editor, quote, (quotation) => $insertAfter(after, quotation))
      return true
    }, COMMAND_PRIORITY_HIGH),
    ...[KEY_BACKSPACE_COMMAND, KEY_DELETE_COMMAND].map((command) => editor.registerCommand(command, (event) => {
      const selection = $getSelection()
      if (!$isNodeSelection(selection) || !selection.getNodes().some((node) => node instanceof QuotationNode)) return false
      event.preventDefault()
      for (const node of selection.getNodes()) {
        node.selectNext()
        node.remove()
      }
      return true
    }, COMMAND_PRIORITY_LOW)),
    // There is always a line to write on below the last quotation.
    editor.registerNodeTransform(QuotationNode, (node) => { if (!node.getNextSibling()) node.insertAfter($createParagraphNode()) }),
  ), [editor])
  return null
}

function insertSoon(editor: LexicalEditor, quote: QuoteInHand, $insert: (quotation: Quotation) => void): void {
  quotationOf(quote).then((quotation) => {
    editor.update(() => $insert(quotation))
    editor.focus()
  }, toastError)
}

export function $insertQuotation(quotation: Quotation): void {
  const node = $createQuotationNode(quotation)
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) {
    $getRoot().append(node, $createParagraphNode())
    node.selectNext()
    return
  }
  const line = selection.anchor.getNode().getTopLevelElement()
  $insertNodeToNearestRoot(node)
  // An empty line was there only to hold the caret.
  if (line?.isAttached() && line.getTextContent() === '' && line.getNextSibling() === node) line.remove()
  node.selectNext()
}

/** The key of the last block whose middle lies above `y`; null before the first. */
function blockAbove(editor: LexicalEditor, y: number): string | null {
  const keys = editor.getEditorState().read(() => $getRoot().getChildrenKeys())
  return keys.findLast((key) => {
    const rect = editor.getElementByKey(key)?.getBoundingClientRect()
    return rect !== undefined && rect.top + rect.height / 2 < y
  }) ?? null
}

function $insertAfter(key: string | null, quotation: Quotation): void {
  const node = $createQuotationNode(quotation)
  const before = key === null ? null : $getNodeByKey(key)
  const first = $getRoot().getFirstChild()
  if (before) before.insertAfter(node)
  else if (first) first.insertBefore(node)
  else $getRoot().append(node)
  node.selectNext()
}
