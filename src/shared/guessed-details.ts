/** Which of the details of an article that are shown are guesses, in words. */
import type { DetailName } from './article.ts'

const names: Record<DetailName, string> = { title: 'title', byline: 'byline', publisher: 'publisher', published: 'date', address: 'address', language: 'language' }
const list = new Intl.ListFormat('en-GB')

/** "byline and date guessed"; '' for none. */
export function guessedWords(guessed: DetailName[], shown: DetailName[]): string {
  const those = shown.filter((name) => guessed.includes(name)).map((name) => names[name])
  return those.length > 0 ? `${list.format(those)} guessed` : ''
}

/** The details that a source's name and date are: a date said is its reader's. */
export function detailsShown({ publisher, date, isDateSaid }: { publisher: string; date: string; isDateSaid: boolean }): DetailName[] {
  return [publisher ? 'publisher' : 'title', ...(date && !isDateSaid ? ['published' as const] : [])]
}

/** With `note` in parentheses after it, if there is one. */
export function withNote(text: string, note: string): string {
  return note ? `${text} (${note})` : text
}
