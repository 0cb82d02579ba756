import { expect, test } from 'vitest'
import { foldName, sameName } from './same-name.ts'

test.each([
  ['Ana Ruiz', '  ana\u00a0 RUIZ '], ['Zoë', 'Zoe\u0308'], ['Straße', 'STRASSE'], ['Straße', 'STRAẞE'], ['ΟΔΥΣΣΕΥΣ', 'Οδυσσευς'], ['ﬁre', 'FIRE'], ['Ｕｎｉｏｎ', 'union'],
])('%s and %s are one name', (one, other) => {
  expect(sameName(one, other)).toBe(true)
})

test('the four forms of the Turkish i are one letter', () => {
  expect(new Set(['İzmir', 'IZMIR', 'ızmır', 'izmir', 'I\u0307zmir'].map(foldName))).toEqual(new Set(['izmir']))
})

test.each([['Zoë', 'Zoe'], ['Ana', 'Anna'], ['Ana Ruiz', 'AnaRuiz'], ['й', 'и']])('%s and %s are two names', (one, other) => {
  expect(sameName(one, other)).toBe(false)
})

test('each character folds to what both its cases fold to, and folding again changes nothing', () => {
  const wrong: string[] = []
  for (let code = 0; code <= 0x1ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = `x${String.fromCodePoint(code)}x`
    const folded = foldName(character)
    if ([folded, character.toUpperCase(), character.toLowerCase()].some((one) => foldName(one) !== folded)) wrong.push(code.toString(16))
  }
  expect(wrong).toEqual([])
})
