import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IMPORT_LIMIT } from '../../shared/article.ts'
import { blockText } from '../../shared/body.ts'
import { readSource, type ImportedArticle } from './read-source.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const file = (name: string, content: string | Uint8Array): Promise<ImportedArticle> => readSource({ kind: 'file', name, bytes: typeof content === 'string' ? bytes(content) : content })
const texts = (article: ImportedArticle): string[] => article.blocks.map(blockText)
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const units = Buffer.from(text, 'utf16le')
  return bigEndian ? units.swap16() : units
}
const long = 'The ferry between the island and the mainland was stopped on Thursday because of a storm that nobody had expected, the company said.'

describe('what can not be imported', () => {
  it.each([
    ['an empty file', 'a.txt', new Uint8Array(), 'bad-input', /“a.txt” is empty/],
    ['blank space', 'a.txt', bytes(' \n\t\n'), 'bad-input', /is empty/],
    ['a picture', 'a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'bad-input', /“a.txt” is not a text file. Counterpoint reads plain text, Markdown and HTML./],
    ['a PDF', 'a.pdf', bytes('%PDF-1.7\n1 0 obj'), 'bad-input', /is not a text file/],
    ['a page without text', 'a.html', bytes('<html><script>alert(1)</script></html>'), 'bad-input', /holds no text/],
    ['a page without end', 'a.html', bytes('<div>'.repeat(5000)), 'bad-input', /nested too deeply/],
    ['too much', 'a.txt', new Uint8Array(IMPORT_LIMIT + 1).fill(65), 'too-large', /larger than 20 MB/],
  ])('%s', async (_, name, content, code, message) => {
    await expect(file(name, content)).rejects.toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) as string }))
  })
})

describe('encodings', () => {
  const text = 'Fähre “stops”\r\n\r\nThe café said – “no”. It was the end of the line.\r\n'
  it.each([
    ['UTF-8', bytes(text)], ['UTF-8 with a mark', bytes(`\uFEFF${text}`)],
    ['UTF-16LE with a mark', utf16(`\uFEFF${text}`, false)], ['UTF-16BE with a mark', utf16(`\uFEFF${text}`, true)],
    ['UTF-16LE', utf16(text.replace(/[“”–]/g, '"'), false)], ['UTF-16BE', utf16(text.replace(/[“”–]/g, '"'), true)],
    ['Windows-1252', Uint8Array.from([...text], (letter) => ({ '“': 0x93, '”': 0x94, '–': 0x96 })[letter] ?? letter.charCodeAt(0))],
  ])('%s', async (name, content) => {
    const expected = /^UTF-16..$/.test(name) ? text.replace(/[“”–]/g, '"') : text
    const article = await file('a.txt', content)
    expect([article.details.title, ...texts(article)]).toEqual(expected.split(/\r\n/).filter(Boolean))
  })
  it('a page in the encoding that it declares', async () => {
    const head = bytes('<html><head><meta charset="windows-1251"></head><body><p>')
    expect(texts(await file('a.html', Uint8Array.of(...head, 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2)))).toEqual(['Привет'])
  })
})

