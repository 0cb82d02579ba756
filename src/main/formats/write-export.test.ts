import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { toString } from 'mdast-util-to-string'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../shared/body.ts'
import { anExampleLibrary, exampleText, idOf } from './an-example-library.ts'
import { csvColumns } from './export-csv.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { readLibraryFile } from './read-library-file.ts'
import { safeFileName } from './safe-file-name.ts'
import { writeExport } from './write-export.ts'

const meta = { title: 'Ferry <notes>', exportedAt: '2025-11-20T09:00:00.000Z' }
const library = anExampleLibrary()
const quote = '"We," […] "deny *all* of <it>."'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const parse = (markdown: string): Nodes => fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

/** The words as they render: a hard break is a line break. */
function rendered(node: Nodes): string {
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(rendered).join('') : 'value' in node ? node.value : ''
}

describe('Markdown', () => {
  const { content, fileName } = writeExport(library, 'markdown', meta)
  it('holds quotes to the character, and nothing from the bin', () => {
    expect(fileName).toBe('Ferry notes.md')
    const tree = parse(content)
    const quotes = 'children' in tree ? tree.children.filter((node) => node.type === 'blockquote').map(rendered) : []
    expect(quotes).toEqual([quote, 'deny *all* of <it>." & more\nA link', quote, exampleText.match(/caf\S+/)![0]])
    expect(content).not.toContain('Binned')
    expect(content).toMatch(/\*\*Brannock \\<Lines\\>\*\* · Denies · Direct quote · said 12 November 2025 · ¶ 1/)
    expect(content).toContain('**\\-strong** point')
    expect(toString(tree)).toContain('The crossing | loses money')
  })
  it('makes no table of two lines', () => {
    for (const text of ['Yes\n:-', '\\\n:-', 'a\n :-:', 'a|b\n:-|-']) expect(rendered(parse(`> ${escapeMarkdown(text, '> ')}\n`))).toBe(text)
  })
  it('escapes any text so that it reads back the same', () => {
    const unit = fc.constantFrom(...'\\`*_{}[]()#+-.!|~<>&;:=1a \n\t"\'/…', '&amp;', '[…]', '1. ', '\n\n', '<b>', '![', '](x)', '🚢')
    fc.assert(fc.property(fc.string({ unit, minLength: 1 }).filter((text) => /\S/.test(text)), (text) => {
      expect(rendered(parse(`> ${escapeMarkdown(text, '> ')}\n`))).toBe(text)
    }), { numRuns: 2000 })
  })
})

describe('HTML', () => {
  const { content } = writeExport(library, 'html', meta)
  const { document } = new JSDOM(content).window
  it('is self-contained and safe', () => {
    expect(document.querySelector('meta[http-equiv]')!.getAttribute('content')).toBe("default-src 'none'; style-src 'unsafe-inline'")
    expect(document.querySelectorAll('script, link, img, iframe, [src], [onclick]').length).toBe(0)
    for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(https?:|mailto:|#)/)
    expect(content).not.toContain('Binned')
  })
  it('links statements and passages both ways, with every identifier there once', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const link of document.querySelectorAll('a[href^="#"]')) expect(ids).toContain(link.getAttribute('href')!.slice(1))
    expect(document.querySelector(`mark[id="passage-${idOf(10)}"]`)!.textContent).toBe('"We,"')
    expect(document.querySelectorAll('.text sup a').length).toBe(4)
  })
  it('holds the whole text and the quotes to the character', () => {
    const text = document.querySelector('.text')!
    for (const sup of text.querySelectorAll('sup')) sup.remove()
    expect([...text.querySelectorAll('p, li')].map((element) => element.firstChild!.parentElement!.textContent)).toEqual([...exampleText.split('\n').slice(0, 2), 'FirstDeeper', 'Deeper'])
    expect(document.querySelector('.statement blockquote')!.textContent).toBe(quote)
    expect([...document.querySelectorAll('thead th')].map((head) => head.textContent)).toEqual(['Issue', 'Brannock <Lines>', 'Islanders'])
  })
})

