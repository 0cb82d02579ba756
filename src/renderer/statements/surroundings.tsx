import { useEffect, useRef, type ReactNode } from 'react'
import type { FilteredMark } from '../../shared/compare/statement-columns.ts'
import { useOperation } from '../api.ts'
import { PassageInText } from '../marks/passage-in-text.tsx'

/** The paragraphs that it was said in, with the one before and after; the words themselves marked as in the article. */
export function Surroundings({ mark, colour }: { mark: FilteredMark; colour: number | null }): ReactNode {
  const found = useOperation('statements.surroundings', { ids: [mark.id] }, { keepPrevious: true }).data?.[0]
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const marked = box.current?.querySelector('mark')
    if (marked) box.current!.scrollTop = Math.max(0, marked.offsetTop - 40)
  }, [found?.id])
  return (
    <div ref={box} className="triage-words serif" role="group" aria-label="Where it was said" tabIndex={0} lang={found?.language}>
      {found?.before && <p className="m" dir="auto">{found.before}</p>}
      {found && <div dir="auto" className={`triage-said sp${colour ?? 0} ${colour === null ? 'is-plain' : ''}`}><PassageInText surroundings={found} isWide /></div>}
      {found?.after && <p className="m" dir="auto">{found.after}</p>}
    </div>
  )
}