describe('plain text', () => {
  it('keeps a paragraph a line when lines are long, blank lines or none', async () => {
    const article = await file('a.txt', `Ferry stops\n\n${long}\n${long} Again.\n\n${long}`)
    expect(article.details.title).toBe('Ferry stops')
    expect(texts(article)).toEqual([long, `${long} Again.`, long])
  })
  it('joins soft-wrapped lines', async () => {
    const wrapped = 'Ferry stops\n\nThe ferry between the island and the mainland was stopped on\nThursday because of a well-\nknown storm that nobody had expected, the company said, and\nits passengers were sent home by bus.\n\nA second paragraph, which is also wrapped at sixty or so\ncharacters, follows here.'
    expect(texts(await file('a.txt', wrapped))).toEqual([
      'The ferry between the island and the mainland was stopped on Thursday because of a well-known storm that nobody had expected, the company said, and its passengers were sent home by bus.',
      'A second paragraph, which is also wrapped at sixty or so characters, follows here.',
    ])
  })
  it('keeps the lines of verse together', async () => {
    expect(texts(await file('a.txt', 'The boat\n\nThe boat is late,\nthe night is long\nand someone sings'))).toEqual(['The boat is late,\nthe night is long\nand someone sings'])
  })
  it('takes byline, publisher, date and address off the front', async () => {
    const article = await file('a.txt', `Ferry stops\nBy Elena Marsh and Tom Ruiz | The Harbour Gazette | 12 March 2024\nhttps://example.org/ferry\n\n${long}`)
    expect(article.details).toEqual({ title: 'Ferry stops', byline: 'Elena Marsh and Tom Ruiz', publisher: 'The Harbour Gazette', published: '2024-03-12', address: 'https://example.org/ferry', language: 'en' })
    expect(article.guessed).toEqual(['title', 'byline', 'publisher', 'published', 'address', 'language'])
    expect(texts(article)).toEqual([long])
  })
  it('knows a title of two lines', async () => {
    const article = await file('a.txt', `Ferry line to be stopped this winter as company and\nislanders argue about the money\n\nBy Tom Ruiz\n\n${long} ${long}`)
    expect(article.details).toMatchObject({ title: 'Ferry line to be stopped this winter as company and islanders argue about the money', byline: 'Tom Ruiz' })
    expect(texts(article)).toEqual([`${long} ${long}`])
  })
  it('knows a byline with a place', async () => {
    const article = await file('a.txt', `Ferry stops\n\nElena Marsh in Paris\nWed 26 Apr 2017 10:24 BST\n\n${long}`)
    expect(article.details).toMatchObject({ byline: 'Elena Marsh in Paris', published: '2017-04-26' })
    expect(texts(article)).toEqual([long])
  })
  it('has lists, and leaves years and lone dates as they are', async () => {
    const article = await file('a.txt', 'Steps\n\n1. Wait\n2. Sail\n\n- rope\n  - knot\n\n1989. A year of storms and long delays for all who sailed.')
    expect(article.blocks.map((block) => [block.type, block.ordered, block.depth, blockText(block)])).toEqual([
      ['list-item', true, 0, 'Wait'], ['list-item', true, 0, 'Sail'], ['list-item', false, 0, 'rope'], ['list-item', false, 1, 'knot'],
      ['paragraph', undefined, undefined, '1989. A year of storms and long delays for all who sailed.'],
    ])
  })
  it('names a text without a title line by its first sentence, which stays in the text; one that is too long is cut at a word', async () => {
    expect((await file('a.txt', `${long} It was late.`)).details.title).toBe(long.slice(0, -1))
    expect(texts(await file('a.txt', `${long} It was late.`))).toEqual([`${long} It was late.`])
    const headline = 'Dr. Marsh’s inquiry finds that the company knew of the storm for two days before it stopped the ferry.'
    expect((await file('a.txt', `${headline}\n\n${long}`)).details.title).toBe(headline.slice(0, -1))
    expect(texts(await file('a.txt', `${headline}\n\n${long}`))).toEqual([headline, long])
    const endless = `${long.slice(0, -1)}, and ${long}`
    expect((await file('a.txt', endless)).details.title).toMatch(/^The ferry between .*\w…$/)
    expect((await file('a.txt', endless)).details.title.length).toBeLessThanOrEqual(201)
    expect((await file('a.txt', endless)).details.title.length).toBeGreaterThan(180)
  })
  it('knows a title that ends in a full stop by the byline or date below it', async () => {
    for (const between of ['\n', '\n\n']) {
      const article = await file('a.txt', `The ferry stops.${between}By Elena Marsh\n12 March 2024\n\n${long}`)
      expect(article.details).toMatchObject({ title: 'The ferry stops.', byline: 'Elena Marsh', published: '2024-03-12' })
      expect(texts(article)).toEqual([long])
    }
    expect(texts(await file('a.txt', `The ferry stops.\n\n${long}`))).toEqual(['The ferry stops.', long])
  })
  it('keeps the words of any text, and leaves no control characters', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /[a-z]/i.test(text)), async (text) => {
      const article = await readSource({ kind: 'text', text: `Title\n\n${text} end of it.` })
      const all = texts(article).join('\n')
      expect(all).toBe(all.normalize('NFC'))
      expect(all).not.toMatch(/[\u0000-\u0008\u00AD\uFEFF\u202E]/)
      expect(all).toContain('end of it.')
    }))
  })
})

