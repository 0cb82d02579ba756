/** The Lexical set-up that every rich text field shares: which nodes can exist, and what they look like. */
import { CodeHighlightNode, CodeNode } from '@lexical/code'
import { AutoLinkNode, LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import {
  BOLD_ITALIC_STAR, BOLD_ITALIC_UNDERSCORE, BOLD_STAR, BOLD_UNDERSCORE, CODE, HEADING, INLINE_CODE, ITALIC_STAR,
  ITALIC_UNDERSCORE, LINK, ORDERED_LIST, QUOTE, UNORDERED_LIST, type Transformer,
} from '@lexical/markdown'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import type { EditorThemeClasses, Klass, LexicalNode } from 'lexical'

export const editorNodes: Klass<LexicalNode>[] = [
  HeadingNode, QuoteNode, ListNode, ListItemNode, CodeNode, CodeHighlightNode, LinkNode, AutoLinkNode,
]

export const editorTheme: EditorThemeClasses = {
  paragraph: 'rich-p',
  quote: 'rich-quote',
  code: 'rich-code-block',
  heading: { h1: 'rich-h', h2: 'rich-h', h3: 'rich-h' },
  list: { ul: 'rich-ul', ol: 'rich-ol', listitem: 'rich-li', nested: { listitem: 'rich-li-nested' } },
  link: 'rich-link',
  text: { bold: 'rich-b', italic: 'rich-i', code: 'rich-code' },
}

/** What typing Markdown makes, and nothing that a stored document can't hold. */
export const markdownShortcuts: Transformer[] = [
  HEADING, QUOTE, UNORDERED_LIST, ORDERED_LIST, CODE,
  BOLD_ITALIC_STAR, BOLD_ITALIC_UNDERSCORE, BOLD_STAR, BOLD_UNDERSCORE, ITALIC_STAR, ITALIC_UNDERSCORE, INLINE_CODE, LINK,
]
