import { useMemo, useState, type ReactNode } from 'react'
import { Columns2, Pin, PinOff } from 'lucide-react'
import { columnOf } from '../../shared/compare/choose.ts'
import type { Pin as PinnedQuote } from '../../shared/comparison.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { detailsShown } from '../../shared/guessed-details.ts'
import { sourceOf, wordingName, type StatementInContext, type StatementSurroundings } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'
import { togglePick, usePicks } from '../compare-picks.ts'
import type { ComparisonView } from '../comparing/use-comparison.ts'
import { useWords } from '../comparing/use-words.ts'
import { Caveat } from '../marks/caveat.tsx'
import { longDate } from '../marks/citation.ts'
import { GuessMark } from '../marks/guess-mark.tsx'
import { PassageInText } from '../marks/passage-in-text.tsx'
import { ReportedBy } from '../marks/reported-by.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { addressOf } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyCell } from './empty-cell.tsx'
import { countOf, type Cell } from './matrix-lines.ts'

export interface CellViewProps {
  view: ComparisonView
  cell: Cell
  onClose: () => void
}

/** All statements of one position, newest first, with where they were said; or what can be done about there being none. */
export function CellView({ view, cell, onClose }: CellViewProps): ReactNode {
  const speaker = view.speakers.find(({ id }) => id === cell.speakerId)!
  const issue = view.issues.find(({ id }) => id === cell.issueId)!
  return (
    <Dialog title={speaker.name} open onClose={onClose} width={680} className="cell-view" firstFocus=".cell-view-source a, .empty-cell input">
      <p className="cell-view-issue"><Swatch colour={speaker.colour} />{issue.proposition}</p>
      {cell.position ? <CellStatements view={view} cell={cell} /> : <EmptyCell view={view} cell={cell} onClose={onClose} />}
    </Dialog>
  )
}

function CellStatements({ view, cell }: Omit<CellViewProps, 'onClose'>): ReactNode {
  const position = cell.position!
  const ids = position.statements.map(({ id }) => id)
  const words = useWords(ids)
  const surroundings = useOperation('statements.surroundings', { ids })
  const around = useMemo(() => new Map(surroundings.data?.map((one) => [one.id, one])), [surroundings.data])
  const column = columnOf(view.speakers, view.choice.foldedIds)
  const pinnedId = position.isPinned ? position.shown[0]!.id : null
  const pin = (statementId: string | null): void => {
    const others = view.choice.pins.filter((one) => one.issueId !== cell.issueId || one.speakerId !== cell.speakerId)
    const pins: PinnedQuote[] = statementId ? [...others, { issueId: cell.issueId, speakerId: cell.speakerId, statementId }] : others
    view.change({ pins })
  }
  return (
    <>
      <p className="m">{countOf(ids.length, 'statement')} from {countOf(position.sources.length, 'source')}</p>
      <ul className="cell-view-list">
        {ids.map((id) => {
          const statement = words.get(id)
          return statement && (
            <CellStatement
              key={id} statement={statement} surroundings={around.get(id)} speakers={view.speakers}
              said={statement.speakerId === column(statement.speakerId!) ? null : statement.speakerId} isPinned={id === pinnedId} onPin={() => pin(id === pinnedId ? null : id)}
            />
          )
        })}
      </ul>
    </>
  )
}

interface CellStatementProps {
  statement: StatementInContext
  surroundings: StatementSurroundings | undefined
  speakers: Speaker[]
  /** Who said it, where that is not the one whose column it stands in. */
  said: string | null
  isPinned: boolean
  onPin: () => void
}

function CellStatement({ statement, surroundings, speakers, said, isPinned, onPin }: CellStatementProps): ReactNode {
  const isPicked = usePicks(({ ids }) => ids.includes(statement.id))
  const [isWide, setWide] = useState(false)
  const { id, articleId, highlightId, paragraph, dateSaid, date } = statement
  const speaker = speakers.find((one) => one.id === said)
  return (
    <li>
      <div className="cell-view-top">
        <StanceWord stance={statement.stance} />
        {speaker && <span className="cell-view-said"><Swatch colour={speaker.colour} />{speaker.name}</span>}
        <span className="m">{wordingName(statement)}</span>
        <Caveat words={statement.caveat} />
        <ReportedBy reportedById={statement.reportedById} speakers={speakers} />
        <span className="spacer" />
        <Button variant="quiet" icon={isPinned ? PinOff : Pin} aria-pressed={isPinned} onClick={onPin}>{isPinned ? 'Unpin' : 'Pin'}</Button>
        <Button variant="quiet" icon={Columns2} aria-pressed={isPicked} onClick={() => togglePick(id)}>{isPicked ? 'Picked' : 'Pick'}</Button>
      </div>
      <blockquote className="cell-view-quote" dir="auto">
        {surroundings ? <PassageInText surroundings={surroundings} isWide={isWide} /> : <mark className="passage">{statement.quote}</mark>}
      </blockquote>
      <div className="cell-view-source m">
        <span><b>{sourceOf(statement)}</b>, {dateSaid ? `said ${longDate(dateSaid)}` : date ? `printed ${longDate(date)}` : 'no date'}<GuessMark guessed={statement.guessed} shown={detailsShown({ ...statement, isDateSaid: dateSaid !== null })} inWords /></span>
        <a href={addressOf({ screen: 'article', articleId, highlightId, statementId: id })}>Open ¶ {paragraph} in the article</a>
        <button type="button" className="link" aria-expanded={isWide} onClick={() => setWide(!isWide)}>{isWide ? 'Only the sentence' : 'The whole paragraph'}</button>
      </div>
    </li>
  )
}
