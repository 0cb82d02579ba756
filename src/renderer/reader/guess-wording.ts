import type { Wording } from '../../shared/statement.ts'

const pairs = /“[^”]+”|„[^“”]+[“”]|«[^»]+»|»[^«]+«|"[^"]+"|「[^」]+」|『[^』]+』|‘[^’]+’(?!\p{L})/u
const openAtStart = /^[“„«»"「『‘]/u
const closeAtEnd = /[”“»«"」』][.,;:!?]?$/u

/** A passage with a pair of quotation marks in it, or with one at either end, is a direct quote until the reader says otherwise. */
export function guessWording(passage: string): Wording {
  return pairs.test(passage) || openAtStart.test(passage) || closeAtEnd.test(passage) ? 'quote' : 'paraphrase'
}
