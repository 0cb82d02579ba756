/** A library's file that does not agree with itself is refused with where, or mended and told. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { toLexical } from '../../shared/body.ts'
import type { LibraryFile } from '../../shared/export.ts'
import { aLibrary, type TestApp } from '../testing.ts'
import { aFilledLibrary } from './a-filled-library.ts'

const filled = aFilledLibrary()
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const contents = async ({ call }: TestApp): Promise<LibraryFile> => JSON.parse((await call('exports.render', { format: 'json' })).content) as LibraryFile
const bringIn = ({ call }: TestApp, bytes: Buffer | string, name = 'library.json') => call('articles.import', { kind: 'file', name, base64: Buffer.from(bytes).toString('base64') })

async function spoilt(spoil: (file: LibraryFile) => void): Promise<string> {
  const file = JSON.parse(await filled) as LibraryFile
  spoil(file)
  return JSON.stringify(file)
}
const nested = (levels: number): object => (levels === 0 ? { type: 'text', text: 'x' } : { type: 'quote', children: [nested(levels - 1)] })

test.each<[string, (file: LibraryFile) => void, RegExp]>([
  ['a wrong SHA-256', ({ articles }) => { articles[0]!.revisions[0]!.sha256 = sha256('other') }, /“The river deal”, revision 1, is not the one that was exported/],
  ['a body that says something else', ({ articles }) => { articles[0]!.revisions[0]!.body = toLexical([{ type: 'paragraph', inlines: [{ text: 'Other' }] }]) }, /“The river deal”, revision 1, is not that of its body/],
  ['a revision twice', ({ articles }) => { articles[0]!.revisions.push(articles[0]!.revisions[0]!) }, /“The river deal” has the same revision twice/],
  ['half a revision', ({ articles }) => { articles[0]!.revisions[0]!.number = 1.5 }, /articles\.0\.revisions\.0\.number: write a whole number/],
  ['a present revision that is not the last', ({ articles }) => { articles[0]!.revision = 1 }, /“The river deal” has a revision after its present one, 1/],
  ['a quote that is not there', ({ highlights }) => { highlights[0]!.ranges[0]!.exact = 'We will sign' }, /highlight .* says “We will sign”/],
  ['a range behind the end', ({ highlights }) => { highlights[0]!.ranges[0]!.end = 1e6 }, /highlight .* says “/],
  ['a body too deep', ({ articles }) => { articles[0]!.revisions[0]!.body = { root: { type: 'root', children: [nested(110) as never] } } }, /articles\.0\.revisions\.0\.body: is nested more than 100 levels deep/],
  ['two notes on one thing', ({ notes }) => { notes[1]!.subject = notes[0]!.subject }, /two notes are about the same/],
  ['a circle', ({ speakers }) => { speakers[1]!.speaksForId = speakers[0]!.id }, /“Ana Ruiz” speaks, through others, for itself/],
  ['a statement of nobody known', ({ statements }) => { statements[0]!.speakerId = statements[0]!.id }, /statement .* names a speaker that is not there/],
  ['one identifier of two statements', ({ statements }) => { statements[1]!.id = statements[0]!.id }, /two statements have the same identifier, /],
])('%s is refused', async (_what, spoil, sentence) => {
  const library = await aLibrary()
  const before = await contents(library)
  await expect(bringIn(library, await spoilt(spoil))).rejects.toThrow(sentence)
  expect(await contents(library)).toEqual(before)
})

test('an endless number is refused', async () => {
  await expect(bringIn(await aLibrary(), (await filled).replace('"position":1', '"position":1e999'))).rejects.toThrow(/speakers\.0\.position: too large a number/)
})

test.each<[string, (file: LibraryFile) => void, string]>([
  ['a range that cuts an emoji', ({ highlights }) => { const [range] = highlights[0]!.ranges; range!.start += 5; range!.exact = range!.exact.slice(5); range!.prefix = '' }, '1 highlight cut a character in two: it was widened to whole characters'],
  ['other words around a quote', ({ highlights }) => { highlights[0]!.ranges[0]!.prefix = 'never said' }, '1 highlight kept other words around it than its text has: those of the text were taken'],
  ['parts out of order', ({ highlights }) => { highlights[0]!.ranges.reverse() }, '1 highlight had parts that overlapped or were out of order: they were put in order'],
  ['a place that is not there', ({ highlights }) => { highlights.find(({ candidates }) => candidates.length > 0)!.candidates[0]![0]!.exact = 'nowhere' }, '1 waiting highlight was offered places that its article does not have: they were left out'],
  ['another text of a note', ({ notes }) => { notes[0]!.text = 'something else' }, '1 note’s plain text was not that of the note: it was written again'],
  ['a note about nothing', ({ notes }) => { notes[0]!.subject.id = notes[0]!.id }, '1 note was about something that is not in the file: it was left out'],
  ['a look at nothing', ({ looks }) => { looks[0]!.articleIds = [looks[0]!.issueId] }, '1 “looked, none found” named something that is not in the file: it was left out'],
  ['a name twice', ({ speakers }) => { speakers[1]!.name = 'ana  RUIZ' }, '1 name stood twice: the second one got a number'],
])('%s is mended and told', async (_what, spoil, sentence) => {
  const library = await aLibrary()
  expect((await bringIn(library, await spoilt(spoil))).mended).toEqual([sentence])
  expect((await library.call('library.verify', {})).differences).toEqual([])
  const first = (await library.call('exports.render', { format: 'json' })).content
  const other = await aLibrary()
  expect((await bringIn(other, first)).mended).toEqual([])
  expect((await other.call('exports.render', { format: 'json' })).content).toBe(first)
})

test('what can’t be seen in a name does not come in', async () => {
  const library = await aLibrary()
  await bringIn(library, (await filled).replace('"title":"The river deal"', '"title":"The \\u0000river\\u202e deal"'))
  expect((await contents(library)).articles[0]!.title).toBe('The river deal')
})

test('a library in UTF-16 is the library, with and without its mark; inside a list it is refused', async () => {
  const file = await filled
  for (const bytes of [Buffer.from(file, 'utf16le'), Buffer.from(`\uFEFF${file}`, 'utf16le'), Buffer.from(file, 'utf16le').swap16(), Buffer.from(`\uFEFF${file}`)]) {
    const library = await aLibrary()
    await bringIn(library, bytes)
    expect((await library.call('exports.render', { format: 'json' })).content).toBe(file)
  }
  const library = await aLibrary()
  for (const around of [`[${file}]`, ` [ [${file}]]`, `{"library": ${file}}`]) await expect(bringIn(library, around)).rejects.toThrow('inside something else')
  expect(await library.call('articles.list', {})).toEqual([])
})
