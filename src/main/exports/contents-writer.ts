/**
 * Adds the contents of a Counterpoint file: each thing that is not there yet, by its identifier. What is there stays as it is.
 * Runs inside one Change, after the articles and their texts have been put into the bin.
 */
import type { LibraryContents } from '../../shared/export.ts'
import type { Nouns } from './contents-reader.ts'

export type ContentsWriter = ReturnType<typeof createContentsWriter>

export function createContentsWriter(nouns: Nouns) {
  function label(articles: LibraryContents['articles'], highlights: LibraryContents['highlights']): void {
    for (const article of articles) {
      for (const tagId of article.tagIds) nouns.tags.give(article.id, tagId)
      for (const collectionId of article.collectionIds) nouns.collections.give(article.id, collectionId)
    }
    for (const highlight of highlights) for (const tagId of highlight.tagIds) nouns.tags.giveHighlight(highlight.id, tagId)
  }

  return {
    addArticlesInBin: (contents: LibraryContents): LibraryContents['articles'] => nouns.articles.addInBin(contents.articles),
    /** How many things were added. `articles`: those that are new in the bin. */
    add(contents: LibraryContents, articles: LibraryContents['articles']): number {
      nouns.articles.takeOutOfBin(articles)
      const labels = nouns.tags.addAll(contents.tags) + nouns.collections.addAll(contents.collections)
      const names = nouns.speakers.addAll(contents.speakers) + nouns.issues.addAll(contents.issues)
      const newHighlights = contents.highlights.filter((highlight) => !nouns.highlights.has(highlight.id))
      const comparing = nouns.comparisons.addAll(contents.comparisons) + nouns.looks.addAll(contents.looks) + nouns.events.addAll(contents.events, contents.articles.map(({ id }) => id))
      const marks = nouns.highlights.addAll(newHighlights) + nouns.statements.addAll(contents.statements) + nouns.notes.addAll(contents.notes)
      label(articles, newHighlights)
      return articles.length + labels + names + comparing + marks
    },
  }
}
