import { useState, type ReactNode } from 'react'
import type { Matrix, PositionRow } from '../../shared/compare/position.ts'
import { stanceNames, stances } from '../../shared/statement.ts'
import { togglePick } from '../compare-picks.ts'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceMark } from '../marks/stance-word.tsx'
import { navigate } from '../route.ts'
import { CellDialog } from './cell-dialog.tsx'
import { PositionCell } from './position-cell.tsx'
import { useGridKeys, type Place } from './use-grid-keys.ts'

/** Enter opens the passage, Space shows all of the cell's statements, X picks. */
export function PositionGrid({ matrix: { rows, speakers } }: { matrix: Matrix }): ReactNode {
  const [shown, setShown] = useState<Place | null>(null)
  const handleKey = (key: string, place: Place): boolean => {
    const first = rows[place.row]?.positions[place.column]?.shown[0]
    if (!first) return key === ' '
    if (key === 'Enter') navigate({ screen: 'article', articleId: first.articleId, highlightId: first.highlightId, statementId: first.id })
    else if (key === ' ') setShown(place)
    else if (key === 'x' || key === 'X') togglePick(first.id)
    else return false
    return true
  }
  const { current, setCurrent, onKeyDown } = useGridKeys({ rows: rows.length, columns: speakers.length, onKey: handleKey })
  const position = shown && rows[shown.row]?.positions[shown.column]

  return (
    <div className="mx-scroll">
      <div className="mx" role="grid" aria-label="Positions" aria-multiselectable onKeyDown={onKeyDown} style={{ gridTemplateColumns: `var(--w-issue) repeat(${speakers.length}, minmax(196px, 1fr))` }}>
        <div role="row" className="mx-row mx-heads">
          <div role="columnheader" className="mx-head mx-corner">Issue</div>
          {speakers.map(({ speaker, statements }) => (
            <div key={speaker.id} role="columnheader" className={`mx-head sp${speaker.colour}`}>
              <Swatch colour={speaker.colour} /><b title={speaker.name}>{speaker.name}</b>
              <span className="m">{statements === 1 ? '1 statement' : `${statements} statements`}</span>
            </div>
          ))}
        </div>
        {rows.map((row, at) => (
          <div key={row.issue.id} role="row" className="mx-row">
            <RowHead row={row} />
            {row.positions.map((one, column) => (
              <PositionCell
                key={one.speakerId} position={one} row={at} column={column} isCurrent={current.row === at && current.column === column}
                onFocus={() => setCurrent({ row: at, column })} onShowAll={() => setShown({ row: at, column })}
              />
            ))}
          </div>
        ))}
      </div>
      {shown && position && (
        <CellDialog position={position} speaker={speakers[shown.column]!.speaker.name} proposition={rows[shown.row]!.issue.proposition} onClose={() => setShown(null)} />
      )}
    </div>
  )
}

function RowHead({ row: { issue, statements, articles, tally } }: { row: PositionRow }): ReactNode {
  return (
    <div role="rowheader" className="mx-issue">
      <div className="mx-proposition">{issue.proposition}</div>
      <div className="mx-meta">{statements === 1 ? '1 statement' : `${statements} statements`}, {articles === 1 ? '1 article' : `${articles} articles`}</div>
      <div className="mx-tally">
        {stances.map((stance) => tally[stance] > 0 && (
          <span key={stance} title={stanceNames[stance]}><StanceMark stance={stance} /><span className="sr">{stanceNames[stance]} </span>{tally[stance]}</span>
        ))}
        {tally.mixed > 0 && <span>{tally.mixed} mixed</span>}
      </div>
    </div>
  )
}
