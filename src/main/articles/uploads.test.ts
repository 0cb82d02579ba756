import { expect, test } from 'vitest'
import { aLibrary, riverText, temporaryFolder } from '../testing.ts'
import { createUploads } from './uploads.ts'

const folderOnce = (): (() => string) => {
  const folder = temporaryFolder()
  return () => folder
}
const base64 = (text: string): string => Buffer.from(text).toString('base64')

test('a file that comes in parts is the whole file, once', async () => {
  const { call } = await aLibrary()
  const half = riverText.length / 2
  for (const part of [riverText.slice(0, half), riverText.slice(half)]) await call('articles.importPart', { upload: 'one', base64: base64(part) })
  const { id } = await call('articles.import', { kind: 'parts', name: 'river.txt', upload: 'one' })
  expect(await call('articles.import', { kind: 'file', name: 'river.txt', base64: base64(riverText) })).toMatchObject({ id, existing: true })
  await expect(call('articles.import', { kind: 'parts', name: 'river.txt', upload: 'one' })).rejects.toThrow('did not arrive whole')
})

test('more than the limit is refused and forgotten', () => {
  const uploads = createUploads(folderOnce(), 4)
  uploads.add('one', base64('1234'))
  expect(() => uploads.add('one', base64('5'))).toThrow('larger than')
  expect(() => uploads.take('one')).toThrow('did not arrive whole')
})

test('of too many at once the one that began first is dropped', () => {
  const uploads = createUploads(folderOnce())
  for (const upload of ['one', 'two', 'three', 'four']) uploads.add(upload, base64(upload))
  expect(() => uploads.take('one')).toThrow('did not arrive whole')
  expect(['two', 'three', 'four'].map((upload) => uploads.take(upload).whole().toString())).toEqual(['two', 'three', 'four'])
})

test('a library of ours has no limit; its pieces are its bytes, as often as they are read', () => {
  const uploads = createUploads(folderOnce(), 40)
  const library = `{"format":"counterpoint","version":1,"articles":[${'1,'.repeat(50)}1]}`
  for (const part of [library.slice(0, 30), library.slice(30, 90), library.slice(90)]) uploads.add('one', base64(part))
  const upload = uploads.take('one')
  expect(upload.bytes).toBe(library.length)
  for (const pieces of [upload.pieces(), upload.pieces()]) expect(Buffer.concat([...pieces]).toString()).toBe(library)
  upload.remove()
  expect(() => uploads.take('one')).toThrow('did not arrive whole')
})
