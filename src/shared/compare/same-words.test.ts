import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameWords, type Quoted } from './same-words.ts'

let made = 0
const quoted = (quote: string, articleId: string, speakerId = 'a'): Quoted => ({ id: `q${(made += 1)}`, quote, articleId, speakerId })
const kinds = (quotes: string[], threshold?: number) => sameWords(quotes.map((quote, at) => quoted(quote, `article ${at}`)), threshold).map(({ members }) => members.map(({ quoted: { quote }, kind }) => [kind, quote]))

test.each<[string, string[], string[]]>([
  ['the same but for marks and case', ['“We saw forty-one patients,”', 'we saw Forty-one patients'], ['fullest', 'same']],
  ['clipped', ['We saw forty-one patients in one night, and not one of them had heard a siren', '“We saw forty-one patients in one night,”'], ['fullest', 'clipped']],
  ['clipped in the middle', ['We see no reason to close it before the inspectors have come and looked', 'We see no reason to close it […] the inspectors have come'], ['fullest', 'clipped']],
  ['clipped to pieces shorter than a run', ['We never said that the valve was safe to open at night', 'We never […] was safe'], ['fullest', 'clipped']],
  ['altered', ['We saw forty-one patients in one night and not one of them had heard a siren before', 'We saw forty patients in one night and none of them had heard a siren before'], ['fullest', 'altered']],
  ['German', ['Wir werden diesen Vertrag nicht unterschreiben, solange niemand die Zahlen kennt', 'Wir werden diesen Vertrag nicht unterschreiben'], ['fullest', 'clipped']],
  ['Arabic, with and without vowel signs', ['لا نعرف من أين جاء الغاز في تلك الليلة', 'لا نَعرف من أين جاء الغاز'], ['fullest', 'clipped']],
])('%s', (_, quotes, expected) => {
  expect(kinds(quotes, 0.4).map((members) => members.map(([kind]) => kind))).toEqual([expected])
})

test('pieces in another order are altered', () => {
  expect(kinds(['one two three four five six seven eight', 'five six seven eight […] one two three four'])[0]!.map(([kind]) => kind)).toEqual(['fullest', 'altered'])
})

test.each<[string, Quoted[]]>([
  ['two speakers', [quoted('We saw forty-one patients', 'x', 'a'), quoted('We saw forty-one patients', 'y', 'b')]],
  ['one article', [quoted('We saw forty-one patients', 'x'), quoted('We saw forty-one patients', 'x')]],
  ['a few common words', [quoted('We saw that it was late and went home', 'x'), quoted('It was late in the year when we saw him', 'y')]],
  ['two words within more', [quoted('They knew', 'x'), quoted('They knew of the valve for months', 'y')]],
])('%s: nothing to group', (_, quotes) => {
  expect(sameWords(quotes)).toEqual([])
})

const words = fc.uniqueArray(fc.string({ minLength: 3, maxLength: 8, unit: fc.constantFrom(...'abcdefghijklm') }), { minLength: 3, maxLength: 20 })

test('a text and a clip of it are always grouped, as clipped or the same', () => {
  fc.assert(fc.property(words, fc.nat(), fc.nat(), (text, from, length) => {
    const start = from % (text.length - 2)
    const clip = text.slice(start, start + 3 + (length % text.length))
    const [group] = kinds([text.join(' '), clip.join(' ')], 1)
    expect(group?.map(([kind]) => kind)).toEqual(['fullest', clip.length === text.length ? 'same' : 'clipped'])
  }))
})

test('the order of quotes does not matter to who is with whom', () => {
  fc.assert(fc.property(fc.array(words, { maxLength: 6 }), (texts) => {
    const quotes = [...texts, ...texts.map((text) => text.slice(0, 4))].map((text, at) => quoted(text.join(' '), `article ${at}`))
    const sets = (groups: ReturnType<typeof sameWords>) => groups.map(({ members }) => members.map((one) => one.quoted.id).sort().join(' ')).sort()
    expect(sets(sameWords(quotes))).toEqual(sets(sameWords(quotes.toReversed())))
  }))
})
