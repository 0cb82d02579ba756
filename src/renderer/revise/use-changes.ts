import { useMemo } from 'react'
import { passageChanges, type Passage, type PassageChanges } from '../../shared/anchor/frame-changes.ts'
import { tellingChanges, type WordChange } from '../../shared/anchor/word-changes.ts'
import type { Article } from '../../shared/article.ts'
import type { Candidate } from '../../shared/highlight.ts'
import type { Output } from '../../shared/contract.ts'
import type { Revision } from '../../shared/revision.ts'
import { useOperation } from '../api.ts'

export type Waiting = Output<'highlights.queue'>[number]

export interface QueueChanges {
  article: Article
  revision: Revision
  /** Null where no place is offered. */
  changes: PassageChanges | null
  /** Around the words, and in them. */
  all: WordChange[]
  /** Those that are named. */
  named: WordChange[]
  /** The words may be another's at this place. */
  mayBeAnothers: boolean
}

/** What became of a waiting highlight at one of its places. Undefined until both texts are there. */
export function useChanges(waiting: Waiting, place: Candidate | undefined, enabled = true): QueueChanges | undefined {
  const article = useOperation('articles.get', { id: waiting.articleId }, { enabled }).data
  const revision = useOperation('revisions.get', { articleId: waiting.articleId, number: waiting.revision }, { enabled }).data
  return useMemo(() => {
    if (!article || !revision) return undefined
    const changes = place ? passageChanges({ text: revision.text, ranges: waiting.ranges }, { text: article.text, ranges: place }, article.language || undefined) : null
    const all = changes ? changesOf(waiting.state, changes) : []
    return { article, revision, changes, all, named: tellingChanges(all), mayBeAnothers: waiting.state === 'said-by-another' || tellingChanges(changes?.frame ?? []).some(({ kind }) => kind !== 'words') }
  }, [article, revision, waiting, place])
}

/** What is named of a passage that may be said by another. `language` is a BCP 47 tag, '' for unknown. */
export function namedInFrame(before: Passage, after: Passage, language: string): WordChange[] {
  return tellingChanges(passageChanges(before, after, language || undefined).frame)
}

/** Words that stand may stand in another's mouth as well where they changed, or stand elsewhere. */
function changesOf(state: Waiting['state'], { frame, words }: PassageChanges): WordChange[] {
  return state === 'said-by-another' ? frame : [...frame, ...words]
}
