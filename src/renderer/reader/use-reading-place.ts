import { useEffect, useEffectEvent } from 'react'
import type { Article } from '../../shared/article.ts'
import { client } from '../api.ts'
import { READING_SPEED } from '../ui/reading-time.ts'
import { offsetInView, paneOf, reveal } from './pane.ts'
import type { TextMap } from './text-offsets.ts'

/** Milliseconds between two saves while scrolling. */
const PAUSE = 1000

/** By which a person scrolls: what scrolls before one of them is the app, which shows a place or a passage. */
const scrolledBy = ['wheel', 'touchmove', 'pointerdown', 'keydown']

/**
 * Opens the article where it was left, and keeps where it is being read. `restore` is false where a passage is shown instead.
 * Read is what the person has scrolled past, and all of it at the end: what only stood in view may not have been looked at. An
 * article that fits its pane is read once it has been open for as long as its words take.
 */
export function useReadingPlace(article: Article, map: TextMap | null, restore: boolean): void {
  // The place that is saved comes back with a new article: only another text starts this again.
  const startAt = useEffectEvent((text: TextMap): number => {
    const { readingPlace: place, readTo } = article
    if (restore && place > 0) reveal(text, { start: place, end: place + 1 }, 'top')
    return readTo
  })
  const { id, text: { length }, words } = article
  useEffect(() => {
    if (!map) return
    const pane = paneOf(map)
    let readTo = startAt(map)
    let timer: ReturnType<typeof setTimeout> | undefined
    let isByPerson = false
    const stopWaiting = new AbortController()

    const save = (): void => {
      clearTimeout(timer)
      timer = undefined
      const atTop = pane.scrollTop <= 4
      if (isByPerson && pane.scrollTop > 0) readTo = Math.max(readTo, isAtEnd(pane) ? 1 : offsetInView(map, 'first') / Math.max(1, length))
      // A place that can't be kept is no reason to disturb the reading.
      client.call('articles.setReadingPlace', { id, readingPlace: atTop ? 0 : offsetInView(map, 'first'), readTo }).catch(() => {})
    }
    const handleScroll = (): void => { timer ??= setTimeout(save, PAUSE) }
    const handleLeave = (): void => { if (timer) save() }
    const handleTimeSpent = (): void => {
      if (pane.scrollTop > 0 || !isAtEnd(pane) || document.hidden) return
      readTo = 1
      save()
    }

    handleScroll()
    const timeToRead = setTimeout(handleTimeSpent, (words / READING_SPEED) * 60_000)
    for (const way of scrolledBy) window.addEventListener(way, () => { isByPerson = true }, { capture: true, passive: true, once: true, signal: stopWaiting.signal })
    pane.addEventListener('scroll', handleScroll, { passive: true })
    window.addEventListener('pagehide', handleLeave)
    document.addEventListener('visibilitychange', handleLeave)
    return () => {
      if (timer && pane.isConnected) save()
      clearTimeout(timer)
      clearTimeout(timeToRead)
      stopWaiting.abort()
      pane.removeEventListener('scroll', handleScroll)
      window.removeEventListener('pagehide', handleLeave)
      document.removeEventListener('visibilitychange', handleLeave)
    }
  }, [map, id, length, words])
}

function isAtEnd(pane: HTMLElement): boolean {
  return pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 4
}
