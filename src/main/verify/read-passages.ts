/**
 * What files that hold no identifiers quote: Markdown, HTML, Word and OpenDocument, each read as a stranger would read it.
 * All become HTML; a quote is a blockquote, and what stands around it says who said it and where.
 */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

/** `near`: the words that say of the quote who said it and where it stands; in a cell of the matrix, whose head names the speaker, only where. */
export interface Passage { quote: string; near: string; inCell: boolean }
type Element = Tree.Element
type Node = Tree.Node

/** `cells`: of a matrix, where they hold quotes within other words. */
export interface ReadFile { passages: Passage[]; cells: string[] }

/** Undefined where the file is of none of these kinds. */
export async function readPassages(bytes: Uint8Array): Promise<ReadFile | undefined> {
  const html = await htmlOf(bytes)
  return html === undefined ? undefined : passagesIn(parse(html))
}

async function htmlOf(bytes: Uint8Array): Promise<string | undefined> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return htmlOfZip(bytes)
  const text = new TextDecoder().decode(bytes)
  if (/^\s*<!doctype html/i.test(text)) return text
  if (!/^# .+\n\n(?:Exported from|Compared with) Counterpoint on /.test(text)) return undefined
  const [{ micromark }, { gfm, gfmHtml }] = await Promise.all([import('micromark'), import('micromark-extension-gfm')])
  return micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
}

async function htmlOfZip(bytes: Uint8Array): Promise<string | undefined> {
  const { unzipSync } = await import('fflate')
  const parts = unzipSync(bytes, { filter: ({ name }) => name === 'content.xml' || name === 'word/document.xml' })
  if (parts['content.xml']) return htmlOfOdt(new TextDecoder().decode(parts['content.xml']))
  if (!parts['word/document.xml']) return undefined
  const { default: mammoth } = await import('mammoth')
  return htmlOfDocx((await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value)
}

/** A quote is the paragraph below "1. Speaker · Stance", and in the matrix the one above "1. Source, ¶ 2". */
function htmlOfDocx(html: string): string {
  const paragraph = '((?:(?!</p>).)*)</p>'
  return html
    .replace(new RegExp(`(<p><strong>\\d+\\. ${paragraph})<p>${paragraph}`, 'gs'), '$1<blockquote>$3</blockquote>')
    .replace(new RegExp(`<p>${paragraph}(?=<p>\\d+\\. (?:(?!</p>).)*¶)`, 'gs'), '<blockquote>$1</blockquote>')
}

/** Paragraphs of the styles that our documents give to quotes; the rest as paragraphs. */
function htmlOfOdt(xml: string): string {
  return xml
    .replace(/<text:(?:p|h)\b[^>]*>/g, (tag) => (tag.endsWith('/>') ? '' : /style-name="\w*Quote"/.test(tag) ? '<blockquote>' : '<p>'))
    .replace(/(<blockquote>(?:(?!<\/text:p>)[\s\S])*)<\/text:p>/g, '$1</blockquote>')
    .replace(/<\/text:(?:p|h)>/g, '</p>')
    .replace(/<text:(?:line-break|tab)\/>/g, '\n').replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_tag, count: string | undefined) => ' '.repeat(Number(count ?? 1)))
    .replace(/<table:table-cell\b[^>]*>/g, '<div class="cell">').replace(/<\/table:table-cell>/g, '</div>')
}

function passagesIn(document: Tree.Document): ReadFile {
  const [found, cells]: [Passage[], string[]] = [[], []]
  let title = ''
  const visit = (node: Node, inCell: boolean): void => {
    if (!('childNodes' in node) || (isElement(node) && /^(?:note|text)$/.test(attribute(node, 'class')))) return
    for (const child of node.childNodes) {
      if (!isElement(child)) continue
      if (child.tagName === 'h2') title = textOf(child)
      const isCell = inCell || child.tagName === 'td' || attribute(child, 'class') === 'cell'
      if (child.tagName === 'blockquote' || attribute(child, 'class') === 'quote') {
        const near = wordsAround(child)
        if (near) found.push({ quote: textOf(child).trim(), near: `${near}\n${title}`, inCell: isCell })
      } else {
        const before = found.length
        visit(child, isCell)
        if (child.tagName === 'td' && found.length === before) cells.push(textOf(child))
      }
    }
  }
  visit(document, false)
  return { passages: found, cells }
}

/** The two lines before it and the one after. Undefined where none gives a paragraph: a quote within a note. */
function wordsAround(quote: Element): string | undefined {
  const siblings = quote.parentNode!.childNodes.filter(isElement)
  const at = siblings.indexOf(quote)
  const around = [...siblings.slice(Math.max(0, at - 2), at), ...siblings.slice(at + 1, at + 2)].filter(({ tagName }) => tagName === 'p' || tagName === 'span').map(textOf)
  return around.some((words) => /¶\s?\d/.test(words)) ? around.join('\n') : undefined
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  if (isElement(node) && node.tagName === 'br') return '\n'
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ''
}
