/** The words and punctuation of a text. Half-open places in UTF-16 code units. */
import { tellingWords, type TellingWords } from '../anchor/telling-words.ts'
import { monthNames } from './known-names.ts'
import { plainWord } from './telling-kind.ts'

export interface Token {
  start: number
  end: number
  /** Tokens with the same key say the same. */
  key: string
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Spaces and quotation marks standing alone are no tokens: a direct quote and a paraphrase of the same words are the same. */
export function wordTokens(text: string): Token[] {
  return [...segmenter.segment(text)]
    .map(({ segment, index }) => ({ start: index, end: index + segment.length, key: keyOf(segment) }))
    .filter(({ key }) => /[^\s"']/u.test(key))
}

/**
 * Parts of words that carry a meaning of their own: "is" and "n’t", "n’" and "est", "و" and "لم". Numbers count by what
 * they stand for ("four" is "4", "1,000" is "1000"), months and "not" in full. `language` is a BCP 47 tag.
 */
export function meaningTokens(text: string, language?: string): Token[] {
  const telling = tellingWords(language)
  const months = monthNames(language)
  const parts = [...segmenter.segment(text)].flatMap(({ segment, index }) => partsOf(segment, index, telling))
  return groupDigits(parts.map(({ start, end, key }) => ({ start, end, key: months.get(key) ?? telling.numbers.get(key) ?? numberKey(key) })), text)
    .filter(({ key }) => /[^\s"']/u.test(key))
}

export function isWord({ key }: Token): boolean {
  return /^[\p{L}\p{N}]/u.test(key)
}

function keyOf(segment: string): string {
  return segment.normalize('NFC').toLowerCase().replace(/[‘’‚‛‹›]/gu, "'").replace(/[“”„‟«»]/gu, '"')
}

const stems: Record<string, string> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' }

function partsOf(segment: string, index: number, telling: TellingWords): Token[] {
  const at = (cut: number, first: string, second: string): Token[] => [{ start: index, end: index + cut, key: first }, { start: index + cut, end: index + segment.length, key: second }]
  const plain = (from: number, to?: number): string => plainWord(keyOf(segment.slice(from, to)))
  const contraction = /^(\p{L}+)n['’]t$/iu.exec(segment) ?? /^(can)not$/i.exec(segment)
  if (contraction) return at(contraction[1]!.length, stems[plain(0, contraction[1]!.length)] ?? plain(0, contraction[1]!.length), 'not')
  const possessive = /^(.+)['’]s$/iu.exec(segment)
  if (possessive) return at(possessive[1]!.length, plain(0, possessive[1]!.length), "'s")
  const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu.exec(segment)
  if (elision) return at(elision[0].length, plain(0, elision[0].length).replace(/^n'$/, 'ne'), plain(elision[0].length))
  const clitic = /^[وف]\p{M}*(?=\p{L})/u.exec(segment)
  if (clitic && carriesMeaning(plain(clitic[0].length), telling)) return at(clitic[0].length, plain(0, clitic[0].length), bareKey(plain(clitic[0].length), telling))
  return [{ start: index, end: index + segment.length, key: bareKey(plain(0), telling) }]
}

function carriesMeaning(word: string, telling: TellingWords): boolean {
  const bare = bareKey(word, telling)
  return telling.negations.has(bare) || telling.modals.has(bare) || telling.numbers.has(bare)
}

/** Without the Arabic article, where what is left carries meaning: "المحتمل". */
function bareKey(word: string, { modals, numbers }: TellingWords): string {
  const bare = /^ال(?=..)/u.test(word) ? word.slice(2) : word
  return modals.has(bare) || numbers.has(bare) ? bare : word
}

/** Digits of every script as 0 to 9, without separators of thousands. */
function numberKey(key: string): string {
  const digits = key.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  return /^\d{1,3}(?:[,.٬]\d{3})+$/u.test(digits) ? digits.replace(/[,.٬]/gu, '') : digits
}

/** "1 500", written with a space, is one number. */
function groupDigits(tokens: Token[], text: string): Token[] {
  const grouped: Token[] = []
  for (const token of tokens) {
    const [last, space] = [grouped.at(-2), grouped.at(-1)]
    const isGroup = last && space && /^\d{3}$/.test(token.key) && /^[1-9]\d{0,2}$|^[1-9]\d{0,2}(?:\d{3})+$/.test(last.key) && /^[\u00a0\u2009\u202f ]$/u.test(text.slice(space.start, space.end))
    if (isGroup && /^\p{N}{1,3}(?:[\s\u00a0\u2009\u202f]\p{N}{3})*$/u.test(text.slice(last.start, last.end))) grouped.splice(-2, 2, { start: last.start, end: token.end, key: last.key + token.key })
    else grouped.push(token)
  }
  return grouped
}
