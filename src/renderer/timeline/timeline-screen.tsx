import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { CalendarPlus, ChevronDown, ChevronUp } from 'lucide-react'
import { arrangeTimeline, type Timeline, type Zoom } from '../../shared/compare/timeline.ts'
import type { Event } from '../../shared/event.ts'
import { useOperation } from '../api.ts'
import { CompareBar } from '../comparing/compare-bar.tsx'
import { useComparison, type ComparisonView } from '../comparing/use-comparison.ts'
import { useWords } from '../comparing/use-words.ts'
import { navigate } from '../route.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Keys } from '../ui/keys.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { EventDialog } from './event-dialog.tsx'
import { TimelineGrid } from './timeline-grid.tsx'
import { TimelineList } from './timeline-list.tsx'
import './timeline.css'

/** Then and now: what each speaker said on one issue, by date, beside what happened. */
export function TimelineScreen({ comparisonId, issueId }: { comparisonId?: string; issueId?: string }): ReactNode {
  const { view, error } = useComparison(comparisonId)
  return (
    <main className="timeline">
      {view && <CompareBar view={view} current="timeline" />}
      {error && <p className="timeline-empty" role="alert">{error.message}</p>}
      {view && !error && <IssueTimeline view={view} comparisonId={comparisonId} issueId={issueId} />}
    </main>
  )
}

function IssueTimeline({ view, comparisonId, issueId }: { view: ComparisonView; comparisonId: string | undefined; issueId: string | undefined }): ReactNode {
  const { matrix } = view
  const events = useOperation('events.list', {})
  const [zoom, setZoom] = useState<Zoom>('day')
  const [shown, setShown] = useState<'timeline' | 'list'>('timeline')
  const [editing, setEditing] = useState<Event | 'new' | null>(null)
  const at = Math.max(0, matrix.issues.findIndex(({ issue }) => issue.id === issueId))
  const issue = matrix.issues[at]?.issue
  const timeline = useMemo(() => issue && arrangeTimeline({ matrix, issueId: issue.id, events: events.data ?? [], zoom }), [matrix, issue, events.data, zoom])
  const words = useWords(timeline ? timeline.rows.flatMap((row) => (row.kind === 'date' ? [...row.entries.values()].flat().map(({ mark }) => mark.id) : [])) : [])
  // Keys come faster than addresses change.
  const reached = useRef(at)
  useEffect(() => { reached.current = at }, [at])
  const goTo = (step: number): void => {
    const next = matrix.issues[reached.current + step]
    if (!next) return
    reached.current += step
    navigate({ screen: 'timeline', issueId: next.issue.id, ...(comparisonId ? { comparisonId } : {}) }, 'replace')
  }
  useKeys({ '[': () => goTo(-1), ']': () => goTo(1), e: () => setEditing('new'), '+': () => setZoom(zoom === 'year' ? 'month' : 'day'), '-': () => setZoom(zoom === 'day' ? 'month' : 'year') }, editing !== null)

  if (!issue || !timeline) return <p className="timeline-empty">No issue with statements in this comparison yet.</p>
  return (
    <>
      <div className="timeline-issue">
        <IconButton small icon={ChevronUp} label="Previous issue" keys="[" disabled={at === 0} onClick={() => goTo(-1)} />
        <IconButton small icon={ChevronDown} label="Next issue" keys="]" disabled={at === matrix.issues.length - 1} onClick={() => goTo(1)} />
        <span className="m tnum nowrap">Issue {at + 1} of {matrix.issues.length}</span>
        <h2>{issue.proposition}</h2>
        <span className="spacer" />
        <span className="m timeline-sum">{sumOf(timeline)}</span>
        <Segmented label="Dates by" value={zoom} onChange={setZoom} options={[{ value: 'day', shown: 'Day' }, { value: 'month', shown: 'Month' }, { value: 'year', shown: 'Year' }]} />
        <Segmented label="Shown as" value={shown} onChange={setShown} options={[{ value: 'timeline', shown: 'Timeline' }, { value: 'list', shown: 'List' }]} />
        <Button icon={CalendarPlus} onClick={() => setEditing('new')}>Add event</Button>
      </div>
      {timeline.statements === 0 && <p className="timeline-empty">No statements on this issue match the filters.</p>}
      {timeline.statements > 0 && (shown === 'timeline'
        ? <TimelineGrid key={issue.id} timeline={timeline} speakers={view.speakers} words={words} onEdit={setEditing} />
        : <TimelineList timeline={timeline} speakers={view.speakers} words={words} onEdit={setEditing} />)}
      {editing && <EventDialog event={editing === 'new' ? null : editing} place={placeOf(timeline, view)} articles={view.articles} onClose={() => setEditing(null)} />}
      <footer className="statusbar timeline-status">
        <span>Dates are when a thing was said; where nobody knows, when it was printed</span>
        <span className="spacer" />
        <span className="timeline-keys" aria-hidden><span><Keys keys="E" /> add event</span><span><Keys keys="[ ]" /> issue</span><span><Keys keys="+ -" /> zoom</span><span><Keys keys="↵" /> open the passage</span></span>
      </footer>
    </>
  )
}

/** A new event belongs to the collection that is compared; without one, to the articles on this timeline. */
function placeOf({ rows }: Timeline, { choice: { filter: { collectionId } } }: ComparisonView): Pick<Event, 'articleIds' | 'collectionId'> {
  if (collectionId) return { articleIds: [], collectionId }
  const marks = rows.flatMap((row) => (row.kind === 'date' ? [...row.entries.values()].flat() : []))
  return { articleIds: [...new Set(marks.map(({ mark }) => mark.articleId))], collectionId: null }
}

/** "10 statements over 23 days, 1 change of stance". */
function sumOf({ statements, changes, days }: Timeline): string {
  const over = days === null || days === 0 ? '' : ` over ${days === 1 ? '1 day' : `${days} days`}`
  return `${statements === 1 ? '1 statement' : `${statements} statements`}${over}, ${changes === 0 ? 'no change' : changes === 1 ? '1 change' : `${changes} changes`} of stance`
}

/** Keys of the screen, outside text fields and dialogs. */
function useKeys(keys: Record<string, () => void>, isOff: boolean): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement
      if (isOff || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, [contenteditable=true], [role=dialog], [role=menu]')) return
      const act = keys[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  })
}
