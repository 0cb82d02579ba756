import { useEffect, useEffectEvent } from 'react'
import type { Article } from '../../shared/article.ts'
import { client } from '../api.ts'
import { offsetInView, paneOf, reveal } from './pane.ts'
import type { TextMap } from './text-offsets.ts'

/** Milliseconds between two saves while scrolling. */
const PAUSE = 1000

/** Opens the article where it was left, and keeps where it is being read. `restore` is false where a passage is shown instead. */
export function useReadingPlace(article: Article, map: TextMap | null, restore: boolean): void {
  // The place that is saved comes back with a new article: only another text starts this again.
  const startAt = useEffectEvent((text: TextMap): number => {
    const { readingPlace: place, readTo } = article
    if (restore && place > 0) reveal(text, { start: place, end: place + 1 }, 'top')
    return readTo
  })
  const { id, text: { length } } = article
  useEffect(() => {
    if (!map) return
    const pane = paneOf(map)
    let readTo = startAt(map)
    let timer: ReturnType<typeof setTimeout> | undefined

    const save = (): void => {
      clearTimeout(timer)
      timer = undefined
      const atTop = pane.scrollTop <= 4
      readTo = Math.max(readTo, Math.min(1, offsetInView(map, 'last') / Math.max(1, length)))
      // A place that can't be kept is no reason to disturb the reading.
      client.call('articles.setReadingPlace', { id, readingPlace: atTop ? 0 : offsetInView(map, 'first'), readTo }).catch(() => {})
    }
    const handleScroll = (): void => { timer ??= setTimeout(save, PAUSE) }
    const handleLeave = (): void => { if (timer) save() }

    handleScroll()
    pane.addEventListener('scroll', handleScroll, { passive: true })
    window.addEventListener('pagehide', handleLeave)
    document.addEventListener('visibilitychange', handleLeave)
    return () => {
      if (timer && pane.isConnected) save()
      clearTimeout(timer)
      pane.removeEventListener('scroll', handleScroll)
      window.removeEventListener('pagehide', handleLeave)
      document.removeEventListener('visibilitychange', handleLeave)
    }
  }, [map, id, length])
}
