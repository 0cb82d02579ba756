import { describe, expect, it } from 'vitest'
import { backupDate, backupWords, sizeWords } from './backup-words.ts'

describe('sizeWords', () => {
  it.each([[0, '0 bytes'], [1, '1 byte'], [999, '999 bytes'], [1000, '1 kB'], [1_240_000, '1.2 MB'], [5e12, '5,000 GB']])('writes %d bytes in the largest unit that fits', (bytes, expected) => {
    expect(sizeWords(bytes)).toBe(expected)
  })
})

describe('backupDate', () => {
  it('writes the device’s own time', () => {
    const made = new Date(2017, 3, 26, 9, 5, 12)
    expect(backupDate({ name: 'a', madeAt: made.toISOString(), reason: 'daily', bytes: 1, damaged: false, places: ['library'] })).toBe('26 April 2017, 09:05:12')
  })
})

describe('backupWords', () => {
  it.each([
    [['library'], 'Made when you asked, 2 kB'],
    [['library', 'second'], 'Made when you asked, 2 kB, also in the second place'],
    [['second'], 'Made when you asked, 2 kB, in the second place'],
  ] as const)('says where it lies: %s', (places, expected) => {
    expect(backupWords({ name: 'a', madeAt: '2026-01-01T00:00:00.000Z', reason: 'asked', bytes: 2000, damaged: false, places: [...places] })).toBe(expected)
  })
})
