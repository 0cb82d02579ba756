/** Finding words in an article: upper and lower case, and letters with and without accents, are the same. */
import type { Span } from '../../shared/anchor/selectors.ts'

/** The text as it is compared, and for each of its code units where it came from and where that ends. */
export interface FoldedText { text: string; starts: Uint32Array; ends: Uint32Array }

const ascii = /^[\0-\x7f]*$/
const marks = /\p{Mn}/gu

export function foldText(text: string): FoldedText {
  const starts: number[] = []
  const ends: number[] = []
  const folded: string[] = []
  for (let index = 0; index < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(index)!)
    const next = index + character.length
    const plain = fold(character)
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(index)
      ends.push(next)
    }
    // A combining mark belongs to the letter before it.
    if (plain === '' && ends.length > 0) ends[ends.length - 1] = next
    folded.push(plain)
    index = next
  }
  return { text: folded.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** Where the words are, in UTF-16 code units of the text that was folded; none overlap. */
export function findMatches(folded: FoldedText, words: string): Span[] {
  const wanted = fold(words)
  const matches: Span[] = []
  if (wanted === '') return matches
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    matches.push({ start: folded.starts[at]!, end: folded.ends[at + wanted.length - 1]! })
  }
  return matches
}

function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').replace(marks, '').toLowerCase()
}
