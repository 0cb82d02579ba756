import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { parse } from 'csv-parse/sync'
import { HtmlValidate } from 'html-validate'
import { JSDOM } from 'jsdom'
import { convertToHtml, extractRawText } from 'mammoth'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { everything, type ComparisonChoice } from '../../shared/comparison.ts'
import type { ComparisonFormat } from '../../shared/export.ts'
import { contentSecurityPolicy } from '../content-security-policy.ts'
import { aLibrary, anArticle, aStatement } from '../testing.ts'

const missing = '01890000-0000-7000-8000-000000000000'
const bold = (text: string) => ({ root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [{ type: 'paragraph', version: 1, direction: null, format: '', indent: 0, children: [{ type: 'text', version: 1, text, format: 1, detail: 0, mode: 'normal', style: '' }] }] } })
const hostile = '=HYPERLINK("https://x.example","a|b")'

/** Two articles, three speakers, two issues; a change, a contradiction, a look, a note, a hostile name, Arabic words. */
async function aComparison(choice: Partial<ComparisonChoice> = {}) {
  const library = await aLibrary()
  const { call } = library
  const first = await anArticle(library, 'The <river> deal & more\n\n“We will not sign,” said Mayor Ana Ruiz on Monday. “We” she added, “may yet”, | and left.\n\nقال الوزير إن الجسر آمن.')
  const second = await anArticle(library, 'A second look\n\n=1+1 said the union. The wall is safe, said the mayor.')
  await call('articles.update', { id: first.id, publisher: 'River Post', published: '2026-03-01', language: 'en', address: 'https://post.example/deal' })
  await call('articles.update', { id: second.id, published: '2026-04' })
  const mark = (articleId: string, words: string, speaker: string, issue: string, stance: 'asserts' | 'denies' | 'doubts') => aStatement(library, { articleId, words, speaker, issue, stance })
  const refused = await mark(first.id, '“We will not sign,”', 'Mayor', 'The deal holds', 'denies')
  await call('statements.update', { id: refused.id, wording: 'quote' })
  const safe = await mark(second.id, 'The wall is safe', 'Mayor', 'The deal holds', 'asserts')
  await mark(first.id, 'قال الوزير إن الجسر آمن.', 'الوزير', 'The deal holds', 'asserts')
  await mark(second.id, '=1+1 said the union', hostile, 'The wall <is> "safe"', 'doubts')
  await call('notes.save', { subject: { type: 'highlight', id: refused.highlightId }, document: bold('Says so, only in writing'), run: '1' })
  await call('looks.set', { issueId: (await call('issues.list', {}))[1]!.id, speakerId: refused.speakerId!, articleIds: [first.id, second.id] })
  const comparison = await call('comparisons.create', { title: 'Deal: a/b', choice: { ...everything, ...choice } })
  const render = (format: ComparisonFormat) => call('exports.renderComparison', { format, comparisonId: comparison.id })
  return { ...library, comparison, render, refused, safe }
}

test('a comparison that is gone, or that has nothing in it, is refused', async () => {
  const { call, comparison } = await aComparison()
  await expect(call('exports.renderComparison', { format: 'evidence', comparisonId: missing })).rejects.toThrow('That comparison is not in the library any more.')
  await call('comparisons.update', { id: comparison.id, filter: { ...everything.filter, from: '2030' } })
  await expect(call('exports.renderComparison', { format: 'docx', comparisonId: comparison.id })).rejects.toThrow('There is no statement in this comparison')
})

test('without a title it is everything', async () => {
  const { call } = await aComparison()
  expect((await call('exports.renderComparison', { format: 'markdown-table', comparisonId: null })).fileName).toBe('All statements.md')
})

