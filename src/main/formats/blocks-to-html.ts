/** Blocks written as HTML: escaped text inside a few elements, links only http, https and mailto. */
import { sameList, tickOf, type Block, type Inline } from '../../shared/body.ts'
import { escapeHtml } from '../../shared/escape-text.ts'
import { safeLink, webAddress } from './safe-link.ts'

export { escapeHtml }

/** `inner` writes a block's inlines; `heading` is the level that a first-level heading gets. */
export interface HtmlWriting {
  inner: (block: Block, index: number) => string
  heading: number
}

export function blocksToHtml(blocks: Block[], writing: Partial<HtmlWriting> = {}): string {
  const { inner = (block) => inlinesToHtml(block.inlines), heading = 1 } = writing
  const written: string[] = []
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index]!
    let end = index + 1
    if (block.type === 'list-item') while (blocks[end]?.type === 'list-item' && sameList(blocks[end]!, block)) end += 1
    const inners = blocks.slice(index, end).map((each, offset) => inner(each, index + offset))
    written.push(block.type === 'list-item' ? listHtml(blocks.slice(index, end), inners) : blockHtml(block, inners[0]!, heading))
    index = end
  }
  return written.join('\n')
}

/** Items of one list, deeper ones in lists inside the item before them. */
function listHtml(items: Block[], inners: string[]): string {
  const tag = items[0]!.ordered ? 'ol' : 'ul'
  let html = ''
  let depth = -1
  items.forEach((item, index) => {
    const wanted = Math.min(item.depth ?? 0, depth + 1)
    if (wanted > depth) html += `<${tag}>`
    else html += '</li>' + `</${tag}></li>`.repeat(depth - wanted)
    html += `<li>${tickOf(item)}${inners[index]}`
    depth = wanted
  })
  return `${html}</li>${`</${tag}></li>`.repeat(Math.max(0, depth))}</${tag}>`
}

function blockHtml(block: Block, inner: string, heading: number): string {
  switch (block.type) {
    case 'heading-1': case 'heading-2': case 'heading-3': {
      const level = Math.min(6, heading + Number(block.type.at(-1)) - 1)
      return `<h${level}>${inner}</h${level}>`
    }
    case 'quote': return `<blockquote><p>${inner}</p></blockquote>`
    case 'code': return `<pre><code>${inner}</code></pre>`
    case 'rule': return '<hr>'
    case 'image': return imageHtml(block, inner)
    default: return `<p>${inner}</p>`
  }
}

/** Nothing is fetched: an image is its alternative text and a link to where it was. */
function imageHtml(block: Block, inner: string): string {
  const address = webAddress(block.address ?? '')
  return `<p class="image">Image: ${inner || 'no description'}${address ? ` (<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>)` : ''}</p>`
}

export function inlinesToHtml(inlines: Inline[]): string {
  return inlines.map((inline) => inlineToHtml(inline, escapeHtml(inline.text).replaceAll('\n', '<br>'))).join('')
}

/** `content` is HTML already. */
export function inlineToHtml(inline: Omit<Inline, 'text'>, content: string): string {
  let html = inline.code ? `<code>${content}</code>` : content
  if (inline.italic) html = `<em>${html}</em>`
  if (inline.bold) html = `<strong>${html}</strong>`
  const link = inline.link ? safeLink(inline.link) : undefined
  return link ? `<a href="${escapeHtml(link)}">${html}</a>` : html
}
