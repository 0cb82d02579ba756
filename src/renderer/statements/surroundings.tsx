import { useEffect, useRef, type ReactNode } from 'react'
import type { FilteredMark } from '../../shared/compare/statement-columns.ts'
import type { StatementSurroundings } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'

/** The paragraphs that it was said in, the words themselves marked as in the article. */
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
      {found?.paragraphs.map((paragraph) => <Marked key={paragraph.number} paragraph={paragraph} colour={colour} />)}
      {found?.after && <p className="m" dir="auto">{found.after}</p>}
    </div>
  )
}

function Marked({ paragraph: { text, marked }, colour }: { paragraph: StatementSurroundings['paragraphs'][number]; colour: number | null }): ReactNode {
  return (
    <p dir="auto">
      {marked.flatMap(({ start, end }, at) => [
        text.slice(marked[at - 1]?.end ?? 0, start),
        <mark key={start} className={`hl sp${colour ?? 0} ${colour === null ? 'plain' : ''}`}>{text.slice(start, end)}</mark>,
      ])}
      {text.slice(marked.at(-1)?.end ?? 0)}
    </p>
  )
}
