/** The wording of statements whose reader has not set it, guessed from the text that their highlights lie on. */
import type { TextRange } from '../../shared/anchor/selectors.ts'
import { guessWording } from '../../shared/guess-wording.ts'
import type { Wording } from '../../shared/statement.ts'
import type { ArticleService } from '../articles/article-service.ts'
import type { StatementTable } from './statement-table.ts'

export type WordingGuess = ReturnType<typeof createWordingGuess>

export interface WordingGuessParts {
  table: StatementTable
  articles: ArticleService
  findHighlight: (id: string) => { articleId: string; revision: number; ranges: TextRange[] } | undefined
}

export function createWordingGuess({ table, articles, findHighlight }: WordingGuessParts) {
  function of(highlightId: string): Wording {
    const { articleId, revision, ranges } = findHighlight(highlightId)!
    return guessWording(articles.text(articleId, revision), ranges)
  }

  return {
    of,
    /** Inside a Change: the highlight's ranges are others now. What the reader has set stays. */
    again(highlightId: string): void {
      for (const one of table.ofHighlight(highlightId)) if (one.wordingGuessed) table.set(one.id, { wording: of(highlightId) })
    },
  }
}