/** RFC 4180, read plainly. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  for (const record of text.replace(/^\uFEFF/, '').matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/g)) {
    rows.push([...`,${record[1]!}`.matchAll(/,("(?:[^"]|"")*"|[^",\r\n]*)/g)].map((field) => field[1]!.startsWith('"') ? field[1]!.slice(1, -1).replaceAll('""', '"') : field[1]!))
  }
  return rows
}

describe('CSV', () => {
  it('has one row a statement, offsets in code points, and no formulas', () => {
    const { content } = writeExport(library, 'csv', meta)
    const [head, ...rows] = readCsv(content)
    expect(content.startsWith('\uFEFFissue,')).toBe(true)
    expect(head).toEqual(csvColumns)
    expect(rows.length).toBe(3)
    const first = Object.fromEntries(csvColumns.map((column, index) => [column, rows[0]![index]!]))
    expect(first).toMatchObject({ quote, publisher: '\'=The, "Gazette"', note: "'-strong point\nsee here", stance: 'Denies', start: '2; 18', state: 'same', paragraph: '1' })
    expect([...exampleText].slice(2, 7).join('')).toBe('"We,"')
  })
})

describe('Web Annotation', () => {
  it('has selectors in code points that find the quote', () => {
    const collection = JSON.parse(writeExport(library, 'web-annotation', meta).content)
    expect(collection).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection', total: 3 })
    const [first] = collection.first.items
    expect(first.body.map((body: { purpose: string }) => body.purpose)).toEqual(['classifying', 'classifying', 'commenting'])
    expect(first.body[2].value).toBe('<p><strong>-strong </strong>point</p>\n<p><a href="https://example.org/">see here</a></p>')
    for (const item of collection.first.items) {
      for (const { selector: [words, place] } of [item.target].flat()) {
        expect([...exampleText].slice(place.start, place.end).join('')).toBe(words.exact)
      }
    }
  })
})

it.each([
  ['markdown', 'reported by Brannock \\<Lines\\>'],
  ['html', 'reported by Brannock &lt;Lines&gt;'],
  ['csv', ',Brannock <Lines>,,'],
  ['web-annotation', 'Reported by: Brannock <Lines>'],
  ['json', `"reportedById":"${idOf(20)}"`],
] as const)('%s says who relays a statement', (format, words) => {
  expect(writeExport(library, format, meta).content).toContain(words)
})

describe('a note with a link, a quotation and a check list', () => {
  const words = '“The *last* boat —  1. of <all>,”'
  const text = (word: string) => ({ type: 'text', version: 1, text: word, format: 0, detail: 0, mode: 'normal', style: '' })
  const document = { root: { type: 'root', version: 1, children: [
    { type: 'paragraph', version: 1, children: [text('Ask '), { type: 'reference', version: 1, subjectType: 'speaker', subjectId: idOf(21), text: 'Islanders' }] },
    { type: 'quotation', version: 1, subjectType: 'highlight', subjectId: idOf(11), text: words, source: 'Gazette, 2025, ¶ 2' },
    { type: 'list', version: 1, listType: 'check', tag: 'ul', start: 1, children: [{ type: 'listitem', version: 1, value: 1, checked: true, children: [text('done')] }, { type: 'listitem', version: 1, value: 2, children: [text('open')] }] },
  ] } }
  const noted: typeof library = { ...library, notes: [{ ...library.notes[0]!, document, text: plainText(document) }] }
  const written = (format: Parameters<typeof writeExport>[1]): string => writeExport(noted, format, meta).content

  it('is Markdown with a block quote, its source and boxes', () => {
    const tree = parse(written('markdown'))
    const quotes = 'children' in tree ? tree.children.filter((node) => node.type === 'blockquote').map(rendered) : []
    expect(quotes).toContain(words)
    expect(written('markdown')).toContain('Ask Islanders\n\n> ')
    expect(written('markdown')).toMatch(/— Gazette, 2025, ¶ 2\n\n- \[x\] done\n- \[ \] open/)
  })
  it('is HTML with a block quote, in pages and in annotations', () => {
    const { document: page } = new JSDOM(written('html')).window
    expect([...page.querySelectorAll('blockquote')].map((quote) => quote.textContent)).toContain(words)
    expect([...page.querySelectorAll('li')].map((item) => item.textContent)).toEqual(expect.arrayContaining(['☑ done', '☐ open']))
    const [first] = JSON.parse(written('web-annotation')).first.items
    const body: string = first.body.find((one: { purpose: string }) => one.purpose === 'commenting').value
    expect(new JSDOM(body).window.document.querySelector('blockquote')!.textContent).toBe(words)
    expect(body).toContain('<p>— Gazette, 2025, ¶ 2</p>\n<ul><li>☑ done</li><li>☐ open</li></ul>')
  })
  it('is text in a table’s cell', () => {
    const [head, first] = readCsv(written('csv'))
    expect(first![head!.indexOf('note')]).toBe(`Ask Islanders\n${words}\n— Gazette, 2025, ¶ 2\n☑ done\n☐ open`)
  })
  it('is itself in JSON, and is refused when damaged', () => {
    expect(readLibraryFile(bytes(written('json')))?.file.notes[0]?.document).toEqual(document)
    expect(() => readLibraryFile(bytes(written('json').replace(`"source":"Gazette, 2025, ¶ 2"`, '"source":null')))).toThrow(/damaged/)
  })
})

describe('JSON', () => {
  const { content } = writeExport(library, 'json', meta)
  it('reads back to the same library, the bin too', () => {
    expect(readLibraryFile(bytes(content))?.file).toEqual({ format: 'counterpoint', version: 1, ...library })
    const again = readLibraryFile(bytes(`\uFEFF${content}`))!.file
    expect(writeExport(again, 'json', meta).content).toBe(content)
  })
  it('tells other files apart, and says when its own is damaged or newer', () => {
    expect(readLibraryFile(bytes('{"a": 1}'))).toBeUndefined()
    expect(readLibraryFile(bytes('Some text'))).toBeUndefined()
    expect(() => readLibraryFile(bytes(content.slice(0, -100)))).toThrow(/damaged/)
    expect(() => readLibraryFile(bytes(content.replace('"version":1', '"version":2')))).toThrow(/newer Counterpoint/)
    expect(() => readLibraryFile(bytes(JSON.stringify({ format: 'counterpoint', version: 1, ...library, highlights: [] })))).toThrow(/damaged .*highlight/)
    expect(() => readLibraryFile(bytes(JSON.stringify({ format: 'counterpoint', version: 1, ...library, articles: 'none' })))).toThrow(/damaged/)
  })
})

it.each([['A/B: "c"?', 'A B c'], ['con', 'Counterpoint con'], ['...', 'Counterpoint'], ['', 'Counterpoint'], ['x'.repeat(200), 'x'.repeat(80)], ['fin.', 'fin']])('names a file safely: %s', (title, name) => {
  expect(safeFileName(title)).toBe(name)
})
