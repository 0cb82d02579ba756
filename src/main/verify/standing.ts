/** Where exports show a highlight: one that may be said by another, where it keeps its place in the article's present text. */
import type { TextRange } from '../../shared/anchor/selectors.ts'
import type { LibraryContents } from '../../shared/export.ts'
import { placeIn } from '../../shared/highlight.ts'

type StoredHighlight = LibraryContents['highlights'][number]

export function createStanding({ articles }: Pick<LibraryContents, 'articles'>) {
  const texts = new Map(articles.flatMap((article) => article.revisions.map((revision) => [`${article.id} ${revision.number}`, revision.text] as const)))
  const present = new Map(articles.map(({ id, revision }) => [id, revision]))
  const text = (articleId: string, revision: number): string => texts.get(`${articleId} ${revision}`) ?? ''
  return {
    text,
    of(highlight: StoredHighlight): { revision: number; ranges: TextRange[] } {
      const revision = present.get(highlight.articleId) ?? highlight.revision
      const place = placeIn(highlight, { revision, text: text(highlight.articleId, revision) })
      return place ? { revision, ranges: place } : highlight
    },
  }
}
