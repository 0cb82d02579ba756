/** Puts statements into the columns that the renderer reads them from. */
import type { MarkedArticle, StatementColumns } from '../../shared/compare/statement-columns.ts'
import { stances, wordings } from '../../shared/statement.ts'
import type { PlainStatement } from './statement-table.ts'

export function columnsOf(statements: PlainStatement[], articles: MarkedArticle[], highlightTags: { highlight: number; tagId: string }[]): StatementColumns {
  const articleAt = new Map(articles.map(({ id }, at) => [id, at]))
  const published = new Map(articles.map((article) => [article.id, article.published]))
  const [speakers, issues] = [new Places(), new Places()]
  const tagsOf = Map.groupBy(highlightTags, ({ highlight }) => highlight)
  return {
    articles,
    ids: statements.map(({ id }) => id),
    article: statements.map(({ articleId }) => articleAt.get(articleId)!),
    speaker: statements.map(({ speakerId }) => speakers.of(speakerId)),
    issue: statements.map(({ issueId }) => issues.of(issueId)),
    stance: statements.map(({ stance }) => (stance ? stances.indexOf(stance) : -1)),
    wording: statements.map(({ wording }) => wordings.indexOf(wording)),
    guessed: statements.map(({ wordingGuessed }) => Number(wordingGuessed)),
    date: statements.map(({ dateSaid, articleId }) => dateSaid ?? published.get(articleId)!),
    dated: statements.map(({ dateSaid }) => Number(dateSaid !== null)),
    tags: tagsOf.size === 0 ? [] : statements.flatMap(({ highlight }, at) => (tagsOf.get(highlight) ?? []).map(({ tagId }): [number, string] => [at, tagId])),
    speakers: speakers.names,
    issues: issues.names,
  }
}

/** Numbers names in the order of their coming; none is -1. */
class Places {
  readonly names: string[] = []
  readonly #at = new Map<string, number>()

  of(name: string | null): number {
    if (name === null) return -1
    const known = this.#at.get(name)
    if (known !== undefined) return known
    this.#at.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}
