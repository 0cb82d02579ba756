import { useMemo, type ReactNode } from 'react'
import { arrangePositions, type Matrix } from '../../shared/compare/position.ts'
import type { StatementInContext } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'
import { PickTray } from '../marks/pick-tray.tsx'
import { addressOf } from '../route.ts'
import { Keys } from '../ui/keys.tsx'
import { PositionGrid } from './position-grid.tsx'
import './compare-screen.css'

/** The matrix: issues down, speakers across, positions where they meet. */
export function CompareScreen(): ReactNode {
  const statements = useOperation('statements.list', {})
  const issues = useOperation('issues.list', {})
  const speakers = useOperation('speakers.list', {})
  const matrix = useMemo(
    () => statements.data && issues.data && speakers.data && arrangePositions(statements.data, issues.data, speakers.data),
    [statements.data, issues.data, speakers.data],
  )
  const failed = statements.error ?? issues.error ?? speakers.error

  return (
    <main className="compare">
      <header className="compare-bar">
        <h1>Compare</h1>
        <span className="spacer" />
        {statements.data && <Unplaced statements={statements.data} />}
      </header>
      {failed && <p className="compare-empty" role="alert">{failed.message}</p>}
      {matrix && (matrix.rows.length ? <PositionGrid matrix={matrix} /> : <NothingYet />)}
      <PickTray />
      {matrix && matrix.rows.length > 0 && <Status matrix={matrix} />}
    </main>
  )
}

function NothingYet(): ReactNode {
  return (
    <div className="compare-empty">
      <h2>Nothing to compare yet</h2>
      <p>Mark statements in an article and give them a speaker and an issue. They meet here: issues down, speakers across.</p>
      <a className="btn" href={addressOf({ screen: 'library' })}>Go to the library</a>
    </div>
  )
}

/** Statements that have no place in the matrix yet. */
function Unplaced({ statements }: { statements: StatementInContext[] }): ReactNode {
  const withoutSpeaker = statements.filter(({ speakerId }) => !speakerId).length
  const withoutIssue = statements.filter(({ issueId }) => !issueId).length
  if (!withoutSpeaker && !withoutIssue) return null
  return (
    <p className="compare-unplaced">
      Not in the matrix:
      {withoutSpeaker > 0 && <a href={addressOf({ screen: 'statements', speakerId: 'none' })}>{countOf(withoutSpeaker, 'statement')} without a speaker</a>}
      {withoutIssue > 0 && <a href={addressOf({ screen: 'statements', issueId: 'none' })}>{countOf(withoutIssue, 'statement')} without an issue</a>}
    </p>
  )
}

function Status({ matrix: { rows, speakers } }: { matrix: Matrix }): ReactNode {
  const positions = rows.flatMap((row) => row.positions)
  const statements = positions.flatMap((position) => position.statements)
  const articles = new Set(statements.map(({ articleId }) => articleId)).size
  const empty = positions.filter((position) => position.statements.length === 0).length
  return (
    <footer className="statusbar compare-status">
      <span>{countOf(statements.length, 'statement')} by {countOf(speakers.length, 'speaker')} on {countOf(rows.length, 'issue')}, from {countOf(articles, 'article')}</span>
      <span>{countOf(empty, 'empty cell')}</span>
      <span className="spacer" />
      <span className="compare-keys" aria-hidden>
        <span><Keys keys="← → ↑ ↓" /> move</span>
        <span><Keys keys="X" /> pick</span>
        <span><Keys keys="Space" /> all statements</span>
        <span><Keys keys="↵" /> open the passage</span>
      </span>
    </footer>
  )
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
