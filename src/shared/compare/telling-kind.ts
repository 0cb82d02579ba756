/** Whether a word, by itself and where it stands, carries what is claimed: a negation, a modal or hedge, a number or date, a name. */
import type { TellingWords } from '../anchor/telling-words.ts'

export const meaningKinds = ['negation', 'modal', 'number', 'name'] as const
export type MeaningKind = (typeof meaningKinds)[number]

export interface WordPlace {
  /** What stands before the word: a capital at the start of a sentence says little. */
  textBefore: string
  telling: TellingWords
  /** German writes every noun with a capital, so there a capital by itself is no name. */
  nounsHaveCapitals?: boolean
}

/** `plain` is the word from `plainWord`, or the key of its token. */
export function meaningOf(word: string, plain: string, { textBefore, telling, nounsHaveCapitals = false }: WordPlace): MeaningKind | null {
  if (telling.negations.has(plain) || plain.endsWith("n't") || plain.startsWith("n'")) return 'negation'
  if (telling.modals.has(plain)) return 'modal'
  if (/\p{N}/u.test(plain) || telling.numbers.has(plain)) return 'number'
  if (!/^\p{Lu}/u.test(word) || plain === 'i') return null
  if (nounsHaveCapitals) return /^\p{Lu}{2,}$/u.test(word) ? 'name' : null
  return (isFirstOfSentence(textBefore) || followsCut(textBefore)) && telling.openers.has(plain) ? null : 'name'
}

/** NFC, lower case, straight apostrophes, Russian е for ё, Arabic without vowel signs and tatweel. */
export function plainWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replace(/[‘’]/gu, "'").replaceAll('ё', 'е').replace(/\u0640|\u0670|[\u064b-\u0652]/gu, '')
}

/** A quote's second part may begin a sentence, whatever the article's own sentence is. */
function followsCut(textBefore: string): boolean {
  return /\[…\]["'“”‘’«»„(\s]*$/u.test(textBefore)
}

export function isFirstOfSentence(textBefore: string): boolean {
  return /(^|[.!?…:\n])["'“”‘’«»„(\s]*$/u.test(textBefore)
}
