/** "Looked, none found": set by hand, with the articles that were read. */
import type { Look } from '../../shared/comparison.ts'
import type { Input } from '../../shared/contract.ts'
import type { CallContext } from '../../shared/rpc.ts'
import type { ArticleService } from '../articles/article-service.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { IssueService } from '../issues/issue-service.ts'
import type { SpeakerService } from '../speakers/speaker-service.ts'
import type { LookTable } from './look-table.ts'

export interface LookServiceParts {
  table: LookTable
  articles: ArticleService
  speakers: SpeakerService
  issues: IssueService
  history: HistoryService
  clock: () => Date
}
export type LookService = ReturnType<typeof createLookService>

export function createLookService({ table, articles, speakers, issues, history, clock }: LookServiceParts) {
  /** A look is as old as its newest article. */
  function list(): Look[] {
    return [...Map.groupBy(table.list(), ({ issueId, speakerId }) => `${issueId} ${speakerId}`).values()].map((rows) => ({
      issueId: rows[0]!.issueId, speakerId: rows[0]!.speakerId, articleIds: rows.map((row) => row.articleId),
      lookedAt: rows.map((row) => row.lookedAt).reduce((a, b) => (a > b ? a : b)),
    }))
  }

  return {
    list,
    /** Inside a Change: those whose issue, speaker and articles are there. */
    addAll(looks: Look[]): number {
      const before = table.list().length
      for (const { articleIds, issueId, speakerId, lookedAt } of looks) {
        if (!issues.has(issueId) || !speakers.has(speakerId)) continue
        for (const articleId of articleIds) if (articles.has(articleId)) table.add({ issueId, speakerId, articleId, lookedAt })
      }
      return table.list().length - before
    },
    set({ issueId, speakerId, articleIds }: Input<'looks.set'>, context: CallContext): Record<string, never> {
      issues.get(issueId)
      speakers.get(speakerId)
      articleIds.forEach(articles.get)
      const wanted = new Set(articleIds)
      history.record({ ...context, label: wanted.size > 0 ? 'Mark as looked, none found' : 'Mark as not looked yet' }, () => {
        for (const known of table.ofCell(issueId, speakerId)) if (!wanted.has(known.articleId)) table.remove(issueId, speakerId, known.articleId)
        for (const articleId of wanted) table.add({ issueId, speakerId, articleId, lookedAt: clock().toISOString() })
      })
      return {}
    },
    /** Inside a Change: what was read for one speaker, or on one issue, counts for another, which has taken its place. */
    replaceName(noun: 'speaker' | 'issue', fromId: string, toId: string): void {
      for (const row of table.list()) {
        if (row[`${noun}Id`] !== fromId) continue
        table.remove(row.issueId, row.speakerId, row.articleId)
        table.add({ ...row, [`${noun}Id`]: toId })
      }
    },
  }
}
