import { expect, test } from 'vitest'
import { resultWords } from './result-words.ts'

const result = (existing: boolean, articles = 1, fromBin = false) => ({ id: '0190f5d2-7a3c-7c3e-9a6b-111111111111', title: 'Winter ferry', existing, fromBin, newVersion: false, articles, mended: [] as string[] })

test.each([
  [[result(false), result(false)], 'Added 2 articles'],
  [[result(false), result(true)], 'Added 1 article. 1 was in the library already.'],
  [[result(true), result(true)], 'Nothing new: 2 were in the library already.'],
  [[result(false, 12)], 'Added 12 articles'],
  [[result(true, 1, true), result(true, 1, true)], '2 were in the bin and are back.'],
  [[result(false), result(true, 1, true), result(true)], 'Added 1 article. 1 was in the bin and is back. 1 was in the library already.'],
  [[{ ...result(false, 3), mended: ['1 name stood twice: the second one got a number'] }], 'Added 3 articles. The file did not agree with itself everywhere. 1 name stood twice: the second one got a number.'],
])('says what is new and what is not', (imported, words) => {
  expect(resultWords(imported)).toBe(words)
})
