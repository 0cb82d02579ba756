import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromLexical, toLexical } from '../../shared/body.ts'
import type { Output } from '../../shared/contract.ts'
import { openDatabase } from '../database/open-database.ts'
import { pack, PACKED, unpack } from '../database/packed-text.ts'
import { aLibrary, anArticle, riverText, servicesOf, steppingClock, temporaryFolder, type TestApp } from '../testing.ts'

const longText = `${riverText}\n\n${Array.from({ length: 200 }, (_, number) => `Gauge ${number} said ${number * 7919}.`).join(' ')}`

async function revise({ call }: TestApp, id: string, paragraph: string): Promise<void> {
  const { revision, body } = await call('articles.get', { id })
  await call('drafts.save', { articleId: id, base: revision, document: toLexical([...fromLexical(body), { type: 'paragraph', inlines: [{ text: paragraph }] }]) })
  await call('articles.revise', { id })
}

/** As another program would, while the library is open. Gives how many bytes the texts and bodies took before and take now. */
async function packAll(folder: string): Promise<{ before: number; after: number }> {
  const db = await openDatabase(folder, () => new Date())
  const bytes = db.prepare<[], number>('SELECT sum(octet_length(body) + octet_length(text)) FROM revision').pluck()
  const { packing } = servicesOf(db, folder)
  const before = bytes.get()!
  while (packing.step());
  const sizes = { before, after: bytes.get()! }
  db.close()
  return sizes
}

async function contents({ call }: TestApp): Promise<unknown> {
  return JSON.parse((await call('exports.render', { format: 'json' })).content, (key, value: unknown) => (key === 'updatedAt' ? typeof value : value))
}

test('what is packed comes back as it was', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (body, text) => {
    expect(unpack(pack(body, text), '')).toEqual([body, text])
  }))
  expect(unpack('{"root":{}}', 'Text')).toEqual(['{"root":{}}', 'Text'])
  expect(unpack(`${PACKED}AAAA`, '')).toEqual(['', ''])
})

test('packed revisions are read, exported and verified as before, in a third of the room', async () => {
  const library = await aLibrary({ clock: steppingClock() })
  const { call, folder } = library
  const { id } = await anArticle(library, longText)
  const highlight = await call('highlights.create', { articleId: id, ranges: [{ start: 0, end: 5 }] })
  for (let edit = 0; edit < 6; edit += 1) await revise(library, id, `Edit ${edit}.`)
  const whole = await contents(library)
  const revisions = async (): Promise<Output<'revisions.get'>[]> => Promise.all((await call('revisions.list', { articleId: id })).map(({ number }) => call('revisions.get', { articleId: id, number })))
  const before = await revisions()
  const sizes = await packAll(folder)
  expect(sizes.after).toBeLessThan(sizes.before / 3)
  expect(await revisions()).toEqual(before)
  expect(await contents(library)).toEqual(whole)
  expect((await call('library.verify', {})).differences).toEqual([])
  expect((await call('highlights.list', { articleId: id }))[0]!.id).toBe(highlight.id)
})

test('an edit is undone and done again also when the text before it is packed, and search finds what is there', async () => {
  const library = await aLibrary({ clock: steppingClock() })
  const { call, folder } = library
  const { id } = await anArticle(library, longText)
  const states = [await contents(library)]
  for (const word of ['harbour', 'lighthouse', 'breakwater']) {
    await revise(library, id, `About the ${word}.`)
    states.push(await contents(library))
  }
  const found = async (words: string): Promise<number> => (await call('search.find', { words })).length
  for (const at of [2, 1, 0]) {
    await packAll(folder)
    await call('history.undo', {})
    expect(await contents(library)).toEqual(states[at])
    expect([await found('lighthouse'), await found('gauge')]).toEqual([at > 1 ? 1 : 0, 1])
  }
  for (const at of [1, 2, 3]) {
    await packAll(folder)
    await call('history.redo', {})
    expect(await contents(library)).toEqual(states[at])
  }
  expect((await call('library.verify', {})).differences).toEqual([])
})

test('what the file brought in one step is undone and done again when all but the last revision is packed', async () => {
  const folder = temporaryFolder()
  const from = await aLibrary({ clock: steppingClock() })
  const { id } = await anArticle(from, longText)
  const first = await from.call('exports.render', { format: 'json' })
  for (const word of ['harbour', 'lighthouse', 'breakwater']) await revise(from, id, `About the ${word}.`)
  const last = await from.call('exports.render', { format: 'json' })
  const into = await aLibrary({ folder, clock: steppingClock() })
  for (const { content } of [first, last]) await into.call('articles.import', { kind: 'file', name: 'library.json', base64: Buffer.from(content).toString('base64') })
  const whole = await contents(into)
  await packAll(folder)
  await into.call('history.undo', {})
  expect((await into.call('articles.get', { id })).revision).toBe(1)
  await packAll(folder)
  await into.call('history.redo', {})
  expect(await contents(into)).toEqual(whole)
})