describe('Markdown', () => {
  it('has front matter, blocks and marks', async () => {
    const article = await file('a.md', '---\ntitle: "The title"\nauthor: By Ann Lee\ndate: 2024-03\n---\n# Heading\n\nA **bold** [link](https://x.org) and [bad](javascript:alert(1)).\n\n> Quote\n\n- one\n  - two\n\n```\nx  = 1\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n<div onclick="x()">words</div>\n\n![alt](https://x.org/p.png)\n\n---\n')
    expect(article.details).toMatchObject({ title: 'The title', byline: 'Ann Lee', published: '2024-03' })
    expect(article.guessed).not.toContain('title')
    expect(article.blocks).toEqual([
      { type: 'paragraph', inlines: [{ text: 'A ' }, { text: 'bold', bold: true }, { text: ' ' }, { text: 'link', link: 'https://x.org/' }, { text: ' and bad.' }] },
      { type: 'quote', inlines: [{ text: 'Quote' }] },
      { type: 'list-item', ordered: false, depth: 0, inlines: [{ text: 'one' }] },
      { type: 'list-item', ordered: false, depth: 1, inlines: [{ text: 'two' }] },
      { type: 'code', inlines: [{ text: 'x  = 1' }] },
      { type: 'paragraph', inlines: [{ text: 'a | b' }] }, { type: 'paragraph', inlines: [{ text: 'c | d' }] },
      { type: 'paragraph', inlines: [{ text: 'words' }] },
      { type: 'image', inlines: [{ text: 'alt' }], address: 'https://x.org/p.png' },
      { type: 'rule', inlines: [] },
    ])
  })
  it('reads the sample article', async () => {
    const article = await file('sample-article.md', readFileSync('resources/sample/sample-article.md'))
    expect(article.details).toEqual({ title: 'Orrin Sound splits over the winter ferry', byline: 'Tamsin Okoro', publisher: 'The Sound Courier', published: '2025-11-14', address: '', language: 'en' })
    expect(article.blocks[0]!.inlines[0]!.text).toMatch(/^HALVERSTRAND/)
    expect(article.words).toBeGreaterThan(700)
  })
})

describe('HTML', () => {
  const page = `<!doctype html><html lang="en-GB"><head><title>Ferry stops | The Gazette</title><link rel="canonical" href="https://example.org/a/ferry">
    <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry stops","author":[{"name":"Elena Marsh"}],"publisher":{"name":"The Gazette"},"datePublished":"2024-03-12T08:00:00Z"}]}</script>
    <script>globalThis.hacked = true</script></head><body class="page" onload="globalThis.hacked = true"><nav class="nav"><a href="/">Home</a> <a href="/all">All news</a></nav>
    <article><h1>Ferry stops</h1><p>${long} ${long}</p><h2>After</h2><p onclick="hack()">She said <q>no</q> and <em>left</em> <a href="/b">for</a> <a href="javascript:alert(1)">good</a>.<br>${long}</p>
    <img src="data:image/png;base64,AAAA" alt="A boat"><img src="/boat.png" onerror="hack()" alt="Another boat"><svg onload="hack()"><text>svg words</text></svg>
    <ol><li><p>One</p><p>more</p><ul><li>Two</li></ul></li></ol><table><tr><th>a</th><td>b</td></tr></table><iframe src="https://x.org"></iframe><p>${long}</p></article><footer class="foot">All rights</footer></body></html>`
  it('keeps the article, its details and nothing that runs', async () => {
    const article = await file('../odd \u202E<name>.html', page)
    expect(article.details).toEqual({ title: 'Ferry stops', byline: 'Elena Marsh', publisher: 'The Gazette', published: '2024-03-12', address: 'https://example.org/a/ferry', language: 'en-GB' })
    expect(article.sourceName).toBe('odd <name>.html')
    expect(article.sourceKind).toBe('html')
    expect(article.blocks.map((block) => block.type)).toEqual(['paragraph', 'heading-2', 'paragraph', 'image', 'image', 'list-item', 'list-item', 'paragraph', 'paragraph'])
    expect(blockText(article.blocks[2]!)).toBe(`She said “no” and left for good.\n${long}`)
    expect(article.blocks[2]!.inlines).toContainEqual({ text: 'for', link: 'https://example.org/b' })
    expect(article.blocks.filter((block) => block.type === 'image')).toEqual([{ type: 'image', inlines: [{ text: 'A boat' }] }, { type: 'image', inlines: [{ text: 'Another boat' }], address: 'https://example.org/boat.png' }])
    expect(texts(article).slice(5, 8)).toEqual(['One\nmore', 'Two', 'a | b'])
    expect(JSON.stringify(article)).not.toMatch(/javascript:|hack|data:|svg words|rights|All news/)
    expect(globalThis).not.toHaveProperty('hacked')
  })
  it('knows a page by its content, pasted too', async () => {
    expect(texts(await file('a.txt', '<!DOCTYPE html><p>Short page</p>'))).toEqual(['Short page'])
    expect(await readSource({ kind: 'text', text: '<html><body><p>Pasted &amp; read</p></body></html>' })).toMatchObject({ sourceKind: 'clipboard', blocks: [{ inlines: [{ text: 'Pasted & read' }] }] })
    expect(texts(await readSource({ kind: 'text', text: 'Not <b>a page</b>, only text about one.' }))).toEqual(['Not <b>a page</b>, only text about one.'])
  })
})

