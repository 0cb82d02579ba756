/** Texts as sequences of words and marks; white space stands between tokens and is none. */

export interface Tokens {
  /** In UTF-16 code units, one per token. */
  starts: number[]
  ends: number[]
  /** Equal words of the two texts have equal numbers. */
  ids: Int32Array
}

/** One character of a script written without spaces, a word of other scripts, or one other character. */
const token = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[[\p{L}\p{M}\p{N}_]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+|\S/gv

export function tokensOf(text: string, vocabulary: Map<string, number>): Tokens {
  return numbered(text, token, vocabulary)
}

export function linesOf(text: string, vocabulary: Map<string, number>): Tokens {
  return numbered(text, /[^\n]+/g, vocabulary)
}

function numbered(text: string, pattern: RegExp, vocabulary: Map<string, number>): Tokens {
  const starts: number[] = []
  const ends: number[] = []
  const ids: number[] = []
  for (const { 0: word, index } of text.matchAll(pattern)) {
    let id = vocabulary.get(word)
    if (id === undefined) vocabulary.set(word, (id = vocabulary.size))
    starts.push(index)
    ends.push(index + word.length)
    ids.push(id)
  }
  return { starts, ends, ids: Int32Array.from(ids) }
}
