import type { ReactNode } from 'react'
import type { Position } from '../../shared/compare/position.ts'
import { wordingNames, type StatementInContext } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'
import { togglePick, usePicks } from '../compare-picks.ts'
import { citation } from '../marks/citation.ts'
import { ReportedBy } from '../marks/reported-by.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { addressOf } from '../route.ts'
import { Dialog } from '../ui/dialog.tsx'

export interface CellDialogProps {
  position: Position
  speaker: string
  proposition: string
  onClose: () => void
}

/** Every statement of one position, newest first. */
export function CellDialog({ position, speaker, proposition, onClose }: CellDialogProps): ReactNode {
  return (
    <Dialog title={speaker} open onClose={onClose} width={620}>
      <p className="cell-dialog-issue">{proposition}</p>
      {position.statements.length === 0 && <p className="m">No statement yet</p>}
      <ul className="cell-dialog-list">
        {position.statements.map((statement) => <CellStatement key={statement.id} statement={statement} />)}
      </ul>
    </Dialog>
  )
}

function CellStatement({ statement }: { statement: StatementInContext }): ReactNode {
  const speakers = useOperation('speakers.list', {}).data
  const isPicked = usePicks(({ ids }) => ids.includes(statement.id))
  const { id, articleId, highlightId, paragraph } = statement
  return (
    <li>
      <div className="cell-dialog-top">
        <StanceWord stance={statement.stance} />
        <span className="m">{wordingNames[statement.wording]}</span>
        <ReportedBy reportedById={statement.reportedById} speakers={speakers} />
        <span className="spacer" />
        <label className="pick-box"><input type="checkbox" checked={isPicked} onChange={() => togglePick(id)} /> Pick</label>
      </div>
      <blockquote className="cell-dialog-quote">{statement.quote}</blockquote>
      <div className="cell-dialog-source m">
        {citation({ ...statement, paragraph: 0 })}
        <a href={addressOf({ screen: 'article', articleId, highlightId, statementId: id })}>Open ¶ {paragraph}</a>
      </div>
    </li>
  )
}
