import { useMemo, type ReactNode } from 'react'
import type { Issue } from '../../shared/issue.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { useOperation } from '../api.ts'
import { ReaderView } from './reader-view.tsx'
import { inText, type Chosen } from './reader-context.ts'
import type { ReaderSide } from './use-side.ts'

export interface ReaderScreenProps {
  articleId: string
  highlightId?: string | undefined
  statementId?: string | undefined
  /** Where two stand in a window. */
  side?: ReaderSide
}

const noSpeakers: Speaker[] = []
const noIssues: Issue[] = []

/** One article: to read, to mark, and to say what the marks mean. */
export function ReaderScreen({ articleId, highlightId, statementId, side }: ReaderScreenProps): ReactNode {
  const article = useOperation('articles.get', { id: articleId })
  const highlights = useOperation('highlights.list', { articleId })
  const speakers = useOperation('speakers.list', {}).data ?? noSpeakers
  const issues = useOperation('issues.list', {}).data ?? noIssues

  const ordered = useMemo(() => {
    const text = article.data
    const found = text && highlights.data ? highlights.data.map((one) => inText(one, text)) : []
    return found.sort((a, b) => a.ranges[0]!.start - b.ranges[0]!.start || a.createdAt.localeCompare(b.createdAt))
  }, [article.data, highlights.data])
  const wanted = useMemo((): Chosen | null => {
    const ofStatement = statementId && ordered.find((one) => one.statements.some((statement) => statement.id === statementId))
    const id = highlightId ?? (ofStatement ? ofStatement.id : undefined)
    return id ? { highlightId: id, ...(statementId ? { statementId } : {}) } : null
  }, [ordered, highlightId, statementId])

  const error = article.error ?? highlights.error
  const Part = side ? 'div' : 'main'
  if (error) return <Part className="reader-message"><p role="alert">{error.message}</p></Part>
  if (!article.data || !highlights.data) return <div className="reader" aria-busy="true" />
  return <ReaderView key={articleId} article={article.data} highlights={ordered} speakers={speakers} issues={issues} wanted={wanted} {...(side ? { side } : {})} />
}
