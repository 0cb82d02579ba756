import { useState, type ReactNode } from 'react'
import { ArrowLeft } from 'lucide-react'
import type { StatementInContext } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'
import { addressOf } from '../route.ts'
import { Segmented } from '../ui/segmented.tsx'
import { SideBySideTable } from './side-by-side-table.tsx'
import './side-by-side.css'

/** Two to four statements in columns, their words marked against one of them. */
export function SideBySideScreen({ statementIds }: { statementIds: string[] }): ReactNode {
  const all = useOperation('statements.list', {})
  const [marks, setMarks] = useState<'differences' | 'off'>('differences')
  const statements = [...new Set(statementIds)].flatMap((id) => all.data?.find((statement) => statement.id === id) ?? []).slice(0, 4)

  return (
    <main className="sbs-screen">
      <header className="sbs-bar">
        <a className="btn quiet sbs-back" href={addressOf({ screen: 'compare' })}><ArrowLeft className="i" size={16} strokeWidth={1.5} aria-hidden />Matrix</a>
        <h1>Side by side</h1>
        <span className="spacer" />
        {marks === 'differences' && <Legend />}
        <Segmented label="Marks" value={marks} onChange={setMarks} options={[{ value: 'differences', shown: 'Differences' }, { value: 'off', shown: 'Off' }]} />
      </header>
      {all.error && <p className="sbs-gone" role="alert">{all.error.message}</p>}
      {all.data && statements.length < 2 && <p className="sbs-gone">Fewer than two of these statements are still there. <a href={addressOf({ screen: 'compare' })}>Pick two or more in the matrix.</a></p>}
      {statements.length >= 2 && (
        <div className="sbs-scroll">
          <SharedIssue statements={statements} />
          <SideBySideTable key={statementIds.join()} statements={statements} marked={marks === 'differences'} />
        </div>
      )}
      <footer className="statusbar sbs-status">Differences are counted word by word; case and quotation marks are ignored</footer>
    </main>
  )
}

function Legend(): ReactNode {
  return (
    <span className="sbs-legend" aria-label="Legend" role="group">
      <span className="word-ins">added</span><span className="word-del">left out</span><span className="word-lost">left out elsewhere</span>
    </span>
  )
}

/** The issue that all of them are on. If they differ, the table says which is whose. */
function SharedIssue({ statements }: { statements: StatementInContext[] }): ReactNode {
  const issues = useOperation('issues.list', {})
  const [issueId, ...others] = new Set(statements.map((statement) => statement.issueId))
  const issue = issues.data?.find(({ id }) => id === issueId)
  if (!issue || others.length) return null
  return <div className="sbs-issue"><span className="m">Issue</span><b>{issue.proposition}</b></div>
}
