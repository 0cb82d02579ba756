import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Timeline, TimelineEntry, TimelineRow } from '../../shared/compare/timeline.ts'
import type { Event } from '../../shared/event.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { detailsShown } from '../../shared/guessed-details.ts'
import { sourceOf, stanceNames, type StatementInContext } from '../../shared/statement.ts'
import { Caveat } from '../marks/caveat.tsx'
import { longDate } from '../marks/citation.ts'
import { GuessMark } from '../marks/guess-mark.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { addressOf, navigate } from '../route.ts'
import { useGridKeys, type Place } from '../ui/use-grid-keys.ts'
import { dateWords, daysWords } from './date-words.ts'

export interface TimelineProps {
  timeline: Timeline
  speakers: Speaker[]
  words: Map<string, StatementInContext>
  onEdit: (event: Event) => void
}

/** Dates down, speakers across. A line joins what one speaker said; it is dashed where the stance changed. */
export function TimelineGrid({ timeline, speakers, words, onEdit }: TimelineProps): ReactNode {
  const { rows, runs, speakerIds } = timeline
  const [current, setCurrent] = useState<Place>({ row: 0, column: 0 })
  const scroller = useRef<HTMLDivElement>(null)
  const onKey = (event: KeyboardEvent, { row, column }: Place): boolean => {
    if (event.key !== 'Enter') return false
    const here = rows[row]!
    if (here.kind === 'event') onEdit(here.event)
    else openFirst(here.entries.get(speakerIds[column]!), words)
    return true
  }
  const keys = useGridKeys({ rows: rows.length, columns: speakerIds.length, heads: false, current, setCurrent, onReach: () => undefined, onKey, page: () => 5 })
  return (
    <div className="tl-scroll" ref={scroller}>
      <div className="tl" role="grid" aria-label="Timeline" onKeyDown={keys.onKeyDown} style={{ gridTemplateColumns: `136px repeat(${speakerIds.length}, minmax(190px, 1fr))`, minWidth: 136 + 190 * speakerIds.length }}>
        <div role="row" className="tl-row">
          <div role="columnheader" className="tl-head tl-corner">Said on</div>
          {speakerIds.map((id) => {
            const { name, colour } = speakers.find((one) => one.id === id)!
            return <div key={id} role="columnheader" className={`tl-head sp${colour}`} title={name}><Swatch colour={colour} /><b dir="auto">{name}</b></div>
          })}
        </div>
        {rows.map((row, at) => <Row key={keyOf(row)} row={row} at={at} speakerIds={speakerIds} current={current} setCurrent={setCurrent} words={words} onEdit={onEdit} />)}
        {runs.map(({ speakerId, from, to, hasChanged }) => (
          <i key={`${speakerId} ${from}`} aria-hidden className={`tl-line sp${speakers.find(({ id }) => id === speakerId)!.colour} ${hasChanged ? 'has-changed' : ''}`} style={{ gridColumn: speakerIds.indexOf(speakerId) + 2, gridRow: `${from + 2} / ${to + 2}` }} />
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  row: TimelineRow
  at: number
  speakerIds: string[]
  current: Place
  setCurrent: (place: Place) => void
  words: Map<string, StatementInContext>
  onEdit: (event: Event) => void
}

function Row({ row, at, speakerIds, current, setCurrent, words, onEdit }: RowProps): ReactNode {
  const head = <div role="rowheader" className={`tl-date ${row.kind === 'event' ? 'is-event' : ''}`} style={{ gridRow: at + 2 }}><b>{dateWords(row.kind === 'event' ? row.event.date : row.date)}</b>{row.days !== null && <span className="m">{daysWords(row.days)}</span>}</div>
  const isCurrent = (column: number): boolean => current.row === at && current.column === column
  if (row.kind === 'event') {
    // It is as wide as all lanes: whichever lane the focus comes from, it is here.
    return (
      <div role="row" className="tl-row">
        {head}
        <div role="gridcell" className="tl-event" data-row={at} data-column={current.column} tabIndex={isCurrent(current.column) ? 0 : -1} onFocus={() => setCurrent({ row: at, column: current.column })} onClick={() => onEdit(row.event)} style={{ gridRow: at + 2, gridColumn: '2 / -1' }}>Event: {row.event.title}</div>
      </div>
    )
  }
  return (
    <div role="row" className="tl-row">
      {head}
      {speakerIds.map((id, column) => (
        <div key={id} role="gridcell" className="tl-cell" data-row={at} data-column={column} tabIndex={isCurrent(column) ? 0 : -1} onFocus={() => setCurrent({ row: at, column })} style={{ gridRow: at + 2, gridColumn: column + 2 }}>
          {row.entries.get(id)?.map((entry) => <Entry key={entry.mark.id} entry={entry} shownDate={row.date} words={words.get(entry.mark.id)} />)}
        </div>
      ))}
    </div>
  )
}

function Entry({ entry: { mark, changedFrom }, shownDate, words }: { entry: TimelineEntry; shownDate: string; words: StatementInContext | undefined }): ReactNode {
  const facts = [...(mark.date !== shownDate ? [longDate(mark.date)] : []), ...(mark.date && !mark.isDateSaid ? ['printed'] : [])]
  return (
    <div className="tl-entry">
      <StanceWord stance={mark.stance} />{changedFrom && <span className="tl-changed" title={`${stanceNames[changedFrom]} before`}>changed</span>}<Caveat words={words?.caveat} />
      {words && <a className="tl-quote" dir="auto" tabIndex={-1} title={words.quote} href={addressOf({ screen: 'article', articleId: mark.articleId, highlightId: words.highlightId, statementId: mark.id })}>{words.quote}</a>}
      <div className="tl-source">{[sourceOf(mark), ...facts].join(', ')}<GuessMark guessed={mark.guessed} shown={detailsShown(mark)} /></div>
    </div>
  )
}

function openFirst(entries: TimelineEntry[] | undefined, words: Map<string, StatementInContext>): void {
  const first = entries && words.get(entries[0]!.mark.id)
  if (first) navigate({ screen: 'article', articleId: first.articleId, highlightId: first.highlightId, statementId: first.id })
}

function keyOf(row: TimelineRow): string {
  return row.kind === 'event' ? row.event.id : `date ${row.date}`
}
