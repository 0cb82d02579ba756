import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { marksOf } from '../../shared/compare/statement-columns.ts'
import type { Issue } from '../../shared/issue.ts'
import type { Tag } from '../../shared/label.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { useOperation } from '../api.ts'
import { arrangeRows, type Arranged } from './arrange-rows.ts'
import { useTableLook } from './table-look.ts'

export interface Table extends Arranged {
  /** In the library, filters aside. */
  all: number
  speakers: Speaker[]
  issues: Issue[]
  tags: Tag[]
  speakerById: Map<string, Speaker>
  issueById: Map<string, Issue>
  tagById: Map<string, Tag>
}

/** Undefined while it comes. */
export function useTable(speakerId: string | undefined, issueId: string | undefined): { table: Table | undefined; error: Error | null } {
  const columns = useOperation('statements.columns', {})
  const speakers = useOperation('speakers.list', {})
  const issues = useOperation('issues.list', {})
  const tags = useOperation('tags.list', {})
  const { sort, grouping, folded, filter } = useTableLook(useShallow((look) => ({ sort: look.sort, grouping: look.grouping, folded: look.folded, filter: look.filter })))
  // Words are many: all of them come only where they decide the order.
  const words = useOperation('statements.list', {}, { enabled: sort?.column === 'quote', keepPrevious: true })
  const marks = useMemo(() => columns.data && marksOf(columns.data), [columns.data])
  const table = useMemo(() => {
    if (!marks || !speakers.data || !issues.data || !tags.data) return undefined
    const arranged = arrangeRows({
      marks, speakers: speakers.data, issues: issues.data, speakerId, issueId, look: { sort, grouping, folded, filter },
      tags: new Map(tags.data.map(({ id, name }) => [id, name])), quotes: words.data ? new Map(words.data.map(({ id, quote }) => [id, quote])) : null,
    })
    const byId = <T extends { id: string }>(things: T[]): Map<string, T> => new Map(things.map((one) => [one.id, one]))
    return {
      ...arranged, all: marks.length, speakers: speakers.data, issues: issues.data, tags: tags.data,
      speakerById: byId(speakers.data), issueById: byId(issues.data), tagById: byId(tags.data),
    }
  }, [marks, speakers.data, issues.data, tags.data, words.data, sort, grouping, folded, filter, speakerId, issueId])
  return { table, error: columns.error ?? speakers.error ?? issues.error ?? tags.error ?? words.error }
}
