/** The words of a sentence with what each tells: who speaks, that somebody does, a negation, a number, a modal, or something else. */
import { plainWord } from '../compare/telling-kind.ts'
import { frameWords, isSilent } from './frame-words.ts'
import type { Span } from './selectors.ts'
import { speechWords } from './speech-words.ts'
import { placesOf, tellingSigns } from './telling-signs.ts'
import { tellingWords } from './telling-words.ts'

export const wordKinds = ['name', 'cue', 'negation', 'number', 'modal', 'words'] as const
export type WordKind = (typeof wordKinds)[number]

export interface KindWord extends Span {
  /** Equal where the words say the same. */
  key: string
  kind: WordKind
  /** A mark or the start of the sentence parts it from the word before. */
  isFirst: boolean
  /** An article stands right before it. */
  article: Span | null
}

/** English verbs that another verb comes with. */
export function isHelping(word: string): boolean {
  return /^(?:d(?:o|id|oes)|is|was|were|are|be|been|being|ha(?:s|ve|d))$/i.test(word)
}

interface Facts {
  words: KindWord[]
  /** As they are written. */
  written: string[]
}

/** Of one sentence of the text. Places are in the text, in UTF-16 code units; `language` is a BCP 47 tag. */
export function wordsOfKinds(text: string, { start, end }: Span, language: string | undefined): KindWord[] {
  const sentence = text.slice(start, end)
  const found = joined(frameWords(sentence, language), sentence, language)
  const kindAt = kindsIn(sentence, text, language)
  const words = found.map((word, k): KindWord => {
    const between = sentence.slice(found[k - 1]?.end ?? 0, word.start)
    return { ...word, kind: kindAt(word, k === 0), isFirst: k === 0 || /[^\s\p{L}\p{M}\p{N}.'’-]/u.test(between), article: articleIn(between, word.start, language) }
  })
  markSpeakers({ words, written: words.map((word) => sentence.slice(word.start, word.end)) }, language)
  return words.map((word) => ({ ...word, start: start + word.start, end: start + word.end, article: word.article && { start: start + word.article.start, end: start + word.article.end } }))
}

/** Characters of a script without spaces, as words. */
function joined<W extends Span & { key: string }>(words: W[], sentence: string, language: string | undefined): W[] {
  if (!words.some(({ key }) => unspaced.test(key))) return words
  const segments = new Intl.Segmenter(language || undefined, { granularity: 'word' }).segment(sentence)
  const whole: W[] = []
  for (const word of words) {
    const last = whole.at(-1)
    const segment = segments.containing(word.start)
    if (last && segment && unspaced.test(word.key) && last.end === word.start && segment.index < word.start) {
      last.end = word.end
      last.key += word.key
    } else whole.push({ ...word })
  }
  return whole
}

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const hanNumber = /^[〇零一二三四五六七八九十百千万萬亿億两兩]+$/u

function kindsIn(sentence: string, text: string, language: string | undefined): (word: Span, isFirst: boolean) => WordKind {
  const [telling, signs, speech] = [tellingWords(language), tellingSigns(language), speechWords(language)]
  const [negations, modals, subjects] = [signs.negations, signs.modals, signs.subjects].map((pattern) => (pattern ? placesOf(pattern, sentence) : []))
  const [cues, pronouns] = [placesOf(speech.cues, sentence), placesOf(speech.pronouns, sentence)]
  const isGerman = /^de\b/i.test(language ?? '')
  return (word, isFirst) => {
    const written = sentence.slice(word.start, word.end)
    const plain = plainWord(written)
    const isIn = (places: Span[] | undefined): boolean => places!.some((place) => place.start < word.end && place.end > word.start)
    if (telling.negations.has(plain) || plain.endsWith("n't") || plain.startsWith("n'") || isIn(negations)) return 'negation'
    if (telling.modals.has(plain) || isIn(modals)) return 'modal'
    if (/\p{N}/u.test(plain) || telling.numbers.has(plain) || hanNumber.test(plain)) return 'number'
    if (isIn(cues)) return 'cue'
    if (isIn(pronouns) || isIn(subjects)) return 'name'
    // German writes every noun with a capital.
    if (!/^\p{Lu}/u.test(written) || plain === 'i' || isGerman || isHelping(plain)) return 'words'
    return isFirst && (telling.openers.has(plain) || standsInLowerCase(text, plain)) ? 'words' : 'name'
  }
}

/** The first word of a sentence that the text writes small elsewhere is no name. */
function standsInLowerCase(text: string, plain: string): boolean {
  return text.includes(plain) && new RegExp(`(?<![\\p{L}\\p{M}])${plain.replace(/[^\p{L}\p{M}\p{N}]/gu, '\\$&')}(?![\\p{L}\\p{M}])`, 'u').test(text)
}

function articleIn(between: string, end: number, language: string | undefined): Span | null {
  const word = /(?<=^|[\s'’])\p{L}+['’]?(?=\s*$)/u.exec(between)
  if (!word || !isSilent(word[0].toLowerCase(), language) || /^(?:that|ha[ds]|have)$/i.test(word[0])) return null
  return { start: end - between.length + word.index, end: end - between.length + word.index + word[0].length }
}

/** How many words a speaker has at most: "the town’s former deputy mayor said". */
const SPEAKER = 5

/** Who speaks is named right before the cue; right after it where the language puts verbs first, or an article or a capital tells a noun. */
function markSpeakers({ words, written }: Facts, language: string | undefined): void {
  const { noSubjects } = speechWords(language)
  const { openers } = tellingWords(language)
  const isNoSubject = (k: number): boolean => isHelping(written[k]!) || openers.has(plainWord(written[k]!)) || /^\p{Script=Hiragana}+$/u.test(written[k]!)
    || (noSubjects !== undefined && written[k]!.replaceAll(noSubjects, '') === '')
  /** False where the speaker's words end. */
  const mark = (k: number): boolean => {
    if (words[k]?.kind === 'words' && !isNoSubject(k)) words[k]!.kind = 'name'
    return words[k] !== undefined && words[k].kind !== 'cue'
  }
  for (const [k, { kind }] of words.entries()) {
    if (kind !== 'cue') continue
    for (let at = k - 1; at >= k - SPEAKER && !words[at + 1]!.isFirst && mark(at);) at--
    const next = words[k + 1]
    if (!next || next.isFirst || !(next.article || /^[\p{Lu}\p{Script=Arabic}\p{Script=Hebrew}]/u.test(written[k + 1]!))) continue
    for (let at = k + 1; at <= k + SPEAKER && (at === k + 1 || (!words[at]?.isFirst && /^[\p{Lu}\p{Script=Arabic}\p{Script=Hebrew}]/u.test(written[at] ?? ''))) && mark(at);) at++
  }
}
