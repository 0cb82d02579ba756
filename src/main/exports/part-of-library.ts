/** The part of the library that belongs to one article, or that a comparison is about. */
import type { LibraryContents } from '../../shared/export.ts'
import { AppError } from '../../shared/rpc.ts'
import type { ArrangedComparison } from '../formats/comparison/arrange-comparison.ts'

export function onlyArticle(contents: LibraryContents, articleId: string): LibraryContents {
  const articles = contents.articles.filter((article) => article.id === articleId)
  if (articles.length === 0) throw new AppError('not-found', `There is no article ${articleId} in the library.`)
  const highlights = contents.highlights.filter((highlight) => highlight.articleId === articleId)
  const highlightIds = new Set(highlights.map((highlight) => highlight.id))
  const statements = contents.statements.filter((statement) => highlightIds.has(statement.highlightId))
  const part = belongingTo(contents, { articles, highlights, statements, comparisons: [], speakerIds: [], issueIds: [] })
  return {
    ...part,
    speakers: part.speakers.map((speaker) => ({ ...speaker, aliases: speaker.aliases.filter((alias) => !alias.articleId || alias.articleId === articleId) })),
    looks: part.looks.filter((look) => look.articleIds.includes(articleId)).map((look) => ({ ...look, articleIds: [articleId] })),
  }
}

/** Its statements, also those that have no place in it for lack of a speaker or an issue, and what belongs to them. */
export function onlyCompared(contents: LibraryContents, { id, chosen, issues, speakers }: ArrangedComparison): LibraryContents {
  const statements = contents.statements.filter((statement) => chosen.has(statement.id))
  const highlightIds = new Set(statements.map(({ highlightId }) => highlightId))
  const highlights = contents.highlights.filter((highlight) => highlightIds.has(highlight.id))
  const articleIds = new Set(highlights.map(({ articleId }) => articleId))
  return belongingTo(contents, {
    statements, highlights,
    articles: contents.articles.filter((article) => articleIds.has(article.id)),
    comparisons: contents.comparisons.filter((comparison) => comparison.id === id),
    speakerIds: speakers.map(({ speaker }) => speaker.id), issueIds: issues.map(({ issue }) => issue.id),
  })
}

interface Kept extends Pick<LibraryContents, 'articles' | 'highlights' | 'statements' | 'comparisons'> {
  /** Beside those of the statements. */
  speakerIds: string[]
  issueIds: string[]
}

function belongingTo(contents: LibraryContents, { articles, highlights, statements, comparisons, ...named }: Kept): LibraryContents {
  const ids = (things: { id: string }[]): string[] => things.map(({ id }) => id)
  const speakerIds = withThoseSpokenFor(contents, [...named.speakerIds, ...statements.flatMap((statement) => [statement.speakerId, statement.reportedById])])
  const issueIds = new Set([...named.issueIds, ...statements.map((statement) => statement.issueId)])
  const kept = new Set([...ids(articles), ...ids(highlights), ...ids(comparisons), ...speakerIds, ...issueIds])
  const tagIds = new Set([...articles, ...highlights].flatMap((one) => one.tagIds))
  const [articleIds, collectionIds] = [new Set(ids(articles)), new Set(articles.flatMap((article) => article.collectionIds))]
  return {
    articles, highlights, statements, comparisons,
    speakers: contents.speakers.filter((speaker) => speakerIds.has(speaker.id)),
    issues: contents.issues.filter((issue) => issueIds.has(issue.id)),
    notes: contents.notes.filter((note) => kept.has(note.subject.id)),
    tags: contents.tags.filter((tag) => tagIds.has(tag.id)),
    collections: contents.collections.filter((collection) => collectionIds.has(collection.id)),
    events: [],
    drafts: contents.drafts.filter((draft) => articleIds.has(draft.articleId)),
    looks: contents.looks.filter((look) => speakerIds.has(look.speakerId) && issueIds.has(look.issueId)),
  }
}

function withThoseSpokenFor({ speakers }: LibraryContents, ids: (string | null)[]): Set<string> {
  const kept = new Set<string>()
  for (let next of ids) {
    while (next && !kept.has(next)) {
      kept.add(next)
      next = speakers.find((speaker) => speaker.id === next)?.speaksForId ?? null
    }
  }
  return kept
}
