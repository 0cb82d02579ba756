/** Every place where a text holds given words, found by their rarest token. */
import { tokenAt, tokensOf, type Tokens } from './tokens.ts'

export interface WordIndex {
  text: string
  tokens: Tokens
  /** The tokens' indexes at which each word stands. */
  places: Map<string, number[]>
}

export function indexWords(text: string): WordIndex {
  const tokens = tokensOf(text)
  const places = new Map<string, number[]>()
  tokens.words.forEach((word, index) => {
    const known = places.get(word)
    if (known) known.push(index)
    else places.set(word, [index])
  })
  return { text, tokens, places }
}

/** Offsets (UTF-16 code units) at which the words stand, in order; `words` begins and ends as the text around it does. */
export function occurrencesOf({ text, tokens, places }: WordIndex, words: string): number[] {
  const whole = wholeTokens(words)
  if (whole.length === 0) return everyIndexOf(text, words)
  let rarest = whole[0]!
  for (const one of whole) {
    const count = places.get(one.word)?.length ?? 0
    if (count === 0) return []
    if (count < places.get(rarest.word)!.length) rarest = one
  }
  return places.get(rarest.word)!.map((index) => tokens.starts[index]! - rarest.offset).filter((start) => text.startsWith(words, start))
}

/** The tokens that stand whole whatever comes before and after the words: between their first and last white space, or single characters within. */
function wholeTokens(words: string): { word: string; offset: number }[] {
  const firstSpace = words.search(/\s/)
  const lastSpace = words.search(/\s\S*$/)
  const { words: found, starts } = tokensOf(words)
  return found.flatMap((word, index) => {
    const offset = starts[index]!
    const spaced = firstSpace >= 0 && offset > firstSpace && offset + word.length <= lastSpace
    const within = index > 0 && index < found.length - 1 && unspaced.test(word)
    return spaced || within ? [{ word, offset }] : []
  })
}

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

function everyIndexOf(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** The tokens that a span touches, as indexes, end exclusive. */
export function tokensIn(tokens: Tokens, start: number, end: number): { from: number; to: number } {
  const from = tokenAt(tokens, start)
  let to = tokenAt(tokens, end)
  if (to < tokens.starts.length && tokens.starts[to]! < end) to += 1
  return { from, to }
}
