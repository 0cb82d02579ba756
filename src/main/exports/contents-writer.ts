/**
 * Adds the contents of a Counterpoint file: each thing that is not there yet, by its identifier. What is there stays as it is, but
 * articles that the file has outside the bin come out of the bin: so importing again brings back what undoing the import took away.
 * And an article that was edited since it was exported from here goes on to its later revisions, with its highlights.
 * Runs inside one Change, after the articles and their texts have been put into the bin.
 */
import type { LibraryContents } from '../../shared/export.ts'
import type { Nouns } from './contents-reader.ts'
import { recognise, type Recognised } from './recognise.ts'

export type ContentsWriter = ReturnType<typeof createContentsWriter>
type Articles = LibraryContents['articles']

export function createContentsWriter(nouns: Nouns) {
  /** How many labels were given that were not there. */
  function label(articles: Articles, highlights: LibraryContents['highlights']): number {
    const given = [
      ...articles.flatMap(({ id, tagIds }) => tagIds.map((tagId) => nouns.tags.give(id, tagId))),
      ...articles.flatMap(({ id, collectionIds }) => collectionIds.map((collectionId) => nouns.collections.give(id, collectionId))),
      ...highlights.flatMap(({ id, tagIds }) => tagIds.map((tagId) => nouns.tags.giveHighlight(id, tagId))),
    ]
    return given.filter(Boolean).length
  }

  return {
    recognise: (file: LibraryContents): Recognised => recognise(file, nouns),
    /** Outside the Change, so that undo leaves them there. */
    addArticlesInBin({ contents }: Recognised): void {
      nouns.articles.addInBin(contents.articles)
      nouns.drafts.addDrafts(contents.drafts)
    },
    /** How many things were added, or came out of the bin. */
    add({ contents, recognised }: Recognised): number {
      const later = nouns.articles.addLaterRevisions(contents.articles)
      for (const { id, before } of later) nouns.highlights.carryOver(id, before)
      const back = nouns.articles.takeOutOfBin(contents.articles)
      const labels = nouns.tags.addAll(contents.tags) + nouns.collections.addAll(contents.collections)
      const names = nouns.speakers.addAll(contents.speakers, recognised) + nouns.issues.addAll(contents.issues)
      const newHighlights = contents.highlights.filter((highlight) => !nouns.highlights.has(highlight.id))
      const comparing = nouns.comparisons.addAll(contents.comparisons) + nouns.looks.addAll(contents.looks) + nouns.events.addAll(contents.events, contents.articles.map(({ id }) => id))
      const marks = nouns.highlights.addAll(newHighlights) + nouns.statements.addAll(contents.statements) + nouns.notes.addAll(contents.notes, recognised)
      const labelled = label([...back, ...contents.articles.filter(({ id }) => recognised.has(id))], newHighlights)
      return later.length + back.length + labels + names + comparing + marks + labelled
    },
  }
}