describe('files that are too much', () => {
  it('comments before no page: each doubled the time, so 39 of them took hours', async () => {
    const text = `${'<!--x-->'.repeat(39)} These are words, and no page.`
    expect((await file('a.txt', text)).blocks).toHaveLength(1)
    expect((await readSource({ kind: 'text', text })).sourceKind).toBe('clipboard')
    expect((await file('a.txt', `${'<!--x--> '.repeat(39)}<html><p>Words`)).sourceKind).toBe('html')
  })
})

describe('whatever a page says', () => {
  const tags = 'p div span b i em a img br ul ol li table tr td h1 h2 h3 blockquote pre code q hr article section form button svg math mi noscript template style script iframe object video x-y nav select textarea title base meta link xmp plaintext'.split(' ')
  const attributes = ['', ' class="article-body"', ' onclick="hack()"', ' href="javascript:hack()"', ' href="&#106;ava\tscript:hack()"', ' href="data:text/html,hack"', ' src="javascript:hack()" alt="A boat"', ' src=x onerror=hack()', ' srcdoc="<script>hack()</script>"', ' style="background:url(javascript:hack())"', ' xlink:href="vbscript:hack()"', ' href="//example.org/a"', ' href="https://example.org/a"']
  const piece = fc.oneof(
    fc.tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes)).map(([tag, attribute]) => `<${tag}${attribute}>`),
    fc.constantFrom(...tags).map((tag) => `</${tag}>`),
    fc.constantFrom('words of it ', '<!--', '-->', '<![CDATA[', ']]>', '<', '&lt;img src=x onerror=hack()&gt;', '\'"><script>hack()</script>'),
  )
  it('is blocks of text, and addresses of the web', async () => {
    await fc.assert(fc.asyncProperty(fc.array(piece, { minLength: 5, maxLength: 60 }), async (pieces) => {
      const { blocks } = await file('a.html', `<!doctype html><p>Words.</p>${pieces.join('')}`)
      for (const { type, inlines, address = 'https:', ordered: _ordered, depth: _depth, ...rest } of blocks) {
        expect(['paragraph', 'heading-1', 'heading-2', 'heading-3', 'quote', 'list-item', 'code', 'rule', 'image']).toContain(type)
        expect(rest).toEqual({})
        expect(address).toMatch(/^https?:/)
        for (const { text, link = 'https:', bold: _bold, italic: _italic, code: _code, ...more } of inlines) {
          expect([typeof text, more]).toEqual(['string', {}])
          expect(link).toMatch(/^(https?|mailto):/)
        }
      }
      expect(globalThis).not.toHaveProperty('hacked')
    }), { numRuns: 300 })
  })
  it('a style sheet that can’t be read is no matter', async () => {
    expect(texts(await file('a.html', '<!doctype html><style>.a{width:calc($a)}</style><p style="width:calc($a)">Text.'))).toEqual(['Text.'])
  })
})

describe('files of which each line once was put together anew', () => {
  it('a wrapped book without a blank line', async () => {
    const { blocks } = await file('book.txt', `${long.replaceAll(' ', '\n').replace(/(.{60,70})\n/g, '$1 ')}\n`.repeat(20).concat(`${'word '.repeat(14)}\n`.repeat(30_000)))
    expect(blocks.map(blockText).join(' ').match(/word/g)).toHaveLength(14 * 30_000)
  })
  it('a word broken at a line’s end is one where the text has it as one', async () => {
    const line = 'This is a long line of words that is as wide as the others, and well-\nknown it is to everybody who has ever been there at all, in any-\nthing that floats, and all of them say so, every one of them.\n'
    expect(texts(await file('a.txt', `Ferry\n\n${line}\nSo anything goes.`))[0]).toContain('and well-known it is to everybody who has ever been there at all, in anything that floats')
  })
  it('a list of 130,000 items', async () => {
    expect((await file('a.txt', `Items\n\n${'- one\n'.repeat(130_000)}`)).blocks).toHaveLength(130_000)
  })
  it('twenty thousand paragraphs in an item', async () => {
    const { blocks } = await file('a.html', `<!doctype html><ul><li>${'<p>words'.repeat(20_000)}</ul>`)
    expect(blocks.map((block) => [block.type, blockText(block).length])).toEqual([['list-item', 6 * 20_000 - 1]])
  })
  it('seventy thousand cells in a row', async () => {
    const { blocks } = await file('a.html', `<!doctype html><table><tr>${'<td>a'.repeat(70_000)}</table>`)
    expect(blocks.map((block) => blockText(block).length)).toEqual([4 * 70_000 - 3])
  })
})

