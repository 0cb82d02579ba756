import { useEffect } from 'react'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { LinkNode } from '@lexical/link'
import { ParagraphNode, TextNode } from 'lexical'
import { isLinkAddress } from './link-address.ts'

/** Bold, italic and code, as bits of a text node's format. */
const KEPT_MARKS = 1 | 2 | 16

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
      editor.registerNodeTransform(LinkNode, (node) => {
        if (isLinkAddress(node.getURL())) return
        for (const child of node.getChildren()) node.insertBefore(child)
        node.remove()
      }),
    ]
    return () => ends.forEach((end) => end())
  }, [editor])
  return null
}
