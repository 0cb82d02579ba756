/** What each word of a text carries: a negation, a modal or hedge, a number or date, a name, or null. See meaning.ts for the limits. */
import { tellingWords } from '../anchor/telling-words.ts'
import { cityNames, countryNames, monthNames, weekdayNames } from './known-names.ts'
import { isFirstOfSentence, meaningOf, plainWord, type MeaningKind } from './telling-kind.ts'
import { isWord, meaningTokens, type Token } from './word-tokens.ts'

export interface MeaningOptions {
  /** BCP 47. Unknown: the words of all five languages together. */
  language?: string | undefined
  /** Names that are known to be names, as they are written in full: speakers, their aliases, publishers. */
  names?: string[]
}

interface Reading {
  text: string
  tokens: Token[]
  language: string
  known: Set<number>
}

/** German nouns that stand before another noun without making it a name. */
const measures = new Set('tonnen tonne kilo kilogramm gramm liter meter kilometer prozent euro dollar rubel ende anfang mitte glas paar prozentpunkte grad uhr herr frau'.split(' '))

export function tokenMeanings(text: string, tokens: Token[], { language = '', names = [] }: MeaningOptions): (MeaningKind | null)[] {
  const own = language.toLowerCase().split('-')[0] ?? ''
  const telling = tellingWords(language)
  const reading: Reading = { text, tokens, language: own, known: knownNames(text, tokens, names, own) }
  return tokens.map((token, at) => {
    if (isDate(reading, at)) return 'number'
    if (!isWord(token)) return null
    if (isOneOfNoOne(text, tokens, at)) return 'negation'
    const kind = meaningOf(text.slice(token.start, token.end), token.key, { textBefore: text.slice(Math.max(0, token.start - 8), token.start), telling, nounsHaveCapitals: own === 'de' })
    if (kind && kind !== 'name') return kind
    return isName(reading, at, kind) ? 'name' : null
  })
}

function isOneOfNoOne(text: string, tokens: Token[], at: number): boolean {
  return at > 0 && tokens[at - 1]!.key === 'no' && /^one$/i.test(text.slice(tokens[at]!.start, tokens[at]!.end))
}

function isDate({ text, tokens, language }: Reading, at: number): boolean {
  const { start, key } = tokens[at]!
  const isMonth = monthNames(language).has(key)
  if (!isMonth && !weekdayNames(language).has(key)) return false
  if (!['en', 'de', ''].includes(language)) return true
  if (/^\p{Ll}/u.test(text.slice(start))) return language === '' && !['may', 'march'].includes(key)
  const next = tokens[at + 1]
  return !['may', 'march'].includes(key) || !isFirstOfSentence(text.slice(Math.max(0, start - 8), start)) || (next !== undefined && /^\p{N}/u.test(next.key))
}

/** At the start of a sentence a capital says nothing: there a word is a name if something else says so. */
function isName(reading: Reading, at: number, kind: MeaningKind | null): boolean {
  const { text, tokens, language, known } = reading
  if (known.has(at)) return true
  const { key } = tokens[at]!
  if (!isCapital(reading, at)) return false
  if (countryNames(language).has(key) || cityNames().has(key)) return true
  if (language === 'de') return kind === 'name' || isPartOfGermanName(reading, at)
  if (kind !== 'name') return false
  if (!isFirst(reading, at)) return true
  if (tokens.some((token, other) => token.key === key && isCapital(reading, other) && !isFirst(reading, other))) return true
  return isCapital(reading, at + 1) && /^\s+$/.test(text.slice(tokens[at]!.end, tokens[at + 1]!.start))
}

/** Two capitals next to each other: "Angela Merkel". */
function isPartOfGermanName(reading: Reading, at: number): boolean {
  const { text, tokens } = reading
  const touches = (one: number, other: number): boolean => {
    if (![one, other].every((each) => isCapital(reading, each) && !isFirst(reading, each) && !isDate(reading, each) && isWord(tokens[each]!))) return false
    return !tellingWords('de').numbers.has(tokens[one]!.key) && !measures.has(tokens[one]!.key) && /^[\s-]+$/.test(text.slice(tokens[one]!.end, tokens[other]!.start))
  }
  return touches(at - 1, at) || touches(at, at + 1) || ['herr', 'frau'].includes(tokens[at - 1]?.key ?? '')
}

function isCapital({ text, tokens }: Reading, at: number): boolean {
  const token = tokens[at]
  return token !== undefined && /^\p{Lu}/u.test(text.slice(token.start, token.end))
}

function isFirst({ text, tokens }: Reading, at: number): boolean {
  const { start } = tokens[at]!
  return isFirstOfSentence(text.slice(Math.max(0, start - 8), start) || '')
}

/** Places of tokens within a known name; its last word alone (the family name) counts too. Arabic prefixes are allowed for. */
function knownNames(text: string, tokens: Token[], names: string[], language: string): Set<number> {
  const found = new Set<number>()
  const keys = tokens.map(({ key }) => key)
  const plain = plainWord(text)
  for (const name of names) {
    // Most names are not in it at all, and a name in another case begins in the same way.
    if (!plain.includes(plainWord(name).split(/\s+/u).at(-1)!.slice(0, 3))) continue
    const parts = meaningTokens(name, language).map(({ key }) => key)
    const last = parts.at(-1)
    if (!last) continue
    for (let at = 0; at < keys.length; at += 1) {
      if (parts.every((part, k) => isSameName(keys[at + k], part, k === 0))) for (let k = 0; k < parts.length; k += 1) found.add(at + k)
      else if (parts.length > 1 && last.length > 3 && isSameName(keys[at], last, true) && !/^\p{Ll}/u.test(text.slice(tokens[at]!.start))) found.add(at)
    }
  }
  return found
}

function isSameName(key: string | undefined, part: string, first: boolean): boolean {
  if (key === undefined) return false
  if (key === part) return true
  if (/^\p{Script=Arabic}/u.test(key)) return first && key.endsWith(part) && /^(?:[وفبلك]{1,2}|[وف]?لل?|[وف]?[بك]?ال)$/u.test(key.slice(0, -part.length))
  return isInflected(key, part)
}

/** "Пескова" is "Песков", "Merkels" is "Merkel", "لبيسكوف" is "بيسكوف": the same name in another case. */
export function isInflected(one: string, other: string): boolean {
  if (one === other) return true
  if (/^\p{Script=Arabic}/u.test(one)) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one]
    return short.length > 3 && long.endsWith(short) && /^[وفبلك]{1,2}$/u.test(long.slice(0, -short.length))
  }
  let shared = 0
  while (shared < one.length && one[shared] === other[shared]) shared += 1
  const rests = [one.slice(shared), other.slice(shared)]
  if (/^\p{Script=Cyrillic}/u.test(one)) return shared > 3 && rests.every((rest) => /^(?:[аеёиоуыэюяйь]|ом|ем|ым|им|ой|ей|ов|ев|ого|ому|ами|ах)?$/u.test(rest))
  return shared > 2 && rests.every((rest) => rest === '' || rest === 's')
}
