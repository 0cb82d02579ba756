/**
 * What a file holds and what is told to be missing from it are together all that was exported: for every format, from a library
 * with one of everything, each named by a word of its own, which is looked for in the written file.
 */
import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { convertToHtml } from 'mammoth'
import { describe, expect, test } from 'vitest'
import { fromLexical, toLexical, type Block } from '../../shared/body.ts'
import { everything } from '../../shared/comparison.ts'
import { comparisonFormats, exportFormats, type ComparisonFormat, type ExportFormat, type WrittenFile } from '../../shared/export.ts'
import { aLibrary, anArticle, aStatement, type TestApp } from '../testing.ts'

type Format = ExportFormat | ComparisonFormat
type Scope = 'library' | 'article' | 'comparison'

const typed = (text: string) => toLexical([{ type: 'paragraph', inlines: [{ text }] }])

async function aLibraryWithOneOfEverything() {
  const library = await aLibrary()
  const { call } = library
  const binned = await anArticle(library, 'Binword\n\nThis was thrown away.')
  await call('articles.delete', { ids: [binned.id] })
  const { id } = await anArticle(library, 'Some words\n\nOldword stood here.\n\nQuoteword is what was said. Restword is the rest.')
  await revise(library, id, (text) => text.replace('Oldword', 'Another word'))
  await call('articles.update', { id, title: 'Titleword', byline: 'Bylineword', publisher: 'Publisherword', published: '2019-07', address: 'https://addressword.example/a', language: 'cy' })
  await call('articles.setReadingPlace', { id, readingPlace: 3, readTo: 0.5 })
  const statement = await aStatement(library, { articleId: id, words: 'Quoteword', speaker: 'Speakerword', issue: 'Issueword', stance: 'denies' })
  const [reporter, chief] = [await call('speakers.create', { name: 'Reporterword' }), await call('speakers.create', { name: 'Chiefword' })]
  await call('statements.update', { id: statement.id, wording: 'quote', reportedById: reporter.id, dateSaid: '2018-05-06' })
  await call('speakers.update', { id: statement.speakerId!, speaksForId: chief.id })
  await call('speakers.addAlias', { id: statement.speakerId!, name: 'Aliasword', articleId: null })
  await call('issues.create', { proposition: 'Emptyword' })
  const tag = await call('tags.create', { name: 'Tagword' })
  const collection = await call('collections.create', { name: 'Collectionword' })
  await call('articles.setTag', { ids: [id], tagId: tag.id, on: true })
  await call('articles.setCollection', { ids: [id], collectionId: collection.id, on: true })
  await call('highlights.setTag', { id: statement.highlightId, tagId: tag.id, on: true })
  await call('events.create', { title: 'Eventword', date: '2020', articleIds: [id], collectionId: null })
  await call('looks.set', { issueId: statement.issueId!, speakerId: chief.id, articleIds: [id] })
  const comparison = await call('comparisons.create', { title: 'Comparisonword', choice: { ...everything, issueIds: [statement.issueId!], speakerIds: [statement.speakerId!, chief.id] } })
  const note = async (type: 'highlight' | 'article' | 'speaker' | 'issue' | 'comparison', subject: string, document: ReturnType<typeof typed>) => call('notes.save', { subject: { type, id: subject }, document, run: subject })
  await note('article', id, typed('Articlenote'))
  await note('speaker', chief.id, typed('Speakernote'))
  await note('issue', statement.issueId!, typed('Issuenote'))
  await note('comparison', comparison.id, typed('Comparisonnote'))
  const linked = toLexical([{ type: 'paragraph', inlines: [{ text: 'Boldword', bold: true }] }])
  linked.root.children!.push({ ...typed('').root.children![0]!, children: [{ type: 'reference', version: 1, subjectType: 'speaker', subjectId: chief.id, text: 'the chief' }] })
  await note('highlight', statement.highlightId, linked)
  await call('drafts.save', { articleId: id, base: 2, document: typed('Draftword') })
  return { ...library, articleId: id, comparison, statement }
}

async function revise({ call }: Pick<TestApp, 'call'>, id: string, edit: (text: string) => string): Promise<void> {
  const { body, revision } = await call('articles.get', { id })
  const document = toLexical(fromLexical(body).map((block): Block => ({ ...block, inlines: block.inlines.map((inline) => ({ ...inline, text: edit(inline.text) })) })))
  await call('drafts.save', { articleId: id, base: revision, document })
  await call('articles.revise', { id })
}

/** A written file as a reader finds it: its words, and its elements where it has some. */
interface Found { format: Format; words: string; page: Document | undefined }

