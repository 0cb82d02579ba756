/**
 * Adds the contents of a Counterpoint file: each thing that is not there yet, by its identifier.
 * Runs inside one Change; what the file refers to but neither holds nor finds is left out of the thing that refers to it.
 */
import type { LibraryContents } from '../../shared/export.ts'
import type { Nouns } from './contents-reader.ts'

export type ContentsWriter = ReturnType<typeof createContentsWriter>

export function createContentsWriter(nouns: Nouns) {
  return {
    /** How many things were added. */
    add(contents: LibraryContents): number {
      const tags = nouns.tags.addAll(contents.tags)
      const collections = nouns.collections.addAll(contents.collections)
      const articles = nouns.articles.addAll(contents.articles)
      const speakers = nouns.speakers.addAll(contents.speakers)
      const issues = nouns.issues.addAll(contents.issues)
      const highlights = nouns.highlights.addAll(contents.highlights)
      const statements = nouns.statements.addAll(contents.statements)
      const notes = nouns.notes.addAll(contents.notes)
      for (const article of contents.articles) {
        for (const tagId of article.tagIds) nouns.tags.give(article.id, tagId)
        for (const collectionId of article.collectionIds) nouns.collections.give(article.id, collectionId)
      }
      for (const highlight of contents.highlights) for (const tagId of highlight.tagIds) nouns.tags.giveHighlight(highlight.id, tagId)
      return tags + collections + articles + speakers + issues + highlights + statements + notes
    },
  }
}
