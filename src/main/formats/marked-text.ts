/** An article's text as HTML with its highlights as <mark>: drawn over the blocks without changing a character of them. */
import { blockStarts } from '../../shared/anchor/canonical-text.ts'
import { blockText, type Block } from '../../shared/body.ts'
import type { ArrangedArticle, ArrangedHighlight } from './arrange-export.ts'
import { blocksToHtml, escapeHtml, inlineToHtml } from './blocks-to-html.ts'

/** One range of one highlight, in UTF-16 code units of the canonical text. */
interface Stretch {
  start: number
  end: number
  highlight: ArrangedHighlight
  first: boolean
  last: boolean
}

/** `reference` writes the links that follow a highlight's last word. */
export function markedText(article: ArrangedArticle, reference: (highlight: ArrangedHighlight) => string): string {
  const stretches = article.highlights.filter((each) => !each.earlierRevision).flatMap((highlight) => highlight.ranges.map((range, index): Stretch => ({
    ...withoutEdgeBreaks(article.text, range), highlight, first: index === 0, last: index === highlight.ranges.length - 1,
  })))
  const starts = blockStarts(article.blocks)
  return blocksToHtml(article.blocks, {
    heading: 4,
    inner: (block, index) => {
      const start = starts[index]!
      const end = start + blockText(block).length
      return markedBlock(block, start, stretches.filter((stretch) => stretch.start < end && stretch.end > start), reference)
    },
  })
}

/** A line break between blocks can't be seen marked: the stretch begins and ends at what can. */
function withoutEdgeBreaks(text: string, range: { start: number; end: number }): { start: number; end: number } {
  let { start, end } = range
  while (start < end && text[start] === '\n') start += 1
  while (end > start && text[end - 1] === '\n') end -= 1
  return { start, end }
}

function markedBlock(block: Block, start: number, stretches: Stretch[], reference: (highlight: ArrangedHighlight) => string): string {
  let offset = start
  return block.inlines.map((inline) => {
    const from = offset
    offset += inline.text.length
    const edges = stretches.flatMap((stretch) => [stretch.start, stretch.end]).filter((edge) => edge > from && edge < offset)
    const cuts = [...new Set([from, ...edges, offset])].sort((a, b) => a - b)
    return cuts.slice(0, -1).map((cut, index) => {
      const end = cuts[index + 1]!
      const text = inlineToHtml(inline, escapeHtml(inline.text.slice(cut - from, end - from)).replaceAll('\n', '<br>'))
      const over = stretches.filter((stretch) => stretch.start < end && stretch.end > cut)
      const ended = over.filter((stretch) => stretch.last && stretch.end === end).map((stretch) => reference(stretch.highlight)).join('')
      return wrapped(text, over, cut) + ended
    }).join('')
  }).join('')
}

/** The identifier stands where the highlight begins, and there alone. */
function wrapped(text: string, stretches: Stretch[], cut: number): string {
  return stretches.reduceRight((html, { highlight, first, start }, lane) => {
    const id = first && start === cut ? ` id="passage-${highlight.highlight.id}"` : ''
    return `<mark${id} class="sp${colourOf(highlight)}${lane > 0 ? ` lane${Math.min(lane, 2)}` : ''}">${html}</mark>`
  }, text)
}

/** 0 for no speaker. */
export function colourOf(highlight: ArrangedHighlight): number {
  return highlight.statements.find((each) => each.speaker)?.speaker?.colour ?? 0
}