describe('CSV', () => {
  const read = (content: string): string[][] => parse(content, { bom: true, relaxQuotes: false, relaxColumnCount: false })

  test('one row a statement, in the order of the matrix, with nothing that a spreadsheet runs', async () => {
    const { render } = await aComparison()
    const { fileName, content } = await render('csv-statements')
    const [head, ...rows] = read(content)
    expect(fileName).toBe('Deal a b statements.csv')
    const column = (name: string) => rows.map((row) => row[head!.indexOf(name)])
    expect(column('quote')).toEqual(['The wall is safe', '“We will not sign,”', 'قال الوزير إن الجسر آمن.', "'=1+1 said the union"])
    expect(column('speaker').at(-1)).toBe(`'${hostile}`)
    expect(column('stance')).toEqual(['Asserts', 'Denies', 'Asserts', 'Doubts'])
    expect(column('note')[1]).toBe('Says so, only in writing')
  })

  test('the matrix itself, turned as it is on the screen', async () => {
    const upright = read((await (await aComparison()).render('csv-matrix')).content)
    expect(upright[0]).toEqual(['Issue', 'Mayor', 'الوزير', `'${hostile}`])
    expect(upright[1]![1]).toBe('Asserts (also denies: River Post)\nThe wall is safe (Paraphrase (guessed), A second look, printed April 2026, ¶\u00A01 (title guessed))\nand 1 more, from 2 sources')
    expect(upright[2]).toEqual(['The wall <is> "safe"', 'None found in 2 articles', 'No statement yet', expect.stringMatching(/^Doubts\n=1\+1 said the union \(Paraphrase \(guessed\), A second look/)])
    const turned = read((await (await aComparison({ turned: true })).render('csv-matrix')).content)
    expect(turned[0]).toEqual(['Speaker', 'The deal holds', 'The wall <is> "safe"'])
    expect(turned.map((row) => row[1])).toEqual(upright[0]!.slice(1).map((_, at) => upright[1]![at + 1]).toSpliced(0, 0, 'The deal holds'))
  })
})

test('Markdown reads back as one table with as many cells as the matrix has, and every quote to the character', async () => {
  const { render } = await aComparison()
  const tree = fromMarkdown((await render('markdown-table')).content, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const tables = tree.children.filter((node) => node.type === 'table')
  expect(tables.map((table) => table.children.map((row) => row.children.length))).toEqual([[4, 4, 4]])
  const quotes = tree.children.filter((node) => node.type === 'blockquote').map((node) => JSON.stringify(node))
  expect(quotes).toHaveLength(4)
  expect(quotes[1]).toContain('“We will not sign,”')
})

describe('the evidence page', () => {
  test('is valid, runs nothing, fetches nothing, and leads from each cell to its passage and back', async () => {
    const { render } = await aComparison()
    const { content } = await render('evidence')
    const report = await new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document'] }).validateString(content)
    expect(report.results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId}: ${one.message} (${one.line}:${one.column})`))).toEqual([])
    const { document } = new JSDOM(content).window
    expect(document.querySelectorAll('script, img, link, iframe, [src], [onclick]')).toHaveLength(0)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) expect(document.getElementById(link.getAttribute('href')!.slice(1)), link.outerHTML).not.toBeNull()
    const follow = (from: Element, selector: string) => document.getElementById(from.querySelector(selector)!.getAttribute('href')!.slice(1))!
    for (const cell of document.querySelectorAll('td:has(.quote)')) {
      const statement = follow(cell, '.quote')
      const passage = follow(statement, 'a[href^="#passage-"]')
      expect(passage.textContent).toBe(statement.querySelector('blockquote')!.textContent)
      expect(document.getElementById(statement.querySelector('a[href^="#cell-"]')!.getAttribute('href')!.slice(1))).toBe(cell)
      expect(passage.closest('article')!.querySelector(`sup a[href="#${statement.id}"]`)).not.toBeNull()
    }
    expect(document.body.textContent).toContain('None found in 2 articles')
    expect(document.title).toBe('Deal: a/b')
    // Shown within the app, it has the app's policy.
    const hash = createHash('sha256').update(document.querySelector('style')!.textContent).digest('base64')
    expect(contentSecurityPolicy([])).toContain(`'sha256-${hash}'`)
    expect(document.querySelectorAll('[style]')).toHaveLength(0)
  })

  test('tells how far it is', async () => {
    const library = await aComparison()
    await library.call('exports.renderComparison', { format: 'evidence', comparisonId: null, job: 'one' })
    expect(library.events).toContain('exports.progress')
  })
})

describe('documents', () => {
  test('Word reads back with the matrix, the quotes and the note in bold', async () => {
    const { render } = await aComparison()
    const { content, encoding, losses } = await render('docx')
    expect(encoding).toBe('base64')
    const buffer = Buffer.from(content, 'base64')
    const { value: text } = await extractRawText({ buffer })
    for (const words of ['Deal: a/b', '“We will not sign,”', 'قال الوزير إن الجسر آمن.', '=1+1 said the union', 'None found in 2 articles', 'River Post, printed 1 March 2026']) expect(text).toContain(words)
    const { document } = new JSDOM((await convertToHtml({ buffer })).value).window
    expect([...document.querySelectorAll('table tr')].map((row) => row.children.length)).toEqual([4, 4, 4])
    expect([...document.querySelectorAll('strong')].map((one) => one.textContent)).toContain('Says so, only in writing')
    expect(losses).toContain('2 articles’ texts')
  })

  test('OpenDocument is well-formed, its first entry is its kind, and it holds the same', async () => {
    const { render } = await aComparison()
    const bytes = new Uint8Array(Buffer.from((await render('odt')).content, 'base64'))
    // ZIP local file header: method 0 (stored) at 8, the name from 30.
    expect([bytes[8], strFromU8(bytes.subarray(30, 38))]).toEqual([0, 'mimetype'])
    const files = unzipSync(bytes)
    const read = (name: string) => new (new JSDOM('').window.DOMParser)().parseFromString(strFromU8(files[name]!), 'application/xml')
    for (const name of ['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml']) expect(read(name).querySelector('parsererror'), name).toBeNull()
    const content = read('content.xml')
    expect([...content.getElementsByTagName('table:table-row')].map((row) => row.getElementsByTagName('table:table-cell').length)).toEqual([4, 4, 4])
    for (const words of ['“We will not sign,”', 'قال الوزير إن الجسر آمن.', 'Says so, only in writing', hostile]) expect(content.documentElement.textContent).toContain(words)
    const named = new Set([...content.getElementsByTagName('*')].flatMap((one) => one.getAttribute('text:style-name') ?? one.getAttribute('table:style-name') ?? []))
    const styles = new Set([content, read('styles.xml')].flatMap((one) => [...one.getElementsByTagName('*')]).flatMap((one) => one.getAttribute('style:name') ?? []))
    expect([...named].filter((name) => !styles.has(name))).toEqual([])
  })
})

test('guesses and what was only printed are named as such in every format', async () => {
  const { call, render } = await aComparison()
  const [first] = (await call('articles.list', {})).filter(({ publisher }) => publisher === 'River Post')
  const { text } = await call('articles.get', { id: first!.id })
  const start = text.indexOf('“We” she')
  const { speakerId, issueId } = (await call('statements.list', { articleId: first!.id })).find(({ quote }) => quote.startsWith('“We will'))!
  const both = await call('statements.create', { on: { articleId: first!.id, ranges: [{ start, end: start + 25 }] }, speakerId, issueId, stance: 'asserts', dateSaid: '2026-05-02' })
  expect(both).toMatchObject({ quote: '“We” she added, “may yet”', wording: 'partly', wordingGuessed: true })
  const word = await extractRawText({ buffer: Buffer.from((await render('docx')).content, 'base64') })
  const openDocument = strFromU8(unzipSync(new Uint8Array(Buffer.from((await render('odt')).content, 'base64')))['content.xml']!).replace(/<[^>]+>/g, '')
  const page = new JSDOM((await render('evidence')).content).window.document.body.textContent
  const written = [word.value, openDocument, page, (await render('markdown-table')).content.replaceAll('\\', ''), (await render('csv-statements')).content, (await render('csv-matrix')).content]
  for (const content of written) expect(content).toContain('Partly quoted (guessed)')
  for (const content of written.toSpliced(4, 1)) {
    expect(content.toLowerCase()).toMatch(/also denies/)
    expect(content.toLowerCase()).not.toMatch(/changed:/)
  }
  for (const content of written.slice(0, 4)) expect(content).toContain('title guessed')
  await call('statements.update', { id: both.id, wording: 'partly' })
  expect((await render('csv-statements')).content).not.toContain('Partly quoted (guessed)')
})
