import { describe, expect, it } from 'vitest'
import { sizeWords } from './backup-words.ts'

const digits = (words: string): string => words.replace(/[^\d]/g, '')

describe('sizeWords', () => {
  it.each([[0, '0'], [999, '999'], [1000, '1'], [1_240_000, '12'], [5e12, '5000']])('writes %d bytes in the largest unit that fits', (bytes, expected) => {
    expect(digits(sizeWords(bytes))).toBe(expected)
  })

  it('names another unit from a thousand on', () => {
    expect(sizeWords(1)).not.toBe(sizeWords(1000))
    expect(sizeWords(1000)).not.toBe(sizeWords(1_000_000))
  })
})
