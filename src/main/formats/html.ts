/** HTML to blocks. The page is parsed without running or fetching anything; what is kept is text, marks and addresses. */
import { Readability } from '@mozilla/readability'
import createPurifier from 'dompurify'
import { JSDOM, VirtualConsole } from 'jsdom'
import { blockText, type Block } from '../../shared/body.ts'
import { oneLine } from '../../shared/clean-text.ts'
import { withoutBy, type FoundDetails } from './guess.ts'
import { blocksOfDocument } from './html-blocks.ts'
import { detailsOfPage, headlineOf } from './html-details.ts'
import { hideReviewed, namesReviewed, reviewedAuthors } from './reviewed-authors.ts'

const allowedTags = ('a address article aside b blockquote body br caption center cite code dd details dfn div dl dt em figcaption figure footer h1 h2 h3 ' +
  'h4 h5 h6 header hr html i img kbd li main ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr tt u ul var')
  .split(' ')

/** Elements inside elements: browsers stop at 512, and the parser takes minutes over tens of thousands. */
const DEEPEST = 1000

function nesting(source: string): number {
  let depth = 0
  let deepest = 0
  for (const [, end] of source.matchAll(/<(\/?)(?:div|span|section|article|blockquote|[uo]l|table|font|b|i|em|strong)\b/gi)) {
    depth = end ? Math.max(0, depth - 1) : depth + 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

export function readHtml(source: string): { blocks: Block[]; found: FoundDetails } {
  if (nesting(source) > DEEPEST) throw new RangeError('nested too deeply')
  // Neither scripts nor resources: jsdom's default. Its complaints about style sheets go nowhere.
  const { window } = new JSDOM(source, { virtualConsole: new VirtualConsole() })
  const document = window.document
  const found = detailsOfPage(document, source)
  found.title ||= headlineOf(document, found.publisher ?? '')
  const reviewed = reviewedAuthors(document)
  hideReviewed(document)
  for (const unread of document.querySelectorAll('nav, [role="navigation" i], [hidden], [style*="display:none" i], [style*="display: none" i]')) unread.remove()
  const main = extract(document)
  if (!namesReviewed(main.byline, reviewed)) found.byline ||= main.byline
  const purifier = createPurifier(window)
  const clean = (html: string): Element => purifier.sanitize(html, { ALLOWED_TAGS: allowedTags, ALLOWED_ATTR: ['href', 'src', 'alt', 'width', 'height'], RETURN_DOM: true }) as Element
  let blocks = blocksOfDocument(clean(main.html), found.address ?? '')
  if (!blocks.some((block) => blockText(block))) blocks = blocksOfDocument(clean(document.body.innerHTML), found.address ?? '')
  window.close()
  return { blocks: withoutTitle(blocks, found.title), found }
}

/** The article inside the page. A document without classes and navigation is all article. */
function extract(document: Document): { html: string; byline: string } {
  const body = document.body.innerHTML
  if (!document.querySelector('body[class], body [class], body [id], nav, aside, form')) return { html: body, byline: '' }
  try {
    const read = new Readability(document.cloneNode(true) as Document, { maxElemsToParse: 200_000 }).parse()
    const byline = withoutBy(read?.byline ?? '')
    if (read?.content && oneLine(read.textContent ?? '')) return { html: read.content, byline: byline.length <= 120 ? byline : '' }
  } catch {
    // A page too large or too strange for the extractor is read whole.
  }
  return { html: body, byline: '' }
}

/** The title is a detail, not a line of the body. */
function withoutTitle(blocks: Block[], title: string): Block[] {
  const index = blocks.slice(0, 3).findIndex((block) => block.type.startsWith('heading') && oneLine(blockText(block)).toLowerCase() === title.toLowerCase())
  return index < 0 || blocks.length === 1 ? blocks : blocks.toSpliced(index, 1)
}