async function open(format: Format, { fileName, content, encoding }: WrittenFile): Promise<Found> {
  const bytes = Buffer.from(content, encoding)
  const html = format === 'docx' ? (await convertToHtml({ buffer: bytes })).value : format === 'odt' ? strFromU8(unzipSync(bytes)['content.xml']!) : ['html', 'evidence'].includes(format) ? content : undefined
  if (html === undefined) return { format, words: `${fileName}\n${content}`, page: undefined }
  const page = new JSDOM(html, format === 'odt' ? { contentType: 'application/xml' } : {}).window.document
  for (const style of page.querySelectorAll('style')) style.remove()
  return { format, words: `${fileName}\n${page.documentElement.textContent}`, page }
}

const says = (...words: string[]) => ({ words: text }: Found): boolean => words.some((word) => text.includes(word))
const inJson = ({ format }: Found): boolean => format === 'json'
const isBold = ({ format, words, page }: Found): boolean => {
  if (page) return [...page.querySelectorAll('strong, [*|style-name="Bold"]')].some((one) => one.textContent.includes('Boldword'))
  return format === 'json' || /\*\*Boldword|<strong>Boldword/.test(words)
}
/** Its offset in the text, or the mark on it. */
const isPlaced = ({ words, page }: Found): boolean => (page ? page.querySelector('mark[id^="passage-"]')?.textContent === 'Quoteword' : /"start": ?\d|,\d+,\d+,same,/.test(words))
const isColoured = (colour: number) => ({ format, page }: Found): boolean => format === 'json' || Boolean(page?.querySelector(`.sp${colour}`))

interface Item { found: (file: Found) => boolean; in?: Scope[]; of?: string }
/** One, several, and each: what finds it, where it is part of what is exported, and what it says something of. */
const kinds: [one: string, several: string, items: Item[]][] = [
  ['article', 'articles', [{ found: says('Titleword', 'addressword', 'Publisherword') }]],
  ['article in the bin', 'articles in the bin', [{ found: says('Binword'), in: ['library'] }]],
  ['article’s title', 'articles’ titles', [{ found: says('Titleword'), of: 'article' }]],
  ['article’s byline', 'articles’ bylines', [{ found: says('Bylineword'), of: 'article' }]],
  ['article’s publisher', 'articles’ publishers', [{ found: says('Publisherword'), of: 'article' }]],
  ['article’s date', 'articles’ dates', [{ found: says('July 2019', '2019-07'), of: 'article' }]],
  ['article’s address', 'articles’ addresses', [{ found: says('addressword'), of: 'article' }]],
  ['article’s language', 'articles’ languages', [{ found: ({ format, page }) => format === 'json' || Boolean(page?.querySelector('[lang="cy"]')), of: 'article' }]],
  ['article’s text', 'articles’ texts', [{ found: says('Restword is the rest') }]],
  ['earlier version of a text', 'earlier versions of texts', [{ found: says('Oldword') }]],
  ['draft', 'drafts', [{ found: says('Draftword') }]],
  ['article’s reading place', 'articles’ reading places', [{ found: says('"readingPlace":3') }]],
  ['highlight', 'highlights', [{ found: says('Quoteword') }]],
  ['highlight’s exact place', 'highlights’ exact places', [{ found: isPlaced }]],
  ['statement', 'statements', [{ found: says('Quoteword') }]],
  ['stance', 'stances', [{ found: says('Denies', '"denies"') }]],
  ['statement’s wording', 'statements’ wordings', [{ found: says('Direct quote', '"wording":"quote"') }]],
  ['statement’s “reported by”', 'statements’ “reported by”', [{ found: says('Reporterword') }]],
  ['date said', 'dates said', [{ found: says('6 May 2018', '2018-05-06') }]],
  ['speaker', 'speakers', ['Speakerword', 'Reporterword', 'Chiefword'].map((word) => ({ found: says(word) }))],
  ['other name of a speaker', 'other names of speakers', [{ found: says('Aliasword') }]],
  ['speaker’s “speaks for”', 'speakers’ “speaks for”', [{ found: inJson }]],
  ['speaker’s colour', 'speakers’ colours', ['Speakerword', 'Reporterword', 'Chiefword'].map((word, at) => ({ found: isColoured(at + 1), of: word }))],
  ['issue', 'issues', [{ found: says('Issueword') }, { found: says('Emptyword'), in: ['library'] }]],
  ['note', 'notes', [
    { found: says('Boldword') }, { found: says('Articlenote') }, { found: says('Speakernote') }, { found: says('Issuenote') }, { found: says('Comparisonnote'), in: ['library', 'comparison'] },
  ]],
  ['note’s formatting', 'notes’ formatting', [{ found: isBold, of: 'Boldword' }]],
  ['note’s links to what it names', 'notes’ links to what they name', [{ found: inJson, of: 'Boldword' }]],
  ['tag', 'tags', [{ found: says('Tagword') }]],
  ['place where a tag is set', 'places where tags are set', [{ found: says('Tagword'), of: 'Tagword' }, { found: inJson, of: 'Tagword' }]],
  ['collection', 'collections', [{ found: says('Collectionword') }]],
  ['article’s place in a collection', 'articles’ places in collections', [{ found: inJson, of: 'Collectionword' }]],
  ['comparison', 'comparisons', [{ found: says('Comparisonword'), in: ['library', 'comparison'] }]],
  ['comparison’s filters and choices', 'comparisons’ filters and choices', [{ found: inJson, of: 'Comparisonword', in: ['library', 'comparison'] }]],
  ['“looked, none found”', '“looked, none found”', [{ found: says('None found in', '"lookedAt"') }]],
  ['list of articles that were looked through', 'lists of articles that were looked through', [{ found: inJson, of: 'None found in' }]],
  ['event', 'events', [{ found: says('Eventword'), in: ['library'] }]],
]

