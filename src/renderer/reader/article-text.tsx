import { memo, useMemo, type ReactNode, type Ref } from 'react'
import type { Article } from '../../shared/article.ts'
import { blockStarts } from '../../shared/anchor/canonical-text.ts'
import { blockText, fromLexical, type Block } from '../../shared/body.ts'
import { ArticleBlock } from './article-block.tsx'

export interface ArticleTextProps {
  article: Article
  titleId: string
  region: Ref<HTMLElement>
}

interface Placed { block: Block; start: number; number: number | null; marker: string }

/**
 * The article's own words, without an editor. Nothing that is not canonical text stands in a text node:
 * numbers and markers are drawn by the style sheet. It is drawn again only when the body changes.
 */
export const ArticleText = memo(function ArticleText({ article, titleId, region }: ArticleTextProps): ReactNode {
  const blocks = useMemo(() => placeBlocks(fromLexical(article.body)), [article.body])
  const groups = useMemo(() => groupLists(blocks), [blocks])
  return (
    <section
      ref={region}
      className="article-text"
      role="region"
      aria-label="Article"
      aria-describedby={titleId}
      tabIndex={0}
      {...(article.language ? { lang: article.language } : {})}
      dir="auto"
    >
      {groups.map((group) => (group[0]!.block.type === 'list-item'
        ? <div role="list" key={group[0]!.start}>{group.map(drawBlock)}</div>
        : group.map(drawBlock)))}
    </section>
  )
}, (before, after) => before.article.body === after.article.body && before.article.language === after.article.language && before.titleId === after.titleId)

function drawBlock({ block, start, number, marker }: Placed): ReactNode {
  return <ArticleBlock key={start} block={block} start={start} number={number} marker={marker} />
}

/** Paragraph numbers count the blocks that hold words, as citations do. */
function placeBlocks(blocks: Block[]): Placed[] {
  const starts = blockStarts(blocks)
  const counts: number[] = []
  let lines = 0
  return blocks.map((block, index) => {
    const text = blockText(block)
    const number = text.trim() === '' ? null : lines + 1
    lines += text.split('\n').filter((line) => line.trim() !== '').length
    return { block, start: starts[index]!, number, marker: markerOf(block, counts) }
  })
}

/** "•" or "3."; `counts` holds how many items each depth of the list has so far. */
function markerOf(block: Block, counts: number[]): string {
  if (block.type !== 'list-item') {
    counts.length = 0
    return ''
  }
  const depth = block.depth ?? 0
  counts.length = Math.min(counts.length, depth + 1)
  counts[depth] = (counts[depth] ?? 0) + 1
  return block.ordered ? `${counts[depth]}.` : '•'
}

function groupLists(blocks: Placed[]): Placed[][] {
  const groups: Placed[][] = []
  for (const placed of blocks) {
    const group = groups.at(-1)
    if (placed.block.type === 'list-item' && group?.[0]?.block.type === 'list-item') group.push(placed)
    else groups.push([placed])
  }
  return groups
}
