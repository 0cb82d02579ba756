import type { ReactNode } from 'react'
import { addressOf } from '../route.ts'
import { useReader } from './reader-context.ts'

/** What of this article waits for the reader: a draft, a newer version, highlights whose words changed, or who says them. */
export function ArticleNotices(): ReactNode {
  const { article } = useReader()
  const { id: articleId, draft, waiting } = article
  if (!draft && waiting === 0) return null
  return (
    <div className="article-notices" role="status">
      {draft === 'import' && <p>A newer version of this article waits. <a href={addressOf({ screen: 'newer', articleId })}>See what changed</a></p>}
      {draft === 'edit' && <p>An edit of this article is not done yet. <a href={addressOf({ screen: 'edit', articleId })}>Go on editing</a></p>}
      {waiting > 0 && <p>{waiting === 1 ? '1 highlight needs you: its words changed, or who says them' : `${waiting} highlights need you: their words changed, or who says them`}. <a href={addressOf({ screen: 'queue', articleId })}>Review</a></p>}
    </div>
  )
}