/** What the file lacks, told as the app should tell it. */
function missingIn(file: Found, scope: Scope): string[] {
  const isAbout = ({ of }: Item): boolean => of === undefined || (of === 'article' ? says('Titleword', 'addressword', 'Publisherword') : says(of, ...(of === 'None found in' ? ['"lookedAt"'] : [])))(file)
  return kinds.flatMap(([one, several, items]) => {
    const all = items.filter((item) => (item.in ?? [scope]).includes(scope) && isAbout(item))
    const missing = all.filter(({ found }) => !found(file)).length
    if (missing === 0) return []
    return [missing === all.length ? `${missing} ${missing === 1 ? one : several}` : `${missing} of ${all.length} ${several}`]
  })
}

describe('what a file holds and what is told to be missing are everything', () => {
  test.each(exportFormats)('%s of the library, and of one article', async (format) => {
    const { call, articleId } = await aLibraryWithOneOfEverything()
    const whole = await call('exports.render', { format })
    const beside = format === 'json' ? ['the steps that can be undone, and this device’s settings'] : []
    expect(whole.losses).toEqual([...missingIn(await open(format, whole), 'library'), ...beside])
    const one = await call('exports.render', { format, articleId })
    expect(one.losses).toEqual(missingIn(await open(format, one), 'article'))
    if (format === 'json') expect([whole.losses, one.losses]).toEqual([beside, []])
    else expect(whole.losses).toEqual(expect.arrayContaining(['1 article in the bin', '1 draft', '1 event', '1 comparison']))
  })

  test.each(comparisonFormats)('%s of a comparison', async (format) => {
    const { call, comparison } = await aLibraryWithOneOfEverything()
    const file = await call('exports.renderComparison', { format, comparisonId: comparison.id })
    expect(file.losses).toEqual(missingIn(await open(format, file), 'comparison'))
    expect(file.losses).toContain('1 draft')
    const preview = await call('exports.renderComparison', { format, comparisonId: comparison.id, preview: true })
    expect([preview.losses, preview.fileName, preview.encoding]).toEqual([file.losses, file.fileName, 'utf8'])
  })
})

test('statements that have no place in a matrix are counted, with what to do; those that its filters leave out were not asked for', async () => {
  const { call, articleId, statement, comparison } = await aLibraryWithOneOfEverything()
  await call('statements.create', { on: { highlightId: statement.highlightId }, speakerId: statement.speakerId })
  const all = await call('exports.renderComparison', { format: 'evidence', comparisonId: null })
  expect(all.losses).toContain('1 of 2 statements, without a speaker or an issue: set it and export again')
  const chosen = await call('exports.renderComparison', { format: 'evidence', comparisonId: comparison.id })
  expect(chosen.losses.filter((loss) => /\bstatements?\b/.test(loss))).toEqual([])
  await call('statements.update', { id: (await call('statements.list', {})).find(({ issueId }) => issueId === null)!.id, issueId: statement.issueId })
  expect((await call('exports.renderComparison', { format: 'csv-matrix', comparisonId: null })).losses).toContain('1 of 2 statements')
  await call('highlights.create', { articleId, ranges: [{ start: 0, end: 4 }] })
  expect((await call('exports.render', { format: 'csv' })).losses).toContain('1 of 2 highlights')
})
