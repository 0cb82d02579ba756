import { expect, test } from 'vitest'
import { frameKey } from './frame-words.ts'
import { tokensOf } from './tokens.ts'

const words = (text: string): string[] => {
  const { starts, ends } = tokensOf(text, new Map())
  return starts.map((start, k) => text.slice(start, ends[k]))
}

test('a word ends where a script without spaces begins', () => {
  expect(words('2014年CEO说了。')).toEqual(['2014', '年', 'CEO', '说', '了', '。'])
  expect(words('They can’t go.')).toEqual(['They', 'can', '’', 't', 'go', '.'])
  expect(frameKey('市长对CEO说2014年不行', 'zh')).toBe('市 长 对 CEO 说 2014 年 不 行')
})
