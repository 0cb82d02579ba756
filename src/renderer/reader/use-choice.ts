import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { Article } from '../../shared/article.ts'
import type { Highlight } from '../../shared/highlight.ts'
import { reveal } from './pane.ts'
import { isPlaced, type Chosen, type Reader } from './reader-context.ts'
import type { TextMap } from './text-offsets.ts'

export type Choice = Pick<Reader, 'chosen' | 'choose' | 'wish' | 'takeWish'>

/** Which highlight is looked at: what the address asks for, then what the person chooses. */
export function useChoice(article: Article, highlights: Highlight[], map: TextMap | null, wanted: Chosen | null): Choice {
  const wantedKey = wanted ? `${wanted.highlightId} ${wanted.statementId ?? ''}` : ''
  const [taken, setTaken] = useState(wantedKey)
  const [chosen, setChosen] = useState<Chosen | null>(wanted)
  const [wish, setWish] = useState<Reader['wish']>(null)
  if (taken !== wantedKey) {
    setTaken(wantedKey)
    if (wanted) setChosen(wanted)
  }

  const show = useCallback((highlightId: string) => {
    const highlight = highlights.find((one) => one.id === highlightId)
    if (map && highlight && isPlaced(highlight, article)) reveal(map, highlight.ranges[0]!, 'middle')
  }, [map, article, highlights])

  // Once for each address, when the text is there: not again when marks change.
  const showWanted = useEffectEvent(() => { if (wanted) show(wanted.highlightId) })
  useEffect(() => { if (map && wantedKey) showWanted() }, [wantedKey, map])

  const choose = useCallback<Reader['choose']>((next, options = {}) => {
    setChosen(next)
    setWish(options.focus ?? null)
    if (next && options.reveal) show(next.highlightId)
  }, [show])
  const takeWish = useCallback(() => setWish(null), [])
  return useMemo(() => ({ chosen, choose, wish, takeWish }), [chosen, choose, wish, takeWish])
}
