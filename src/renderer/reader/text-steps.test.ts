import { expect, test } from 'vitest'
import { stepOffset } from './text-steps.ts'

const family = '👨‍👩‍👧'

test.each([
  ['forward to the end of the word', 'We deny it', 3, 'word', 1, 7],
  ['forward from a border to the end of the next word', 'We deny it', 2, 'word', 1, 7],
  ['back to the start of the word', 'We deny it', 7, 'word', -1, 3],
  ['back past punctuation', 'We deny, it', 8, 'word', -1, 3],
  ['forward past the end', 'deny', 4, 'word', 1, 4],
  ['back past the start', 'deny', 0, 'word', -1, 0],
  ['by a whole cluster', `a${family}b`, 1, 'character', 1, 1 + family.length],
  ['back by a whole cluster', `a${family}b`, 1 + family.length, 'character', -1, 1],
  ['by a letter with its combining mark', 'e\u0301a', 0, 'character', 1, 2],
  ['over a line break', 'one\ntwo', 3, 'word', 1, 7],
  ['by a word of a language without spaces', '我们否认', 0, 'word', 1, 2],
] as const)('%s', (_what, text, offset, unit, by, expected) => {
  expect(stepOffset(text, offset, unit, by)).toBe(expected)
})
