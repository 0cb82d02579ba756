/** The words of a frame as they are compared: punctuation, the style of apostrophes and words that never say who speaks do not count. */

export interface FrameWord {
  /** In UTF-16 code units. */
  start: number
  end: number
  key: string
}

/** A number, one character of a script written without spaces, a word, a question mark, or a sign that a number has. */
const pattern = /\p{N}+(?:[.,:٫٬]\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{M}_]+(?:['’\u2011-][\p{L}\p{M}\p{N}_]+)*|[?？؟;%‰٪\p{Sc}]/gu

/** Articles, "that" and the perfect's "have": with or without them the same is said by the same. Cases, passives and prepositions count. */
const silent: Record<string, Set<string>> = {
  en: new Set(['the', 'a', 'an', 'that', 'has', 'have', 'had']),
  fr: new Set(['le', 'la', 'les', 'un', 'une']), es: new Set(['el', 'la', 'los', 'las', 'un', 'una']), pt: new Set(['o', 'os', 'as', 'um', 'uma']),
  it: new Set(['il', 'lo', 'la', 'i', 'gli', 'le', 'un', 'una']), nl: new Set(['de', 'het', 'een']),
}

export function isSilent(key: string, language: string | undefined): boolean {
  return silentIn(language).has(key)
}

function silentIn(language: string | undefined): Set<string> {
  return silent[language?.toLowerCase().split('-')[0] || 'en'] ?? none
}

const none = new Set<string>()

/** `language` is a BCP 47 tag. A capital counts, but for the first word's: there it says nothing. */
export function frameWords(text: string, language: string | undefined): FrameWord[] {
  const words: FrameWord[] = []
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const word = found.replaceAll('’', "'")
    words.push({ start: index, end: index + found.length, key: words.length === 0 ? word.toLowerCase() : word })
  }
  const quiet = silentIn(language)
  return quiet.size === 0 ? words : words.filter(({ key }) => !quiet.has(key.toLowerCase()))
}

/** Equal for texts that say the same of who speaks, and only for those. */
export function frameKey(text: string, language: string | undefined): string {
  return frameWords(text, language).map(({ key }) => key).join(' ')
}
