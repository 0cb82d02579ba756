/** The Lexical set-up that every rich text field shares: which nodes can exist, and what they look like. */
import { CodeHighlightNode, CodeNode } from '@lexical/code'
import { AutoLinkNode, LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import {
  BOLD_ITALIC_STAR, BOLD_ITALIC_UNDERSCORE, BOLD_STAR, BOLD_UNDERSCORE, CHECK_LIST, CODE, HEADING, INLINE_CODE, ITALIC_STAR,
  ITALIC_UNDERSCORE, LINK, ORDERED_LIST, QUOTE, UNORDERED_LIST, type Transformer,
} from '@lexical/markdown'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { QuotationNode } from './quotation-node.tsx'
import { ReferenceNode } from './reference-node.tsx'
import type { EditorThemeClasses, Klass, LexicalNode } from 'lexical'

/** What an article's body and a note both hold. */
export const textNodes: Klass<LexicalNode>[] = [HeadingNode, QuoteNode, ListNode, ListItemNode, CodeNode, CodeHighlightNode, LinkNode, AutoLinkNode]
export const noteNodes: Klass<LexicalNode>[] = [...textNodes, ReferenceNode, QuotationNode]

export const editorTheme: EditorThemeClasses = {
  paragraph: 'rich-p',
  quote: 'rich-quote',
  code: 'rich-code-block',
  heading: { h1: 'rich-h rich-h1', h2: 'rich-h rich-h2', h3: 'rich-h rich-h3' },
  list: { ul: 'rich-ul', ol: 'rich-ol', listitem: 'rich-li', listitemChecked: 'rich-checked', listitemUnchecked: 'rich-unchecked', checklist: 'rich-check', nested: { listitem: 'rich-li-nested' } },
  link: 'rich-link',
  reference: 'rich-ref-box',
  quotation: 'rich-quotation',
  text: { bold: 'rich-b', italic: 'rich-i', code: 'rich-code' },
}

/** What typing Markdown makes, and nothing that a stored document can't hold. */
export const markdownShortcuts: Transformer[] = [
  HEADING, QUOTE, CHECK_LIST, UNORDERED_LIST, ORDERED_LIST, CODE,
  BOLD_ITALIC_STAR, BOLD_ITALIC_UNDERSCORE, BOLD_STAR, BOLD_UNDERSCORE, ITALIC_STAR, ITALIC_UNDERSCORE, INLINE_CODE, LINK,
]
