/** Issues: propositions in dispute. */
import type { Input } from '../../shared/contract.ts'
import type { Issue } from '../../shared/issue.ts'
import type { CallContext } from '../../shared/rpc.ts'
import type { HistoryService } from '../history/history-service.ts'
import { foldName } from '../../shared/same-name.ts'
import { createNamedList } from '../names/named-list.ts'
import { place, placeNew } from '../names/positions.ts'
import type { IssueTable, NewIssue } from './issue-table.ts'

export type IssueService = ReturnType<typeof createIssueService>

export function createIssueService(table: IssueTable, history: HistoryService, newId: () => string) {
  const { get, has, list, checkFree, freeName, missing } = createNamedList<Issue>({
    noun: 'issue', list: table.list, isKnown: table.isKnown, namesOf: (issue) => [issue.proposition], advice: 'Pick that one, or word this one differently.',
  })

  return {
    get,
    has,
    list,
    /** Those not there yet. */
    addAll(issues: NewIssue[]): number {
      const added = placeNew(table.list(), missing(issues))
      for (const issue of added) table.add(issue, freeName(issue.proposition))
      return added.length
    },
    create(proposition: string, context: CallContext): Issue {
      checkFree(proposition)
      const issue = { id: newId(), proposition, position: (table.list().at(-1)?.position ?? 0) + 1 }
      history.record({ ...context, label: 'Add issue' }, () => table.add(issue, foldName(proposition)))
      return { ...issue, statements: 0 }
    },
    update({ id, proposition, position }: Input<'issues.update'>, context: CallContext): Record<string, never> {
      const issue = get(id)
      if (proposition !== undefined) checkFree(proposition, id)
      const label = proposition !== undefined ? 'Rename issue' : 'Move issue'
      history.record({ ...context, label }, () => {
        table.set(id, { proposition, folded: proposition && foldName(proposition) })
        if (position !== undefined) for (const moved of place(table.list(), issue, position)) table.set(moved.id, { position: moved.position })
      })
      return {}
    },
    delete(id: string, context: CallContext): void {
      history.record({ ...context, label: 'Delete issue' }, () => table.remove(id))
    },
    /** An issue has nothing beside its statements and its note. */
    absorb: (from: Issue): void => table.remove(from.id),
  }
}
