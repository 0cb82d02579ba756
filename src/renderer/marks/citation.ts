/** Dates and sources as the interface writes them. */
import type { DetailName } from '../../shared/article.ts'
import { detailsShown, guessedWords, withNote } from '../../shared/guessed-details.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** "26 April 2017", "April 2017" or "2017"; '' for no date. The date is a PartialDate or an ISO time. */
export function longDate(date: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-')
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
}

/** "26 Apr 2017": where there is little room; "26 Apr" beside others of the same year. */
export function shortDate(date: string, isYearKnown = false): string {
  const [year = '', month, day] = date.slice(0, 10).split('-')
  return [day && String(Number(day)), month && months[Number(month) - 1]!.slice(0, 3), isYearKnown && month ? '' : year].filter(Boolean).join(' ')
}

export interface CitedSource {
  publisher: string
  articleTitle: string
  /** When it was said or, unknown that, when the article appeared. */
  date: string
  dateSaid?: string | null
  paragraph?: number
  /** The article's details that are guesses; left out where the words are kept for good, as in a note. */
  guessed?: DetailName[]
}

/** "Harbour Wire, 26 April 2017, ¶ 2 (date guessed)": what is unknown is left out. */
export function citation(source: CitedSource): string {
  const cited = [source.publisher || source.articleTitle, longDate(source.date), source.paragraph && `¶ ${source.paragraph}`].filter(Boolean).join(', ')
  return withNote(cited, guessedWords(source.guessed ?? [], detailsShown({ ...source, isDateSaid: Boolean(source.dateSaid) })))
}
