import type { ReactNode } from 'react'
import { Toolbar } from '@base-ui/react/toolbar'
import { $createCodeNode } from '@lexical/code'
import { INSERT_CHECK_LIST_COMMAND, INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND, REMOVE_LIST_COMMAND } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $createParagraphNode, $getSelection, type ElementNode, type LexicalEditor } from 'lexical'
import { ChevronDown } from 'lucide-react'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import type { BlockKind } from './use-format.ts'

/** Its name, the short one for the narrow toolbar, and its Markdown. */
const kinds: [BlockKind, string, string, string][] = [
  ['text', 'Text', 'Text', ''], ['h1', 'Heading 1', 'H1', '#'], ['h2', 'Heading 2', 'H2', '##'], ['h3', 'Heading 3', 'H3', '###'],
  ['bullet', 'Bulleted list', 'Bullets', '-'], ['number', 'Numbered list', 'Numbers', '1.'], ['check', 'Check list', 'Checks', '[\u00a0]'], ['quote', 'Quote', 'Quote', '>'], ['code-block', 'Code block', 'Code', '```'],
]

/** What kind of block the caret stands in, and the others to choose from, in a note each with the Markdown that makes it. */
export function BlockMenu({ editor, block, content }: { editor: LexicalEditor; block: BlockKind; content: 'note' | 'article' }): ReactNode {
  const [, name, short] = kinds.find(([kind]) => kind === block)!
  const items = kinds.filter(([kind]) => content === 'note' || kind !== 'check').map(([kind, label, , keys]): MenuItem => ({ label, ...(keys && content === 'note' ? { keys } : {}), onChoose: () => { setBlock(editor, kind); editor.focus() } }))
  return (
    <Menu
      trigger={(
        <Toolbar.Button className="btn quiet block-menu" aria-label={`Kind of block: ${name}`} onMouseDown={(event) => event.preventDefault()}>
          <span>{short}</span><ChevronDown size={14} strokeWidth={1.5} aria-hidden />
        </Toolbar.Button>
      )}
      items={items}
    />
  )
}

const lists = { bullet: INSERT_UNORDERED_LIST_COMMAND, number: INSERT_ORDERED_LIST_COMMAND, check: INSERT_CHECK_LIST_COMMAND }
const blocks: Record<Exclude<BlockKind, keyof typeof lists>, () => ElementNode> = {
  text: $createParagraphNode, h1: () => $createHeadingNode('h1'), h2: () => $createHeadingNode('h2'), h3: () => $createHeadingNode('h3'),
  quote: $createQuoteNode, 'code-block': () => $createCodeNode(),
}

function setBlock(editor: LexicalEditor, kind: BlockKind): void {
  if (kind === 'bullet' || kind === 'number' || kind === 'check') return void editor.dispatchCommand(lists[kind], undefined)
  editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
  editor.update(() => $setBlocksType($getSelection(), blocks[kind]))
}
