import { useEffect } from 'react'
import type { Span } from '../../shared/anchor/selectors.ts'
import type { Article } from '../../shared/article.ts'
import { takeInHand } from '../editor/quote-in-hand.ts'
import { wordsOf } from './copy-quote.ts'
import type { TextMap } from './text-offsets.ts'

/** The selected passage can be dragged: a note takes it as a quotation, other programs as its exact words. */
export function usePassageDrag(article: Article, map: TextMap | null, parts: Span[]): void {
  useEffect(() => {
    if (!map || parts.length === 0) return
    const handleDrag = (event: DragEvent): void => {
      const plain = wordsOf(article, parts)
      event.dataTransfer?.clearData()
      event.dataTransfer?.setData('text/plain', plain)
      takeInHand({ plain, place: { articleId: article.id, ranges: parts } })
    }
    map.root.addEventListener('dragstart', handleDrag)
    return () => map.root.removeEventListener('dragstart', handleDrag)
  }, [article, map, parts])
}
