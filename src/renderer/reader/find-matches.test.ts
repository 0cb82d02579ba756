import { describe, expect, it } from 'vitest'
import { findMatches, foldText } from './find-matches.ts'

function found(text: string, words: string): string[] {
  return findMatches(foldText(text), words).map(({ start, end }) => text.slice(start, end))
}

describe('findMatches', () => {
  it('takes no notice of case and accents', () => {
    expect(found('Café CAFE cafe\u0301s', 'café')).toEqual(['Café', 'CAFE', 'cafe\u0301'])
  })

  it('keeps offsets right after emoji and letters that fold to several', () => {
    expect(found('🙂 ﬁne İstanbul straße', 'istanbul')).toEqual(['İstanbul'])
    expect(found('🙂 ﬁne fine', 'fine')).toEqual(['ﬁne', 'fine'])
  })

  it('finds no overlapping matches and nothing for no words', () => {
    expect(found('aaaa', 'aa')).toHaveLength(2)
    expect(found('aaaa', '')).toEqual([])
  })
})
