import { useEffect } from 'react'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { LinkNode } from '@lexical/link'
import { $createHeadingNode, HeadingNode } from '@lexical/rich-text'
import { COMMAND_PRIORITY_NORMAL, ParagraphNode, PASTE_COMMAND, TextNode } from 'lexical'
import { cleanHtml } from './clean-paste.ts'
import { isLinkAddress } from './link-address.ts'

/** Bold, italic and code, as bits of a text node's format. */
const KEPT_MARKS = 1 | 2 | 16

const cleaned = new WeakSet<object>()

/** Whatever is pasted or typed keeps its words, its structure, its links and three marks; no styles, no other address. */
export function AllowedContent(): null {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    const ends = [
      editor.registerNodeTransform(TextNode, (node) => {
        if (node.getFormat() & ~KEPT_MARKS) node.setFormat(node.getFormat() & KEPT_MARKS)
        if (node.getStyle() !== '') node.setStyle('')
      }),
      editor.registerNodeTransform(ParagraphNode, (node) => {
        if (node.getFormatType() !== '') node.setFormat('')
      }),
      editor.registerNodeTransform(HeadingNode, (node) => {
        if (!['h1', 'h2', 'h3'].includes(node.getTag())) node.replace($createHeadingNode('h3'), true)
      }),
      editor.registerNodeTransform(LinkNode, (node) => {
        if (isLinkAddress(node.getURL())) return
        for (const child of node.getChildren()) node.insertBefore(child)
        node.remove()
      }),
    ]
    // A paste that brings HTML is pasted again, clean.
    ends.push(editor.registerCommand(PASTE_COMMAND, (event) => {
      const html = 'clipboardData' in event ? event.clipboardData?.getData('text/html') : ''
      if (!html || cleaned.has(event) || ('clipboardData' in event && event.clipboardData?.types.includes('application/x-lexical-editor'))) return false
      event.preventDefault()
      const data = new DataTransfer()
      data.setData('text/html', cleanHtml(html))
      data.setData('text/plain', (event as ClipboardEvent).clipboardData!.getData('text/plain'))
      const again = new ClipboardEvent('paste', { clipboardData: data, cancelable: true })
      cleaned.add(again)
      return editor.dispatchCommand(PASTE_COMMAND, again)
    }, COMMAND_PRIORITY_NORMAL))
    return () => ends.forEach((end) => end())
  }, [editor])
  return null
}
