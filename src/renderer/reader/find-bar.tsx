import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Span } from '../../shared/anchor/selectors.ts'
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import { announce } from '../ui/announce.ts'
import { IconButton } from '../ui/button.tsx'
import { findMatches, foldText } from './find-matches.ts'
import { clearMatches, paintMatches } from './paint-marks.ts'
import { offsetInView, reveal } from './pane.ts'
import { useReader } from './reader-context.ts'

/** Finds words in this article. `asked` grows each time it is asked for again. */
export function FindBar({ asked, onClose }: { asked: number; onClose: () => void }): ReactNode {
  const { article, map } = useReader()
  const input = useRef<HTMLInputElement>(null)
  const folded = useMemo(() => foldText(article.text), [article.text])
  const [{ words, matches, current }, setFound] = useState<{ words: string; matches: Span[]; current: number }>({ words: '', matches: [], current: 0 })

  useEffect(() => { input.current?.select() }, [asked])
  useEffect(() => {
    if (!map) return
    paintMatches(map, matches, current)
    if (matches[current]) reveal(map, matches[current], 'near')
    return () => clearMatches(map)
  }, [map, matches, current])

  /** From the place that is in view on. */
  const handleType = (typed: string): void => {
    const next = findMatches(folded, typed)
    const from = map ? offsetInView(map, 'first') : 0
    setFound({ words: typed, matches: next, current: Math.max(0, next.findIndex((match) => match.start >= from)) })
    if (typed) announce(next.length === 0 ? 'Not found.' : next.length === 1 ? '1 match' : `${next.length} matches`)
  }
  const step = (by: number): void => {
    if (matches.length > 0) setFound({ words, matches, current: (current + by + matches.length) % matches.length })
  }
  const handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') {
      onClose()
      map?.root.focus({ preventScroll: true })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="find-bar pop" role="search" aria-label="Find in article" onKeyDown={handleKeyDown}>
      <Search size={16} strokeWidth={1.5} aria-hidden />
      <input ref={input} type="search" autoFocus aria-label="Find in article" placeholder="Find in article" spellCheck={false} value={words} onChange={(event) => handleType(event.target.value)} />
      <span className="find-count tnum">{words && (matches.length === 0 ? 'Not found' : `${current + 1} of ${matches.length}`)}</span>
      <IconButton small label="Previous match" icon={ChevronUp} keys="Shift Enter" disabled={matches.length === 0} onClick={() => step(-1)} />
      <IconButton small label="Next match" icon={ChevronDown} keys="Enter" disabled={matches.length === 0} onClick={() => step(1)} />
      <IconButton small label="Close find" icon={X} keys="Esc" onClick={onClose} />
    </div>
  )
}
