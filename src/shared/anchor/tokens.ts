/** Words and marks of punctuation of a text, for comparing it with another. White space is no token. */

export interface Tokens {
  words: string[]
  /** Where each token starts in the text, in UTF-16 code units. */
  starts: number[]
}

/** Scripts without spaces between words give a token for each character. */
const token = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*|[^\s]/gu

export function tokensOf(text: string): Tokens {
  const words: string[] = []
  const starts: number[] = []
  for (const match of text.matchAll(token)) {
    words.push(match[0])
    starts.push(match.index)
  }
  return { words, starts }
}

/** The first token that ends after the offset: the one that holds it, or the next one. */
export function tokenAt({ words, starts }: Tokens, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! + words[middle]!.length > offset) high = middle
    else low = middle + 1
  }
  return low
}
