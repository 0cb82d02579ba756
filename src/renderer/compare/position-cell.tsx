import type { ReactNode } from 'react'
import { Check } from 'lucide-react'
import type { Course, Position } from '../../shared/compare/position.ts'
import { sourceOf, stanceNames, type StatementInContext } from '../../shared/statement.ts'
import { togglePick, usePicks } from '../compare-picks.ts'
import { citation, shortDate } from '../marks/citation.ts'
import { StanceMark, StanceWord } from '../marks/stance-word.tsx'
import { addressOf } from '../route.ts'
import { CellQuote } from './cell-quote.tsx'

export interface PositionCellProps {
  position: Position
  row: number
  column: number
  /** The one cell of the grid that Tab reaches. */
  isCurrent: boolean
  onFocus: () => void
  onShowAll: () => void
}

/** The cell takes the focus; what is in it is for the mouse and has a key on the cell. */
export function PositionCell({ position, row, column, isCurrent, onFocus, onShowAll }: PositionCellProps): ReactNode {
  const ids = usePicks((picks) => picks.ids)
  const isPicked = position.statements.some(({ id }) => ids.includes(id))
  const shared = { role: 'gridcell', tabIndex: isCurrent ? 0 : -1, 'data-row': row, 'data-column': column, onFocus } as const
  const [first] = position.shown
  if (!first) return <div {...shared} className="mx-cell is-empty">No statement yet</div>
  const count = position.statements.length
  return (
    <div {...shared} className={`mx-cell ${isPicked ? 'is-picked' : ''} ${position.course.kind === 'changed' ? 'is-changed' : ''}`} aria-selected={isPicked}>
      <div className="mx-top">
        <StanceWord stance={position.course.kind === 'none' ? null : position.course.stance} />
        {count > 1 && <button type="button" className="mx-more" tabIndex={-1} aria-label={`Show all ${count} statements`} onClick={onShowAll}>{position.more > 0 ? `+${position.more}` : `All ${count}`}</button>}
        <button type="button" role="checkbox" aria-checked={ids.includes(first.id)} aria-label="Pick this statement" tabIndex={-1} className={`check mx-pick ${isPicked ? 'on' : ''}`} onClick={() => togglePick(first.id)}>
          {isPicked && <Check className="i" size={12} strokeWidth={2} aria-hidden />}
        </button>
      </div>
      <CourseLine course={position.course} />
      {position.shown.map((statement) => <Quote key={statement.id} statement={statement} />)}
    </div>
  )
}

function CourseLine({ course }: { course: Course }): ReactNode {
  if (course.kind === 'changed') return <div className="mx-was"><StanceMark stance={course.earlier} />{stanceNames[course.earlier]} on {shortDate(course.earlierDate)}</div>
  if (course.kind === 'contradictory') return <div className="mx-was">and also <StanceMark stance={course.other} />{stanceNames[course.other]}</div>
  return null
}

function Quote({ statement }: { statement: StatementInContext }): ReactNode {
  const { id, articleId, highlightId, quote } = statement
  return (
    <>
      <CellQuote quote={quote} href={addressOf({ screen: 'article', articleId, highlightId, statementId: id })} />
      <div className="mx-source" title={citation(statement)}>
        <span className="mx-source-name">{sourceOf(statement)}</span>
        {statement.date && <span className="nowrap">{shortDate(statement.date)}</span>}
      </div>
    </>
  )
}
