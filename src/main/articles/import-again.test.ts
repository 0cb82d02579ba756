/** The same article once more: other bytes that read the same, and what came between. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fromLexical, toLexical } from '../../shared/body.ts'
import { encodeAs } from '../formats/encode-as.ts'
import { aLibrary, riverText, type TestApp } from '../testing.ts'

const file = (name: string, content: string | Uint8Array) => ({ kind: 'file' as const, name, base64: Buffer.from(content).toString('base64') })
const page = (words: string, comment: string) => file('dam.html', `<!doctype html><title>The dam</title><link rel="canonical" href="https://example.org/dam"><!-- ${comment} --><article><h1>The dam</h1><p>${words} It was a long day, and nobody who stood there said a word about it.</p></article>`)
const articles = async ({ call }: Pick<TestApp, 'call'>) => [await call('articles.list', {}), await call('articles.list', { view: 'bin' })].map((list) => list.map(({ id }) => id))

test.each([
  ['with the ends of lines of Windows', riverText.replaceAll('\n', '\r\n')],
  ['with the ends of lines of old Macs', riverText.replaceAll('\n', '\r')],
  ['with a byte order mark', `\uFEFF${riverText}`],
  ['in UTF-16', Buffer.from(`\uFEFF${riverText}`, 'utf16le')],
  ['with another empty line at its end', `${riverText}\n\n`],
])('a text %s is the article that is there, also from the bin', async (_what, again) => {
  const library = await aLibrary()
  const { call } = library
  const { id } = await call('articles.import', file('river.txt', riverText))
  expect(await call('articles.import', file('river.txt', again))).toMatchObject({ id, existing: true, fromBin: false })
  await call('history.undo', {})
  expect(await call('articles.import', file('river.txt', again))).toMatchObject({ id, existing: true, fromBin: true })
  expect(await articles(library)).toEqual([[id], []])
})

test('two at once, with other ends of lines, are one article', async () => {
  const library = await aLibrary()
  const texts = [riverText, riverText.replaceAll('\n', '\r\n')]
  const made = await Promise.all(texts.map((text) => library.call('articles.import', file('river.txt', text))))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
})

test('the same words with another title, publisher or marks are another article', async () => {
  const library = await aLibrary()
  const story = (matter: string, words = 'The dam opens.') => file('dam.md', `---\n${matter}\n---\n\n${words}\n`)
  for (const source of [story('title: A'), story('title: B'), story('title: A\npublisher: Post'), story('title: A', 'The **dam** opens.')]) await library.call('articles.import', source)
  expect((await articles(library))[0]).toHaveLength(4)
})

test('a page that says what it said is no newer version of an article that was edited since', async () => {
  const { call } = await aLibrary()
  const { id } = await call('articles.import', page('The dam opens in May.', 'one'))
  const { body, title } = await call('articles.get', { id })
  await call('articles.update', { id, title: `${title}, edited` })
  await call('drafts.save', { articleId: id, base: 1, document: toLexical(fromLexical(body).map((block) => ({ ...block, inlines: block.inlines.map((inline) => ({ ...inline, text: inline.text.replace('dam opens', 'dam reopens') })) }))) })
  await call('articles.revise', { id })
  expect(await call('articles.import', page('The dam opens in May.', 'two'))).toMatchObject({ id, existing: true, newVersion: false })
  expect(await call('drafts.get', { articleId: id })).toBeNull()
  expect(await call('articles.import', page('The dam opens in June.', 'two'))).toMatchObject({ id, existing: true, newVersion: true })
})

test('a page that was undone comes back by other bytes of the same page', async () => {
  const library = await aLibrary()
  const { id } = await library.call('articles.import', page('The dam opens in May.', 'one'))
  await library.call('history.undo', {})
  expect(await library.call('articles.import', page('The dam opens in May.', 'two'))).toMatchObject({ id, existing: true })
  expect(await articles(library)).toEqual([[id], []])
})

test('of two from one source, the one that is not in the bin is the one that is there', async () => {
  const library = await aLibrary()
  const { call } = library
  const first = await call('articles.import', file('river.txt', riverText))
  await call('articles.delete', { ids: [first.id] })
  const copy = JSON.parse((await call('exports.render', { format: 'json' })).content)
  copy.articles[0] = { ...copy.articles[0], id: '01890000-0000-7000-8000-000000000000', deletedAt: null, revisions: [{ ...copy.articles[0].revisions[0], text: 'Another', sha256: createHash('sha256').update('Another').digest('hex'), body: toLexical([{ type: 'paragraph', inlines: [{ text: 'Another' }] }]) }] }
  await call('articles.import', file('library.json', JSON.stringify(copy)))
  expect(await call('articles.import', file('river.txt', riverText))).toMatchObject({ id: '01890000-0000-7000-8000-000000000000', existing: true })
  expect(await articles(library)).toEqual([['01890000-0000-7000-8000-000000000000'], [first.id]])
})

test('a file read again in another encoding waits as the next version of its article, and the bin gives it back first', async () => {
  const { call } = await aLibrary()
  const text = 'Žinia\n\nMinisterija paneigė žinią apie tilto uždarymą. Gyventojai reikalauja, kad atramos būtų apžiūrėtos.'
  const source = { kind: 'file', name: 'a.txt', base64: Buffer.from(encodeAs('windows-1257', text)).toString('base64') } as const
  const wrong = await call('articles.import', { ...source, encoding: 'windows-1252' })
  expect((await call('articles.get', { id: wrong.id })).text).toContain('paneigë þinià')
  expect(await call('articles.import', source)).toMatchObject({ id: wrong.id, existing: true, newVersion: false })
  await call('articles.delete', { ids: [wrong.id] })
  expect(await call('articles.import', { ...source, encoding: 'windows-1257' })).toMatchObject({ id: wrong.id, existing: true, newVersion: true })
  await call('articles.revise', { id: wrong.id })
  expect(await call('articles.get', { id: wrong.id })).toMatchObject({ title: 'Žinia', text: text.split('\n\n')[1], deletedAt: null })
})

test('an encoding that nothing tells surely is named', async () => {
  const { call } = await aLibrary()
  const doubtful = async (name: string, bytes: Uint8Array): Promise<string | undefined> => (await call('articles.import', { kind: 'file', name, base64: Buffer.from(bytes).toString('base64') })).doubtful
  expect(await doubtful('a.txt', encodeAs('windows-1257', 'Ministerija paneigė žinią apie tilto uždarymą. Gyventojai reikalauja, kad atramos būtų apžiūrėtos prieš žiemą.'))).toBe('windows-1257')
  expect(await doubtful('b.txt', new TextEncoder().encode('Ministerija paneigė žinią.'))).toBeUndefined()
})
