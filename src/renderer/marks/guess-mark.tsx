import type { ReactNode } from 'react'
import { guessedWords } from '../../shared/guessed-details.ts'
import type { DetailName } from '../../shared/article.ts'
import { sourceOf } from '../../shared/statement.ts'

export interface GuessMarkProps {
  /** The article's details that are guesses. */
  guessed: DetailName[]
  /** Those that stand before the mark. */
  shown: DetailName[]
  /** Where there is room: in words. */
  inWords?: boolean
}

/** After what was guessed when an article was added, until its reader confirms it. */
export function GuessMark({ guessed, shown, inWords = false }: GuessMarkProps): ReactNode {
  const words = guessedWords(guessed, shown)
  if (!words) return null
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}: mend or confirm it in the article’s details`
  return inWords
    ? <span className="guess-mark" title={title}> ({words})</span>
    : <span className="guess-mark" title={title}><span aria-hidden>?</span><span className="sr"> ({words})</span></span>
}

/** The source as people name it, and whether that is a guess. */
export function SourceName({ of }: { of: { publisher: string; articleTitle: string; guessed: DetailName[] } }): ReactNode {
  return <>{sourceOf(of)}<GuessMark guessed={of.guessed} shown={[of.publisher ? 'publisher' : 'title']} /></>
}
