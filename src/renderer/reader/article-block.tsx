import type { CSSProperties, ReactNode } from 'react'
import { blockText, type Block, type Inline } from '../../shared/body.ts'

export interface ArticleBlockProps {
  block: Block
  /** Where its text starts in the canonical text, in UTF-16 code units. */
  start: number
  /** The paragraph's number, null for a block without words. */
  number: number | null
  marker: string
}

/** About how many characters fit in a line: only for guessing the height of what is not in view. */
const LINE = 68

const elements = {
  paragraph: 'p', 'heading-1': 'h2', 'heading-2': 'h3', 'heading-3': 'h4', quote: 'blockquote', code: 'pre', image: 'p', 'list-item': 'div', rule: 'div',
} as const

export function ArticleBlock({ block, start, number, marker }: ArticleBlockProps): ReactNode {
  const Element = elements[block.type]
  const lines = blockText(block).split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0)
  const style = { '--lines': lines, '--depth': block.depth ?? 0 } as CSSProperties
  return (
    <Element
      className={`block block-${block.type}`}
      style={style}
      data-start={start}
      data-number={number ?? ''}
      {...(marker ? { 'data-marker': marker, role: 'listitem' } : {})}
      {...(block.type === 'rule' ? { role: 'separator' } : {})}
      {...(block.type === 'image' ? { 'data-address': block.address ?? '' } : {})}
    >
      {block.inlines.map((inline, index) => <InlineText key={index} inline={inline} />)}
    </Element>
  )
}

function InlineText({ inline }: { inline: Inline }): ReactNode {
  let shown: ReactNode = inline.text
  if (inline.code) shown = <code>{shown}</code>
  if (inline.italic) shown = <em>{shown}</em>
  if (inline.bold) shown = <strong>{shown}</strong>
  return inline.link ? <a href={inline.link} target="_blank" rel="noreferrer">{shown}</a> : shown
}