describe('meaning in a page', () => {
  const blocksOf = async (html: string): Promise<string[]> => (await file('a.html', `<!doctype html>${html}`)).blocks.map((block) => `${block.type}: ${blockText(block)}`)
  it.each([
    ['a sign in a sentence', '<p>It works <img src="/a.png" alt="😀"> and <b>so <img src="/x.png" alt="x²"></b> grows.</p><p>Done <img src="/b.png" alt="👍"></p>', ['paragraph: It works 😀 and so x² grows.', 'paragraph: Done 👍']],
    ['a sign without words in a sentence', '<p>It works <img src="/a.png" alt="a.png"> well.</p>', ['paragraph: It works well.']],
    ['a picture before, after and between paragraphs', '<p><img src="/a.png" alt="A boat">Words of it.</p><p>More words.<img src="/b.png" alt="A storm"></p><p>A<br><img src="/c.png" alt="Rain"><br>B</p>',
      ['image: A boat', 'paragraph: Words of it.', 'paragraph: More words.', 'image: A storm', 'paragraph: A', 'image: Rain', 'paragraph: B']],
    ['a picture named by its file', '<p>Words.</p><img src="https://x.org/IMG_3886.jpg" alt="IMG_3886.jpg"><img src="https://x.org/a" alt="DSC-0012">', ['paragraph: Words.', 'image: ', 'image: ']],
    ['words that were corrected', '<p>It is <del>old</del> <ins>new</ins> and <del>gone</del>.</p>', ['paragraph: It is new and gone.']],
  ])('%s', async (_, html, expected) => {
    expect(await blocksOf(html)).toEqual(expected)
  })
})

describe('a page that reviews a claim', () => {
  const body = `<body class="page"><nav>Home</nav><article><h1>No, the dam is not safe</h1><p>${'The review looks at what was said, and at what the engineers found when they went there. '.repeat(8)}</p>`
  const page = async (head: string, claim = '') => (await file('a.html', `<!DOCTYPE html><html lang="en"><head><title>No, the dam is not safe</title>${head}</head>${body}${claim}</article></body></html>`)).details
  const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
  const review = { '@type': 'ClaimReview', author: { '@type': 'Organization', name: 'River Facts' }, claimReviewed: 'The dam is safe', itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Governor Vale' } } }

  it.each<[string, string, string, string]>([
    ['in JSON-LD alone', jsonLd(review), '', 'River Facts'],
    ['beside an article', jsonLd({ '@graph': [review, { '@type': 'NewsArticle', author: { name: 'Elena Marsh' } }] }), '', 'Elena Marsh'],
    ['that is an article itself', jsonLd({ ...review, itemReviewed: { '@type': 'NewsArticle', author: { name: 'Governor Vale' } } }), '', 'River Facts'],
    ['told by reference, before the article', jsonLd({ '@graph': [{ '@type': 'Report', '@id': '#claim', author: { name: 'Governor Vale' } }, { ...review, itemReviewed: { '@id': '#claim' } }, { '@type': 'NewsArticle', author: [{ name: 'Elena Marsh' }] }] }), '', 'Elena Marsh'],
    ['whose author the page also calls its own', `${jsonLd(review)}<meta name="author" content="Governor Vale">`, '', 'River Facts'],
    ['in microdata', '', '<div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Claim"><span itemprop="author" itemscope><span itemprop="name" class="byline">Governor Vale</span></span></div>', ''],
    ['in microdata, as a meta element', '', '<div itemprop="itemReviewed" itemscope><meta itemprop="author" content="Governor Vale"></div>', ''],
    ['in JSON-LD, with a line that looks like a byline', jsonLd({ ...review, author: undefined }), '<p class="byline author">By Governor Vale, on television</p>', ''],
  ])('is not bylined to whose claim it is: %s', async (_, head, claim, byline) => {
    expect((await page(head, claim)).byline).toBe(byline)
  })
  it('keeps its own writer', async () => {
    expect((await page(`${jsonLd({ ...review, author: undefined })}<meta name="author" content="Elena Marsh">`)).byline).toBe('Elena Marsh')
  })
})
