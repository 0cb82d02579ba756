/** What an export wrote, told by its writer in the pass that writes. */
import type { DetailName } from '../../shared/article.ts'
import type { ArrangedHighlight, ArrangedStatement } from './arrange-export.ts'
import { noteKey, type Kind } from './library-things.ts'

export type Written = ReturnType<typeof createWritten>

export function createWritten() {
  const things = new Set<string>()
  const has = (kind: Kind, key: string): boolean => things.has(`${kind} ${key}`)
  const add = (kind: Kind, key: string): void => { things.add(`${kind} ${key}`) }

  return {
    has,
    add,
    article({ id }: { id: string }, ...details: (DetailName | 'text')[]): void {
      for (const kind of ['article', ...details] as const) add(kind, id)
    },
    /** Its words and these facts; whose names stand with it. */
    statement({ statement: { id, reportedById }, speaker, issue }: ArrangedStatement, ...facts: ('stance' | 'wording' | 'reportedBy' | 'dateSaid')[]): void {
      for (const kind of ['statement', ...facts] as const) add(kind, id)
      if (speaker) add('speaker', speaker.id)
      if (issue) add('issue', issue.id)
      if (reportedById && facts.includes('reportedBy')) add('speaker', reportedById)
    },
    /** Its words, and what belongs to it. */
    highlight({ highlight: { id, tagIds } }: ArrangedHighlight, ...what: ('place' | 'note' | 'formatting' | 'tags')[]): void {
      add('highlight', id)
      if (what.includes('place')) add('place', id)
      if (what.includes('note')) add('note', noteKey({ type: 'highlight', id }))
      if (what.includes('formatting')) add('formatting', noteKey({ type: 'highlight', id }))
      if (what.includes('tags')) for (const tagId of tagIds) for (const [kind, key] of [['tag', tagId], ['tagging', `${tagId} ${id}`]] as const) add(kind, key)
    },
    /** With its formatting. */
    note(type: 'article' | 'comparison', id: string): void {
      add('note', noteKey({ type, id }))
      add('formatting', noteKey({ type, id }))
    },
  }
}
