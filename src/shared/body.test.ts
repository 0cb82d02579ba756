import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { canonicalText } from './anchor/canonical-text.ts'
import { blockText, fromLexical, plainText, toLexical, type Block, type Inline } from './body.ts'
import { LexicalDocumentSchema } from './document.ts'

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
const marks = fc.record({ bold: fc.boolean(), italic: fc.boolean(), code: fc.boolean(), link: fc.constantFrom(undefined, 'https://example.org/a') })
const inline = fc.tuple(text, marks).map(([words, { bold, italic, code, link }]): Inline => ({
  text: words, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(code ? { code } : {}), ...(link ? { link } : {}),
}))
const block = fc.tuple(fc.constantFrom('paragraph', 'heading-1', 'heading-2', 'heading-3', 'quote', 'code', 'list-item', 'rule', 'image'), fc.array(inline, { minLength: 1, maxLength: 4 }), fc.boolean(), fc.nat(3))
  .map(([type, inlines, ordered, depth]): Block => {
    if (type === 'rule') return { type, inlines: [] }
    if (type === 'image') return { type, inlines: [{ text: inlines.map((one) => one.text).join('') }], address: 'https://example.org/i.png' }
    return { type: type as Block['type'], inlines, ...(type === 'list-item' ? { ordered, depth } : {}) }
  })

test('blocks, their text and their marks survive the Lexical document', () => {
  fc.assert(fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
    const again = fromLexical(v.parse(LexicalDocumentSchema, JSON.parse(JSON.stringify(toLexical(blocks)))))
    expect(again.map(blockText)).toEqual(blocks.map(blockText))
    expect(again.map(({ type, ordered, depth, address }) => [type, Boolean(ordered), depth ?? 0, address])).toEqual(blocks.map(({ type, ordered, depth, address }) => [type, Boolean(ordered), depth ?? 0, address]))
    expect(toLexical(again)).toEqual(toLexical(fromLexical(toLexical(again))))
    expect(plainText(toLexical(blocks))).toBe(canonicalText(blocks))
  }), { numRuns: 500 })
})

test('marks stay on their words', () => {
  const inlines: Inline[] = [{ text: 'plain ' }, { text: 'bold', bold: true }, { text: ' and ' }, { text: 'a link', link: 'https://example.org' }, { text: '\nnext line' }]
  expect(fromLexical(toLexical([{ type: 'paragraph', inlines }]))).toEqual([{ type: 'paragraph', inlines }])
})

test('a list nested by an editor is flat blocks with depths', () => {
  const item = (words: string, indent: number) => ({ type: 'listitem', indent, children: [{ type: 'text', text: words, format: 0 }] })
  const nested = { root: { type: 'root', children: [{ type: 'list', listType: 'bullet', children: [item('one', 0), { type: 'listitem', indent: 0, children: [{ type: 'list', listType: 'bullet', children: [item('two', 1)] }] }] }] } }
  expect(fromLexical(nested).map((one) => [blockText(one), one.depth])).toEqual([['one', 0], ['two', 1]])
})

const id = '0197a1b2-0000-7000-8000-000000000001'
const quotation = { type: 'quotation', version: 1, subjectType: 'highlight', subjectId: id, text: '“Now — or  never,”', source: 'Harbour Wire, 2026, ¶ 2' }
const reference = { type: 'reference', version: 1, subjectType: 'speaker', subjectId: id, text: 'Ana Ruiz' }
const inRoot = (...children: object[]) => ({ root: { type: 'root', children } })

test('a note’s quotations, links and check lists are blocks and text', () => {
  const note = inRoot(
    { type: 'paragraph', children: [{ type: 'text', text: 'Ask ', format: 0 }, reference] }, quotation,
    { type: 'list', listType: 'check', children: [{ type: 'listitem', checked: true, children: [{ type: 'text', text: 'done', format: 0 }] }, { type: 'listitem', children: [{ type: 'text', text: 'open', format: 0 }] }] },
  )
  const document = v.parse(LexicalDocumentSchema, note)
  expect(plainText(document)).toBe('Ask Ana Ruiz\n“Now — or  never,”\n— Harbour Wire, 2026, ¶ 2\n☑ done\n☐ open')
  const blocks = fromLexical(document)
  expect(blocks[1]).toEqual({ type: 'quote', inlines: [{ text: quotation.text }] })
  expect(fromLexical(toLexical(blocks))).toEqual(blocks)
})

test.each([
  inRoot({ ...quotation, subjectId: 'x' }), inRoot({ ...quotation, text: '' }), inRoot({ ...quotation, source: 1 }), inRoot({ ...quotation, subjectType: 'speaker' }),
  inRoot({ ...quotation, children: [{ type: 'text', text: 'more' }] }), inRoot({ ...reference, subjectType: 'tag' }), inRoot({ type: 'reference' }), inRoot({ ...reference, text: 'x'.repeat(501) }),
  { root: { type: 'root', children: [{ type: 'iframe' }] } },
  { root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'link', url: 'javascript:alert(1)', children: [] }] }] } },
])('a document with anything else is refused', (document) => {
  expect(v.safeParse(LexicalDocumentSchema, document).success).toBe(false)
})
