/** Issues: propositions in dispute. */
import type { Input } from '../../shared/contract.ts'
import type { Issue } from '../../shared/issue.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { HistoryService } from '../history/history-service.ts'
import { sameName } from '../labels/same-name.ts'
import type { IssueTable, NewIssue } from './issue-table.ts'

export type IssueService = ReturnType<typeof createIssueService>

export function createIssueService(table: IssueTable, history: HistoryService, newId: () => string) {
  function get(id: string): Issue {
    const issue = table.list().find((one) => one.id === id)
    if (!issue) throw new AppError('not-found', 'That issue is not in the library any more.')
    return issue
  }

  function checkFree(proposition: string, exceptId?: string): void {
    if (table.list().some((one) => one.id !== exceptId && sameName(one.proposition, proposition))) {
      throw new AppError('conflict', `There is an issue “${proposition}” already. Pick that one, or word this one differently.`)
    }
  }

  return {
    get,
    has: (id: string): boolean => table.list().some((one) => one.id === id),
    list: (): Issue[] => table.list(),
    /** Those not there yet. */
    addAll(issues: NewIssue[]): number {
      const there = new Set(table.list().map((issue) => issue.id))
      const missing = issues.filter((issue) => !there.has(issue.id))
      missing.forEach(table.add)
      return missing.length
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
      history.record({ ...context, label }, () => table.update({ ...issue, proposition: changes.proposition ?? issue.proposition, position: changes.position ?? issue.position }))
      return {}
    },
    delete(id: string, context: CallContext): Record<string, never> {
      get(id)
      history.record({ ...context, label: 'Delete issue' }, () => table.remove(id))
      return {}
    },
  }
}
