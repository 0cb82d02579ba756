import { memo, useCallback, type ReactNode } from 'react'
import type { Article } from '../../shared/article.ts'
import { blockStarts } from '../../shared/anchor/canonical-text.ts'
import { blockText, fromLexical, type Block } from '../../shared/body.ts'
import { blockElement, type PlacedBlock } from './article-block.ts'
import { listMarker, type ListCount } from './list-marker.ts'

export interface ArticleTextProps {
  article: Article
  titleId: string
  region: (element: HTMLElement | null) => void
}

/**
 * The article's own words, without an editor. Nothing that is not canonical text stands in a text node:
 * numbers and markers are drawn by the style sheet. It is drawn again only when the body changes.
 */
export const ArticleText = memo(function ArticleText({ article: { body, language }, titleId, region }: ArticleTextProps): ReactNode {
  const draw = useCallback((element: HTMLElement | null) => {
    element?.replaceChildren(...elementsOf(placeBlocks(fromLexical(body))))
    region(element)
  }, [body, region])
  return (
    <section
      ref={draw}
      className="article-text"
      role="region"
      aria-label="Article"
      aria-describedby={titleId}
      tabIndex={0}
      {...(language ? { lang: language } : {})}
      dir="auto"
    />
  )
}, (before, after) => before.article.body === after.article.body && before.article.language === after.article.language && before.titleId === after.titleId)

/** List items that follow one another stand in a list. */
function elementsOf(blocks: PlacedBlock[]): HTMLElement[] {
  const drawn: HTMLElement[] = []
  for (const placed of blocks) {
    const element = blockElement(placed)
    if (placed.block.type !== 'list-item') drawn.push(element)
    else if (drawn.at(-1)?.role === 'list') drawn.at(-1)!.append(element)
    else {
      const list = document.createElement('div')
      list.role = 'list'
      list.append(element)
      drawn.push(list)
    }
  }
  return drawn
}

/** Paragraph numbers count the blocks that hold words, as citations do. */
function placeBlocks(blocks: Block[]): PlacedBlock[] {
  const starts = blockStarts(blocks)
  const counts: ListCount[] = []
  let lines = 0
  return blocks.map((block, index) => {
    const text = blockText(block)
    const number = text.trim() === '' ? null : lines + 1
    lines += text.includes('\n') ? text.split('\n').filter((line) => line.trim() !== '').length : Number(number !== null)
    return { block, start: starts[index]!, number, marker: listMarker(block, counts) }
  })
}
