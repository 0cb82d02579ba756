/** HTML to blocks. The page is parsed without running or fetching anything; what is kept is text, marks and addresses. */
import { Readability } from '@mozilla/readability'
import { blockText, type Block } from '../../shared/body.ts'
import { oneLine } from '../../shared/clean-text.ts'
import { withoutBy, type FoundDetails } from './guess.ts'
import { blocksOfDocument } from './html-blocks.ts'
import { detailsOfPage, headlineOf } from './html-details.ts'
import { documentOfPage } from './page-document.ts'
import { hideReviewed, namesReviewed, reviewedAuthors } from './reviewed-authors.ts'

/** In a page that the article is looked for in; a larger one is read whole. The longest articles of encyclopedias have 30,000. */
const MOST_ELEMENTS = 60_000

export function readHtml(source: string): { blocks: Block[]; found: FoundDetails } {
  const document = documentOfPage(source)
  const found = detailsOfPage(document, source)
  found.title ||= headlineOf(document, found.publisher ?? '')
  const reviewed = reviewedAuthors(document)
  hideReviewed(document)
  removeUnread(document)
  const article = extract(document)
  if (article && !namesReviewed(article.byline, reviewed)) found.byline ||= article.byline
  const base = found.address ?? ''
  const blocks = article ? blocksOfDocument(article.element, base) : []
  return { blocks: withoutTitle(blocks.some((block) => blockText(block)) ? blocks : blocksOfAll(source, base), found.title), found }
}

function removeUnread(document: Document): void {
  for (const unread of document.querySelectorAll('nav, [role="navigation" i], [hidden], [style*="display:none" i], [style*="display: none" i]')) unread.remove()
}

/** Of a page that the extractor finds no article in. It has taken the document apart. */
function blocksOfAll(source: string, base: string): Block[] {
  const document = documentOfPage(source)
  removeUnread(document)
  return blocksOfDocument(document.body, base)
}

/** The article inside the page, out of the document. A document without classes and navigation is all article. */
function extract(document: Document): { element: Element; byline: string } | undefined {
  if (!document.querySelector('body[class], body [class], body [id], nav, aside, form')) return { element: document.body, byline: '' }
  if (document.querySelectorAll('*').length > MOST_ELEMENTS) return { element: document.body, byline: '' }
  try {
    const read = new Readability<Element>(document, { serializer: (element) => element as Element }).parse()
    const byline = withoutBy(read?.byline ?? '')
    return read?.content && oneLine(read.textContent ?? '') ? { element: read.content, byline: byline.length <= 120 ? byline : '' } : undefined
  } catch {
    // A page too strange for the extractor is read whole.
    return undefined
  }
}

/** The title is a detail, not a line of the body. */
function withoutTitle(blocks: Block[], title: string): Block[] {
  const index = blocks.slice(0, 3).findIndex((block) => block.type.startsWith('heading') && oneLine(blockText(block)).toLowerCase() === title.toLowerCase())
  return index < 0 || blocks.length === 1 ? blocks : blocks.toSpliced(index, 1)
}
