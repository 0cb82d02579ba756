/** Text and blocks written as Markdown (CommonMark, GFM) that reads back to the same characters. */
import { sameList, type Block, type Inline } from '../../shared/body.ts'
import { escapeMarkdown, quoteBlock } from '../../shared/escape-text.ts'
import { safeLink, webAddress } from './safe-link.ts'

export { escapeMarkdown, quoteBlock }

/** A table cell: on one line. */
export function escapeCell(text: string): string {
  return escapeMarkdown(text.replaceAll('\n', ' '))
}

/** A note's blocks. Headings begin at level 5, below those that the export itself has. */
export function blocksToMarkdown(blocks: Block[]): string {
  let count = 0
  return blocks.map((block, index) => {
    const next = blocks[index + 1]
    const continues = block.type === 'list-item' && next?.type === 'list-item' && sameList(next, block)
    count = block.type === 'list-item' && block.ordered ? count + 1 : 0
    return blockToMarkdown(block, count) + (continues ? '\n' : '\n\n')
  }).join('').trimEnd()
}

function blockToMarkdown(block: Block, count: number): string {
  switch (block.type) {
    case 'heading-1': case 'heading-2': case 'heading-3': return `##### ${inlinesToMarkdown(block.inlines).replaceAll('\\\n', ' ')}`
    case 'quote': return `> ${inlinesToMarkdown(block.inlines, '> ')}`
    case 'code': return fenced(block.inlines.map((inline) => inline.text).join(''))
    case 'rule': return '---'
    case 'image': return `![${escapeCell(block.inlines.map((inline) => inline.text).join(''))}](${markdownAddress(webAddress(block.address ?? '') ?? '')})`
    case 'list-item': {
      const marker = block.ordered ? `${count}. ` : '- '
      const indent = '    '.repeat(block.depth ?? 0)
      const tick = block.checked === undefined ? '' : block.checked ? '[x] ' : '[ ] '
      return `${indent}${marker}${tick}${inlinesToMarkdown(block.inlines, indent + ' '.repeat(marker.length))}`
    }
    case 'paragraph': return inlinesToMarkdown(block.inlines)
  }
}

function fenced(code: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1))
  return `${fence}\n${code}\n${fence}`
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}

function inlinesToMarkdown(inlines: Inline[], next = ''): string {
  return inlines.map((inline) => inlineToMarkdown(inline, next)).join('')
}

/** Marks may not begin or end with white space, so that is moved outside them. */
function inlineToMarkdown(inline: Inline, next: string): string {
  const [, before, text, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inline.text)!
  if (!text) return before!.replaceAll('\n', `\\\n${next}`)
  const mark = (inline.bold ? '**' : '') + (inline.italic ? '*' : '')
  const link = inline.link ? safeLink(inline.link) : undefined
  let written = inline.code ? codeSpan(text) : escapeMarkdown(text, next)
  written = mark + written + [...mark].reverse().join('')
  if (link) written = `[${written}](${markdownAddress(link)})`
  return `${before!.replaceAll('\n', `\\\n${next}`)}${written}${after!.replaceAll('\n', `\\\n${next}`)}`
}

function codeSpan(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1)
  const pad = /^`|`$/.test(text) ? ' ' : ''
  return ticks + pad + text.replaceAll('\n', ' ') + pad + ticks
}

function markdownAddress(address: string): string {
  return address.replace(/[()\\<>]/g, (letter) => encodeURIComponent(letter).replace('(', '%28').replace(')', '%29'))
}
