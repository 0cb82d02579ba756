import { useEffect, useState } from 'react'
import { client } from '../api.ts'
import { addressOf, navigate, type Route } from '../route.ts'

/** The article last read comes back when the window opens without an address of its own. True once that is settled. */
export function useLastArticle(route: Route, libraryIsOpen: boolean): boolean {
  const [settled, setSettled] = useState(window.location.hash !== '')

  useEffect(() => {
    if (settled || !libraryIsOpen) return
    void returnToLastArticle().finally(() => setSettled(true))
  }, [settled, libraryIsOpen])

  const articleId = route.screen === 'article' ? route.articleId : null
  useEffect(() => {
    if (settled && articleId) void client.call('settings.update', { lastArticleId: articleId }).catch(() => undefined)
  }, [settled, articleId])

  return settled
}

async function returnToLastArticle(): Promise<void> {
  const { lastArticleId } = await client.call('settings.get', {})
  if (!lastArticleId) return
  const article = await client.call('articles.get', { id: lastArticleId }).catch(() => undefined)
  if (article && !article.deletedAt && window.location.hash === '') window.history.replaceState(null, '', addressOf({ screen: 'article', articleId: lastArticleId }))
  if (article && !article.deletedAt) navigate({ screen: 'article', articleId: lastArticleId }, 'replace')
}
