/** What must be said beside a quote is said in every format: that another may say the words now, and that a wording is an older one. */
import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { toCodePoints } from '../../shared/anchor/selectors.ts'
import { fromLexical, toLexical } from '../../shared/body.ts'
import type { ComparisonFormat } from '../../shared/export.ts'
import { aLibrary, anArticle, aStatement } from '../testing.ts'
import { verifyFile } from '../verify/verify-file.ts'
import { readLibraryFile } from '../formats/read-library-file.ts'

const words = '“We will not sign,”'

/** The article begins with one paragraph more, and reads otherwise. */
async function aRevisedArticle(from: string, to: string) {
  const library = await aLibrary()
  const { call } = library
  const { id, body } = await anArticle(library, 'The river deal\n\nThe river rose again last night.\n\nNew. “We will not sign,” said Mayor Ana Ruiz 🚢 on Monday. The council wants the dam opened by May.\n\nEngineers said the wall is safe. The union doubts it.')
  const statement = await aStatement(library, { articleId: id, words, speaker: 'Ana Ruiz', issue: 'The deal is signed', stance: 'denies' })
  const changed = fromLexical(body).map((block) => ({ ...block, inlines: block.inlines.map((inline) => ({ ...inline, text: inline.text.replace(from, to) })) }))
  await call('drafts.save', { articleId: id, base: 1, document: toLexical([{ type: 'paragraph', inlines: [{ text: 'First 🌊.' }] }, ...changed]) })
  await call('articles.revise', { id })
  const render = async (format: Parameters<typeof call<'exports.render'>>[1]['format']): Promise<string> => (await call('exports.render', { format })).content
  const compare = async (format: ComparisonFormat): Promise<string> => (await call('exports.renderComparison', { format, comparisonId: null })).content
  const verify = async (text: string) => verifyFile(new TextEncoder().encode(text), 'export', async () => readLibraryFile(new TextEncoder().encode(await render('json')))!.file)
  const { text } = await call('articles.get', { id })
  return { ...library, id, text, statement, render, compare, verify }
}

const another = () => aRevisedArticle('Mayor Ana Ruiz', 'Treasurer Ben Roth')
const older = async () => {
  const library = await aRevisedArticle('not sign', 'sign')
  await library.call('highlights.keepOld', { id: library.statement.highlightId })
  return library
}

test.each([['said by another?', another], ['wording of revision 1', older]] as const)('every export says “%s” beside the quote', async (caveat, make) => {
  const { render, compare } = await make()
  for (const format of ['markdown', 'html', 'csv', 'web-annotation'] as const) expect([format, (await render(format)).includes(caveat)]).toEqual([format, true])
  for (const format of ['evidence', 'markdown-table', 'csv-statements', 'csv-matrix'] as const) expect([format, (await compare(format)).includes(caveat)]).toEqual([format, true])
  for (const [format, part] of [['docx', 'word/document.xml'], ['odt', 'content.xml']] as const) {
    const parts = unzipSync(Buffer.from(await compare(format), 'base64'))
    expect([format, strFromU8(parts[part]!).split(caveat).length - 1]).toEqual([format, 2])
  }
})

test('words that another may say are exported at their place in the present text', async () => {
  const { render, compare, text } = await another()
  const start = toCodePoints(text, text.indexOf(words))
  const [selected] = JSON.parse(await render('web-annotation')).first.items
  expect(selected.target.selector[0]).toMatchObject({ exact: words, suffix: ' said Treasurer Ben Roth 🚢 on M' })
  expect(selected.target.selector[1]).toEqual({ type: 'TextPositionSelector', start, end: start + words.length })
  expect(selected.body.at(-1)).toEqual({ type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: 'said by another?' })
  expect(await render('csv')).toContain(`,3,${start},${start + words.length},said-by-another,said by another?,`)
  const { document } = new JSDOM(await render('html')).window
  expect(document.querySelector('.text mark')!.textContent).toBe(words)
  expect(document.querySelector('.text sup a')!.getAttribute('aria-label')).toBe('Statement 1: Ana Ruiz, Denies, said by another?')
  const evidence = new JSDOM(await compare('evidence')).window.document
  expect(evidence.querySelector('.text mark')!.textContent).toBe(words)
  expect(evidence.querySelector('.text sup a')!.getAttribute('aria-label')).toBe('Statement 1: Ana Ruiz, Denies, said by another?')
})

test('an older wording that was kept is exported at its place in the text that it is of', async () => {
  const { render } = await older()
  const start = 'The river rose again last night.\nNew. '.length
  expect(await render('csv')).toContain(`,2,${start},${start + words.length},reworded,wording of revision 1,`)
  expect(new JSDOM(await render('html')).window.document.querySelector('.text mark')).toBeNull()
})

test('a list of statements says it, with the paragraph where the words stand now', async () => {
  const { call, statement } = await another()
  expect(await call('statements.list', {})).toMatchObject([{ quote: words, caveat: 'said by another?', paragraph: 3 }])
  const [around] = await call('statements.surroundings', { ids: [statement.id] })
  expect(around).toMatchObject({ before: 'The river rose again last night.', paragraphs: [{ number: 3, marked: [{ start: 5, end: 5 + words.length }] }] })
  expect(around!.paragraphs[0]!.text).toContain('Treasurer Ben Roth')
  expect(await call('notes.resolve', { type: 'highlight', id: statement.highlightId })).toMatchObject({ name: words, article: { paragraph: 3 } })
  await call('highlights.accept', { id: statement.highlightId, candidate: 0 })
  expect(await call('statements.list', {})).toMatchObject([{ caveat: '', paragraph: 3 }])
  const kept = await older()
  expect(await kept.call('statements.list', {})).toMatchObject([{ caveat: 'wording of revision 1', paragraph: 2 }])
})

test.each([another, older])('what is exported verifies, and JSON brings the same back', async (make) => {
  const { call, render, verify } = await make()
  expect((await call('library.verify', {})).differences).toEqual([])
  for (const format of ['csv', 'web-annotation', 'json'] as const) expect((await verify(await render(format))).differences).toEqual([])
  const json = await render('json')
  const elsewhere = await aLibrary()
  await elsewhere.call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(json).toString('base64') })
  const brought = (await elsewhere.call('exports.render', { format: 'json' })).content
  const timeless = (text: string): unknown => JSON.parse(text, (key, value: unknown) => (key === 'exportedAt' ? '' : value))
  expect(timeless(brought)).toEqual(timeless(json))
})

test('a place that the present text does not hold is a difference in the library’s JSON', async () => {
  const { render, verify } = await another()
  const file = JSON.parse(await render('json'))
  file.highlights[0].candidates[0][0].start += 1
  expect((await verify(JSON.stringify(file))).differences).toMatchObject([{ kind: 'quote', revision: 2 }])
})
