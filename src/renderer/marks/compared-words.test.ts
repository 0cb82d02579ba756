import { expect, test } from 'vitest'
import { needsSpace } from './compared-words.tsx'

test('what is left out gets spaces only where its words have them', () => {
  expect(needsSpace('They do', 'not')).toBe(true)
  expect(needsSpace('They do ', 'not')).toBe(false)
  expect(needsSpace('市长', '没有')).toBe(false)
  expect(needsSpace('วันนี้', 'ไม่')).toBe(false)
})
