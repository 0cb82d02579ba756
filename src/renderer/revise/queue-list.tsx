import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Speaker } from '../../shared/speaker.ts'
import { Swatch } from '../marks/speaker-name.tsx'
import { ChangeLine } from './change-line.tsx'
import { stateIcons, stateNames, stateOf, waitingStates } from './queue-states.ts'
import { useChanges, type Waiting } from './use-changes.ts'

export interface QueueListProps {
  waiting: Waiting[]
  speakers: Speaker[]
  currentId: string | undefined
  /** Those that the reader put off. */
  later: Set<string>
  onChoose: (id: string) => void
}

/** All that wait, by kind: the worst first, each with its change in one line. */
export function QueueList({ waiting, speakers, currentId, later, onChoose }: QueueListProps): ReactNode {
  return waitingStates.map((state) => {
    const these = waiting.filter((one) => stateOf(one) === state)
    const Icon = stateIcons[state]
    if (these.length === 0) return null
    return (
      <section key={state} aria-labelledby={`queue-${state}`}>
        <h2 className="queue-kind" id={`queue-${state}`}><Icon size={14} strokeWidth={1.5} aria-hidden />{stateNames[state]} <span className="m">{these.length}</span></h2>
        <ul>
          {these.map((one) => <Row key={one.id} waiting={one} speakers={speakers} isCurrent={one.id === currentId} isLater={later.has(one.id)} onChoose={() => onChoose(one.id)} />)}
        </ul>
      </section>
    )
  })
}

interface RowProps { waiting: Waiting; speakers: Speaker[]; isCurrent: boolean; isLater: boolean; onChoose: () => void }

function Row({ waiting, speakers, isCurrent, isLater, onChoose }: RowProps): ReactNode {
  const row = useRef<HTMLLIElement>(null)
  const isSeen = useSeen(row)
  const changes = useChanges(waiting, waiting.candidates[0], isSeen)
  const speaker = speakers.find(({ id }) => id === waiting.statements[0]?.speakerId)
  useEffect(() => { if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' }) }, [isCurrent])
  return (
    <li ref={row}>
      <button type="button" className="queue-row" {...(isCurrent ? { 'aria-current': true } : {})} onClick={onChoose}>
        <Swatch colour={speaker?.colour ?? null} />
        <b><bdi>{speaker?.name ?? (waiting.statements.length > 0 ? 'No speaker yet' : 'Highlight')}</bdi></b>
        <span className="m">{isLater && 'later · '}{stateOf(waiting) === 'lost' ? `was ¶ ${waiting.paragraph}` : `¶ ${waiting.paragraph}`}</span>
        <span className="queue-row-change">{stateOf(waiting) === 'lost' ? placesOf(waiting) : changes && <ChangeLine changes={changes.named} />}</span>
        <q dir="auto">{waiting.quote}</q>
      </button>
    </li>
  )
}

function placesOf({ candidates }: Waiting): string {
  if (candidates.length === 0) return 'Its words are gone'
  return candidates.length === 1 ? 'May belong in one place' : `Fits in ${candidates.length} places`
}

/** True once the row has been in view: only then are its texts read. */
function useSeen(row: RefObject<HTMLElement | null>): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    if (!row.current) return
    const observer = new IntersectionObserver(([entry]) => { if (entry?.isIntersecting) setSeen(true) }, { rootMargin: '200px' })
    observer.observe(row.current)
    return () => observer.disconnect()
  }, [row])
  return isSeen
}
