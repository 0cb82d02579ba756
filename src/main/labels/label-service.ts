/** Tags and collections: the same rules for both, each with its own table. */
import type { Recorded } from '../../shared/history.ts'
import type { CallContext } from '../../shared/rpc.ts'
import type { ArticleService } from '../articles/article-service.ts'
import type { HistoryService } from '../history/history-service.ts'
import { foldName } from '../../shared/same-name.ts'
import { createNamedList } from '../names/named-list.ts'
import type { Label, LabelTable } from './label-table.ts'

export type LabelService = ReturnType<typeof createLabelService>

/** `onDelete` is called inside the Change, before the label goes. */
export function createLabelService(table: LabelTable, articles: ArticleService, history: HistoryService, newId: () => string, onDelete?: (id: string) => void) {
  const { kind } = table

  const { get, list, checkFree, freeName, missing } = createNamedList<Label>({ noun: kind, list: table.list, isKnown: table.isKnown, namesOf: (label) => [label.name], advice: 'Choose another name.' })

  return {
    list,
    /** Those not there yet. */
    addAll(labels: { id: string; name: string }[]): number {
      const added = missing(labels)
      for (const { id, name } of added) table.add(id, name, freeName(name))
      return added.length
    },
    give: table.give,
    giveHighlight: table.giveHighlight,
    create(name: string, context: CallContext): Label {
      checkFree(name)
      const id = newId()
      history.record({ ...context, label: `Add ${kind}` }, () => table.add(id, name, foldName(name)))
      return { id, name, articles: 0 }
    },
    rename({ id, name }: { id: string; name: string }, context: CallContext): Record<string, never> {
      get(id)
      checkFree(name, id)
      history.record({ ...context, label: `Rename ${kind}` }, () => table.rename(id, name, foldName(name)))
      return {}
    },
    delete(id: string, context: CallContext): Recorded {
      get(id)
      return history.act({ ...context, label: `Delete ${kind}` }, () => {
        onDelete?.(id)
        table.remove(id)
      })
    },
    /** Puts a tag on a highlight, or takes it off. */
    setOnHighlight({ id: highlightId, tagId, on }: { id: string; tagId: string; on: boolean }, context: CallContext): Record<string, never> {
      const { name } = get(tagId)
      history.record({ ...context, label: on ? `Tag “${name}”` : `Untag “${name}”` }, () => (on ? table.giveHighlight(highlightId, tagId) : table.takeHighlight(highlightId, tagId)))
      return {}
    },
    /** Puts a tag on the highlights of statements, or takes it off. */
    setOnStatements({ statements, tagId, on }: { statements: { highlightId: string }[]; tagId: string; on: boolean }, context: CallContext): Recorded {
      const { name } = get(tagId)
      const highlightIds = new Set(statements.map(({ highlightId }) => highlightId))
      const of = statements.length === 1 ? '' : ` ${statements.length} statements`
      return history.act({ ...context, label: `${on ? 'Tag' : 'Untag'}${of} “${name}”` }, () => highlightIds.forEach((id) => (on ? table.giveHighlight(id, tagId) : table.takeHighlight(id, tagId))))
    },
    /** Puts the label on articles, or takes it off. */
    set(articleIds: string[], id: string, on: boolean, context: CallContext): Record<string, never> {
      const { name } = get(id)
      articleIds.forEach(articles.get)
      const label = kind === 'tag' ? (on ? `Tag “${name}”` : `Untag “${name}”`) : on ? `Put in “${name}”` : `Take out of “${name}”`
      history.record({ ...context, label }, () => articleIds.forEach((articleId) => (on ? table.give(articleId, id) : table.take(articleId, id))))
      return {}
    },
  }
}
