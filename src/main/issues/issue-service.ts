/** Issues: propositions in dispute. */
import type { Input } from '../../shared/contract.ts'
import type { Issue } from '../../shared/issue.ts'
import type { CallContext } from '../../shared/rpc.ts'
import type { HistoryService } from '../history/history-service.ts'
import { createNamedList } from '../names/named-list.ts'
import { place, placeNew } from '../names/positions.ts'
import type { IssueTable, NewIssue } from './issue-table.ts'

export type IssueService = ReturnType<typeof createIssueService>

export function createIssueService(table: IssueTable, history: HistoryService, newId: () => string) {
  const { get, has, list, checkFree, missing } = createNamedList<Issue>({
    noun: 'issue', list: table.list, namesOf: (issue) => [issue.proposition], advice: 'Pick that one, or word this one differently.',
  })

  return {
    get,
    has,
    list,
    /** Those not there yet. */
    addAll(issues: NewIssue[]): number {
      const added = placeNew(table.list(), missing(issues))
      added.forEach(table.add)
      return added.length
    },
    create(proposition: string, context: CallContext): Issue {
      checkFree(proposition)
      const issue = { id: newId(), proposition, position: (table.list().at(-1)?.position ?? 0) + 1 }
      history.record({ ...context, label: 'Add issue' }, () => table.add(issue))
      return { ...issue, statements: 0 }
    },
    update({ id, ...changes }: Input<'issues.update'>, context: CallContext): Record<string, never> {
      const issue = get(id)
      if (changes.proposition !== undefined) checkFree(changes.proposition, id)
      const label = changes.proposition !== undefined ? 'Rename issue' : 'Move issue'
      const changed = { ...issue, proposition: changes.proposition ?? issue.proposition }
      history.record({ ...context, label }, () => (changes.position === undefined ? [changed] : place(table.list(), changed, changes.position)).forEach(table.update))
      return {}
    },
    delete(id: string, context: CallContext): void {
      history.record({ ...context, label: 'Delete issue' }, () => table.remove(id))
    },
    /** An issue has nothing beside its statements and its note. */
    absorb: (from: Issue): void => table.remove(from.id),
  }
}
