import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { escapeMarkdown, quoteBlock } from './escape-text.ts'

const seed = Number(process.env.FC_SEED ?? 20261124)
const numRuns = Number(process.env.FC_RUNS ?? 1500)

/** What has a meaning somewhere in Markdown, HTML or an address, and plain words. */
const pieces = ['http://', 'https://a.example/', 'HTTP://', 'ftp://', 'www.', 'WWW.', 'mailto:', 'xmpp:', 'a@b.example', '@', 'some_page', '<img src=x onerror=alert(1) alt=c>', '<script>', '</p>', '<!--', '-->', '<http://a.example>',
  '&lt;', '&#60;', '&', '\\', '`', '``', '*', '**', '_', '~~', '[', ']', '(', ')', '![', '](', '[^1]', '[ ]', '#', '# ', '=', '- ', '+ ', '1. ', '1) ', '> ', '|', ':-', ':', '.', '/', '?a=b', '[…]', ' ', '  ', '\t', '\n', '\n\n', '"', "'", 'a', 'word', 'é', '🚢', '\u00a0', '中']
const texts = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 3 }).map((text) => text.replace(/\p{Cc}/gu, ''))), { maxLength: 12 }).map((list) => list.join('')).filter((text) => text.trim() !== '')

function words(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(words).join('') : ''
}

/** As GitHub and those that build on micromark read it. */
const byMicromark = (markdown: string): string => words(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))

/** As an independent parser reads it; `linkify` makes links of bare addresses, as many editors do. */
function byMarkdownIt(markdown: string, linkify: boolean): { text: string; html: string[] } {
  const tokens = new MarkdownIt({ html: true, linkify }).parse(markdown, {}).flatMap((token) => [token, ...token.children ?? []])
  return {
    text: tokens.map(({ type, content }) => (type === 'hardbreak' || type === 'softbreak' ? '\n' : ['text', 'text_special'].includes(type) ? content : '')).join(''),
    html: tokens.filter(({ type }) => type.startsWith('html')).map(({ content }) => content),
  }
}

function elementsOf(html: string): string[] {
  return [...new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name!.toLowerCase()))].filter((name) => !['p', 'br', 'blockquote'].includes(name))
}

function expectToReadBack(markdown: string, text: string): void {
  expect(byMicromark(markdown)).toBe(text)
  expect(elementsOf(micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }))).toEqual([])
  for (const linkify of [false, true]) expect(byMarkdownIt(markdown, linkify)).toEqual({ text, html: [] })
}

test('any text reads back equal by two parsers, and no element comes out of it', () => {
  fc.assert(fc.property(texts, (text) => {
    expectToReadBack(escapeMarkdown(text), text)
    expectToReadBack(quoteBlock(text), text)
  }), { seed, numRuns })
})

test.each([
  'http://a.example/<img src=x onerror=alert(1) alt=c>',
  'www.a.example/<img src=x onerror=alert(1) alt=c>',
  'HTTPS://a.example/<script>alert(1)</script>',
  'a_b@c.example<img src=x>',
  'http://a.example/some_page and http://a.example/*x*',
])('an address in a quote swallows no escape: %s', (text) => {
  expectToReadBack(escapeMarkdown(text), text)
  expectToReadBack(quoteBlock(text), text)
})
