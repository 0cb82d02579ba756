import { expect, it } from 'vitest'
import { emptyDocument, toLexical } from '../../shared/body.ts'
import { sameDocument, toNoteDocument } from './note-document.ts'

it('leaves out what a note can’t hold', () => {
  const paragraph = toLexical([{ type: 'paragraph', inlines: [{ text: 'Kept' }] }])
  const mixed = toLexical([{ type: 'rule', inlines: [] }, { type: 'paragraph', inlines: [{ text: 'Kept' }] }, { type: 'image', inlines: [], address: '' }])
  expect(toNoteDocument(mixed)).toEqual(paragraph)
  expect(toNoteDocument(toLexical([{ type: 'rule', inlines: [] }]))).toEqual(emptyDocument)
})

it('compares documents whatever the order of their keys', () => {
  expect(sameDocument({ root: { type: 'root', children: [] } }, { root: { children: [], type: 'root' } })).toBe(true)
  expect(sameDocument({ root: { type: 'root', children: [1] } }, { root: { type: 'root', children: [1, 2] } })).toBe(false)
})
