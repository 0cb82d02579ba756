/** A body after editing, made as an import would have made it. */
import { blockText, type Block } from './body.ts'
import { cleanText, tidyInlines } from './clean-text.ts'

/**
 * Text as the reader sees it, in Unicode NFC; blocks without words are dropped, but for rules and images.
 * Blocks that `before` holds stay as they are, so that editing one paragraph changes no other.
 */
export function cleanBlocks(blocks: Block[], before: Block[]): Block[] {
  const known = new Set(before.map((block) => JSON.stringify(block)))
  return blocks
    .map((block) => (known.has(JSON.stringify(block)) ? block : cleanBlock(block)))
    .filter((block) => block.type === 'rule' || block.type === 'image' || blockText(block).trim() !== '')
}

function cleanBlock(block: Block): Block {
  const inlines = block.type === 'code'
    ? block.inlines.map((inline) => ({ ...inline, text: cleanText(inline.text) }))
    : tidyInlines(block.inlines)
  return { ...block, inlines }
}
