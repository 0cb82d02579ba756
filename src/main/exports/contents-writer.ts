/**
 * Adds what a Counterpoint file holds: each thing that is not there yet, by its identifier. What is there stays as it is, but
 * articles that the file has outside the bin come out of the bin: so importing again brings back what undoing the import took away.
 * And an article that was edited since it was exported from here goes on to its later revisions, with its highlights.
 * Runs inside one Change, after the articles and their texts have been put into the bin.
 */
import type { LibraryContents } from '../../shared/export.ts'
import type { LibraryReading } from '../formats/read-library-file.ts'
import type { Nouns } from './contents-reader.ts'
import { withOwnNames } from './own-names.ts'
import { recognise, type Recognised } from './recognise.ts'

/** How many highlights are in memory at once. */
const BATCH = 1000

export type ContentsWriter = ReturnType<typeof createContentsWriter>
interface Labelled { id: string; tagIds: string[]; collectionIds: string[] }
type Highlights = LibraryContents['highlights']

export function createContentsWriter(nouns: Nouns) {
  /** How many labels were given that were not there. */
  function label(articles: Labelled[], highlights: Highlights): number {
    const given = [
      ...articles.flatMap(({ id, tagIds }) => tagIds.map((tagId) => nouns.tags.give(id, tagId))),
      ...articles.flatMap(({ id, collectionIds }) => collectionIds.map((collectionId) => nouns.collections.give(id, collectionId))),
      ...highlights.flatMap(({ id, tagIds }) => tagIds.map((tagId) => nouns.tags.giveHighlight(id, tagId))),
    ]
    return given.filter(Boolean).length
  }

  function addHighlights(highlights: Highlights): number {
    const missing = highlights.filter(({ id }) => !nouns.highlights.has(id))
    return nouns.highlights.addAll(missing) + label([], missing)
  }

  return {
    recognise: ({ contents, mended }: LibraryReading): Recognised => recognise(withOwnNames(contents, mended), nouns),
    /** Outside the Change, so that undo leaves them there. Gives those that the file has later revisions of than the library. */
    addArticlesInBin(reading: LibraryReading, { contents, rename }: Recognised): LibraryContents['articles'] {
      const later = nouns.articles.addInBin(mapped(reading.articles(), rename))
      nouns.drafts.addDrafts(contents.drafts)
      return later
    },
    /** How many things were added, or came out of the bin. */
    add(reading: LibraryReading, { contents, recognised, rename }: Recognised, later: LibraryContents['articles']): number {
      const continued = nouns.articles.addLaterRevisions(later)
      for (const { id, before } of continued) nouns.highlights.carryOver(id, before)
      const back = nouns.articles.takeOutOfBin(contents.articles)
      const labels = nouns.tags.addAll(contents.tags) + nouns.collections.addAll(contents.collections)
      const names = nouns.speakers.addAll(contents.speakers, recognised) + nouns.issues.addAll(contents.issues)
      const comparing = nouns.comparisons.addAll(contents.comparisons) + nouns.looks.addAll(contents.looks) + nouns.events.addAll(contents.events, contents.articles.map(({ id }) => id))
      let marks = 0
      for (const highlights of batches(mapped(reading.highlights(), rename))) marks += addHighlights(highlights)
      marks += nouns.statements.addAll(mapped(reading.statements(), rename))
      marks += nouns.notes.addAll(contents.notes, recognised)
      // In the bin there and here: it came in with this file, now or before that was undone.
      const isInBin = ({ id, deletedAt }: { id: string; deletedAt: string | null }): boolean => deletedAt !== null && nouns.articles.get(id).deletedAt !== null
      const labelled = label([...back, ...contents.articles.filter((one) => recognised.has(one.id) || isInBin(one))], [])
      return continued.length + back.length + labels + names + comparing + marks + labelled
    },
  }
}

function* mapped<T>(items: Iterable<T>, change: (item: T) => T): Generator<T> {
  for (const item of items) yield change(item)
}

function* batches<T>(items: Iterable<T>): Generator<T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
