/** What word processors and web pages put on the clipboard, reduced to what a note can hold. */

const blocks = new Set(['P', 'DIV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'TABLE', 'TR', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'FIGURE', 'DD', 'DT', 'DL'])
const dropped = 'script, style, link, meta, title, template, iframe, object, embed, svg, math, img, picture, video, audio, canvas, form, input, button, select, textarea, nav, noscript, xml, [hidden], [aria-hidden=true]'
const renamed: Record<string, string> = { STRONG: 'b', EM: 'i', CITE: 'i', H4: 'h3', H5: 'h3', H6: 'h3', TT: 'code', KBD: 'code', SAMP: 'code' }
const kept = new Set(['P', 'H1', 'H2', 'H3', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'CODE', 'B', 'I', 'A', 'BR'])

/** The same words in headings, paragraphs, lists, quotes, code, links, bold and italic, with no attribute but a link's address. */
export function cleanHtml(html: string, parse: (html: string) => Document = parseHtml): string {
  const page = parse(html)
  removeJunk(page)
  wordParagraphsToLists(page)
  for (const element of [...page.body.querySelectorAll('*')].reverse()) cleanElement(page, element)
  wrapLooseText(page)
  return page.body.innerHTML
}

function parseHtml(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

function removeJunk(page: Document): void {
  markNumbers(page)
  const comments = page.createTreeWalker(page, 128)
  const found: Node[] = []
  while (comments.nextNode()) found.push(comments.currentNode)
  found.forEach((comment) => comment.parentNode?.removeChild(comment))
  for (const element of page.querySelectorAll(dropped)) element.remove()
  // Word writes bullets and numbers out as text.
  for (const element of page.querySelectorAll<HTMLElement>('[style]')) {
    if (/mso-list:\s*ignore|display:\s*none|mso-hide:\s*all/i.test(styleOf(element))) element.remove()
  }
}

function styleOf(element: Element): string {
  return element.getAttribute('style') ?? ''
}

/** Before the written-out markers go: which of Word's list items are numbered. */
function markNumbers(page: Document): void {
  for (const marker of page.querySelectorAll<HTMLElement>('[style]')) {
    if (/mso-list:\s*ignore/i.test(styleOf(marker)) && /^\s*\(?(\d+|[a-z]{1,4})[.)]/i.test(marker.textContent ?? '')) marker.closest('p, h1, h2, h3')?.setAttribute('data-numbered', '')
  }
}

/** Word's list items are paragraphs with "mso-list:l0 level2 lfo1"; their marker tells numbers from bullets. */
function wordParagraphsToLists(page: Document): void {
  let list: Element | null = null
  for (const paragraph of page.querySelectorAll('p, h1, h2, h3')) {
    const level = /mso-list:[^;]*level(\d+)/i.exec(styleOf(paragraph))?.[1]
    if (!level) continue
    const follows: boolean = list !== null && paragraph.previousElementSibling === list
    const tag = paragraph.hasAttribute('data-numbered') ? 'ol' : 'ul'
    if (!follows || list!.tagName.toLowerCase() !== tag) {
      list = page.createElement(tag)
      paragraph.before(list)
    }
    const item = page.createElement('li')
    item.append(...paragraph.childNodes)
    list!.append(item)
    paragraph.remove()
  }
}

function cleanElement(page: Document, element: Element): void {
  const style = styleOf(element)
  const tag = element.tagName
  const name = (renamed[tag] ?? tag).toUpperCase()
  const plainBold = (name === 'B' && /(^|[;\s])font-weight:\s*(normal|[1-4]00)/i.test(style)) || (name === 'I' && /(^|[;\s])font-style:\s*normal/i.test(style))
  const marks = name === 'B' || name === 'I' || /^H[1-6]$/.test(name) ? [] : [
    ...(/(^|[;\s])font-weight:\s*(bold|[6-9]00)/i.test(style) ? ['b'] : []), ...(/(^|[;\s])font-style:\s*(italic|oblique)/i.test(style) ? ['i'] : []),
  ]
  for (const mark of blocks.has(tag) ? [] : marks) {
    const inner = page.createElement(mark)
    inner.append(...element.childNodes)
    element.append(inner)
  }
  if (kept.has(name) && !plainBold) return replaceWith(page, element, name)
  if (tag === 'TD' || tag === 'TH') element.append(' ')
  if (blocks.has(tag) && !containsBlock(element)) return replaceWith(page, element, 'P')
  element.replaceWith(...element.childNodes)
}

function replaceWith(page: Document, element: Element, name: string): void {
  const plain = page.createElement(name)
  plain.append(...element.childNodes)
  const address = element.getAttribute('href')
  if (name === 'A' && address && /^(https?:|mailto:)/i.test(address)) plain.setAttribute('href', address)
  if ((name === 'P' || name === 'A' || name === 'B' || name === 'I') && plain.textContent?.trim() === '' && !plain.querySelector('br')) return element.replaceWith(...plain.childNodes)
  if (name === 'A' && !plain.hasAttribute('href')) return element.replaceWith(...plain.childNodes)
  element.replaceWith(plain)
}

function containsBlock(element: Element): boolean {
  return [...element.children].some((child) => blocks.has(child.tagName) || containsBlock(child))
}

/** Words that stand beside paragraphs get one of their own. */
function wrapLooseText(page: Document): void {
  let line: Element | null = null
  const mixed = [...page.body.children].some((child) => blocks.has(child.tagName))
  const nodes = [...page.body.childNodes]
  for (const node of nodes) {
    if (node.nodeType === 1 && blocks.has((node as Element).tagName)) line = null
    else if (!line && node.textContent?.trim() === '') node.remove()
    else if (mixed) {
      if (!line) {
        line = page.createElement('p')
        node.replaceWith(line)
      }
      line.append(node)
    }
  }
}
