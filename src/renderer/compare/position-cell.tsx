import type { CSSProperties, HTMLAttributes, ReactNode } from 'react'
import { Check, Newspaper, Pin } from 'lucide-react'
import type { Course, Position } from '../../shared/compare/position.ts'
import type { StatementMark } from '../../shared/compare/statement-columns.ts'
import { detailsShown } from '../../shared/guessed-details.ts'
import { sourceOf, stanceNames, wordingName, type StatementInContext } from '../../shared/statement.ts'
import { togglePick, usePicks } from '../compare-picks.ts'
import { citation, shortDate } from '../marks/citation.ts'
import { GuessMark } from '../marks/guess-mark.tsx'
import { StanceMark, StanceWord } from '../marks/stance-word.tsx'
import { CellQuote } from './cell-quote.tsx'
import { countOf, type Cell } from './matrix-lines.ts'

export interface PositionCellProps {
  cell: Cell
  /** Of the statements in view; those still missing are coming. */
  words: Map<string, StatementInContext>
  /** Dates are shown without it. */
  isOneYear: boolean
  onOpen: () => void
  frame: HTMLAttributes<HTMLElement> & { style: CSSProperties; 'data-row': number; 'data-column': number }
}

/** The cell takes the focus; what is in it is for the mouse and has a key on the cell. */
export function PositionCell({ cell: { position, look }, words, isOneYear, onOpen, frame }: PositionCellProps): ReactNode {
  const isPicked = usePicks(({ ids }) => position?.statements.some(({ id }) => ids.includes(id)) ?? false)
  if (!position) {
    return (
      <div {...frame} className={`mx-cell is-empty ${look ? 'is-looked' : ''}`} onDoubleClick={onOpen}>
        {look ? `None found in ${countOf(look.articleIds.length, 'article')}` : 'No statement yet'}
        <button type="button" className="btn mx-look" tabIndex={-1} onClick={onOpen}>{look ? 'Open' : 'Look'}</button>
      </div>
    )
  }
  const { course, shown } = position
  return (
    <div {...frame} className={`mx-cell is-${course.kind}`} aria-selected={isPicked} onDoubleClick={onOpen}>
      <CellTop position={position} isPicked={isPicked} onOpen={onOpen} />
      {course.kind === 'changed' && <div className="mx-was"><StanceMark stance={course.earlier} /><span><b>Changed:</b> {stanceNames[course.earlier].toLowerCase()} on {shortDate(course.earlierDate, isOneYear || course.earlierDate.slice(0, 4) === shown[0]!.date.slice(0, 4))}</span></div>}
      {course.kind === 'also' && <div className="mx-was" title={`Also ${stanceNames[course.other].toLowerCase()}, in ${course.source}. Nobody knows which was said first.`}><StanceMark stance={course.other} /><span>Also {stanceNames[course.other].toLowerCase()} ({course.source})</span></div>}
      {shown.length > 1
        ? shown.map((mark, at) => <Side key={mark.id} position={position} at={at} words={words.get(mark.id)} onOpen={onOpen} />)
        : <CellQuote words={words.get(shown[0]!.id)} lines={course.kind === 'changed' || course.kind === 'also' ? 2 : 3} onOpen={onOpen} />}
      {shown.length === 1 && !isSurelyQuoted(shown[0]!) && <div className="mx-wording">{wordingName(shown[0]!)}</div>}
      <Sources position={position} words={words.get(shown[0]!.id)} isOneYear={isOneYear} />
    </div>
  )
}

function CellTop({ position, isPicked, onOpen }: { position: Position; isPicked: boolean; onOpen: () => void }): ReactNode {
  const { course, shown, statements, more, isPinned } = position
  return (
    <div className="mx-top">
      {course.kind === 'contradictory' ? <span className="mx-mixed">Contradictory</span> : <StanceWord stance={course.kind === 'none' ? null : course.stance} />}
      {isPinned && <Pin className="mx-pinned" size={12} strokeWidth={1.5} role="img" aria-label="Pinned quote" />}
      {more > 0 && <button type="button" className="mx-more" tabIndex={-1} aria-label={`Show all ${statements.length} statements`} title={`All ${statements.length} statements, from ${countOf(position.sources.length, 'source')}`} onClick={onOpen}>+{more}</button>}
      <button type="button" role="checkbox" aria-checked={isPicked} aria-label="Pick this statement" tabIndex={-1} className={`check mx-pick ${isPicked ? 'on' : ''}`} onClick={() => togglePick(shown[0]!.id)}>
        {isPicked && <Check className="i" size={12} strokeWidth={2} aria-hidden />}
      </button>
    </div>
  )
}

/** One side of a contradiction. */
function Side({ position: { shown, course }, at, words, onOpen }: { position: Position & { course: Course }; at: number; words: StatementInContext | undefined; onOpen: () => void }): ReactNode {
  const stance = shown[at]!.stance ?? (course.kind === 'none' ? null : course.stance)
  return (
    <div className="mx-side">
      {stance && <span className="mx-side-stance"><StanceMark stance={stance} />{stanceNames[stance]}{isSurelyQuoted(shown[at]!) ? '' : `, ${wordingName(shown[at]!).toLowerCase()}`}</span>}
      <CellQuote words={words} lines={1} onOpen={onOpen} />
    </div>
  )
}

/** A direct quote that the reader has called so needs no word. */
function isSurelyQuoted({ wording, wordingGuessed }: StatementMark): boolean {
  return wording === 'quote' && !wordingGuessed
}

function Sources({ position: { sources, shown }, words, isOneYear }: { position: Position; words: StatementInContext | undefined; isOneYear: boolean }): ReactNode {
  const [first] = shown
  return (
    <div className="mx-source" title={words ? citation(words) : sources.join(', ')}>
      <span className="mx-source-name">{sourceOf(first!)}</span>
      <span className="nowrap">{first!.date && shortDate(first!.date, isOneYear)}<GuessMark guessed={first!.guessed} shown={detailsShown(first!)} /></span>
      {sources.length > 1 && <span className="mx-sources" title={`${countOf(sources.length, 'source')}: ${sources.join(', ')}`}><Newspaper size={12} strokeWidth={1.5} aria-hidden />{sources.length}<span className="sr"> sources</span></span>}
    </div>
  )
}
