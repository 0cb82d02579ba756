import type { StatementInContext } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'

/** The words of the statements that are in view; those that are still coming are not in it. */
export function useWords(ids: string[]): Map<string, StatementInContext> {
  const { data } = useOperation('statements.list', { ids }, { enabled: ids.length > 0, keepPrevious: true })
  return new Map(data?.map((statement) => [statement.id, statement]))
}
