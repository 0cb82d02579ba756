import type { ReactNode } from 'react'
import { useOperation } from '../api.ts'
import { PickTray } from '../marks/pick-tray.tsx'
import { speakerItems } from '../marks/speaker-items.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { addressOf, navigate, type Route } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { Picker } from '../ui/picker.tsx'
import { StatementRow } from './statement-row.tsx'
import './statements-screen.css'

export interface StatementsScreenProps {
  /** An id; 'none' for statements that have none yet; absent for all. */
  speakerId?: string
  issueId?: string
}

export function StatementsScreen({ speakerId, issueId }: StatementsScreenProps): ReactNode {
  const statements = useOperation('statements.list', { ...filter('speakerId', speakerId), ...filter('issueId', issueId) }, { keepPrevious: true })
  const speakers = useOperation('speakers.list', {})
  const issues = useOperation('issues.list', {})
  const isFiltered = Boolean(speakerId ?? issueId)
  const show = (next: StatementsScreenProps): void => navigate({ screen: 'statements', ...next }, 'replace')

  return (
    <main className="statements">
      <header className="statements-bar">
        <h1>Statements</h1>
        {statements.data && <span className="m tnum" role="status">{statements.data.length}</span>}
        <span className="spacer" />
        <Picker
          label="Filter by speaker" placeholder="All speakers" value={speakerId ?? null} onPick={(id) => show({ speakerId: id ?? undefined, issueId })}
          items={[{ id: 'none', name: 'No speaker yet', mark: <Swatch colour={null} /> }, ...speakerItems(speakers.data ?? [])]}
        />
        <Picker
          label="Filter by issue" placeholder="All issues" value={issueId ?? null} onPick={(id) => show({ speakerId, issueId: id ?? undefined })}
          items={[{ id: 'none', name: 'No issue yet' }, ...(issues.data ?? []).map(({ id, proposition }) => ({ id, name: proposition }))]}
        />
        <a className="btn quiet" href={addressOf(namesRoute(speakerId, issueId))}>Speakers and issues</a>
        {isFiltered && <Button variant="quiet" onClick={() => show({})}>Clear filters</Button>}
      </header>
      {statements.error && <p className="statements-empty" role="alert">{statements.error.message}</p>}
      {statements.data?.length === 0 && <NoStatements isFiltered={isFiltered} />}
      {statements.data && statements.data.length > 0 && (
        <ul className="statements-list" aria-label="Statements">
          {statements.data.map((statement) => (
            <StatementRow
              key={statement.id} statement={statement} speakers={speakers.data}
              speaker={speakers.data?.find(({ id }) => id === statement.speakerId)} issue={issues.data?.find(({ id }) => id === statement.issueId)}
            />
          ))}
        </ul>
      )}
      <PickTray />
    </main>
  )
}

function NoStatements({ isFiltered }: { isFiltered: boolean }): ReactNode {
  if (isFiltered) return <p className="statements-empty">No statements match these filters. <a href={addressOf({ screen: 'statements' })}>Clear filters</a></p>
  return <p className="statements-empty">No statements yet. Mark one in an article.</p>
}

/** The chosen speaker or issue, else all speakers. */
function namesRoute(speakerId: string | undefined, issueId: string | undefined): Route {
  if (speakerId && speakerId !== 'none') return { screen: 'names', kind: 'speakers', id: speakerId }
  return issueId && issueId !== 'none' ? { screen: 'names', kind: 'issues', id: issueId } : { screen: 'names' }
}

function filter<K extends string>(key: K, value: string | undefined): { [key in K]?: string | null } {
  return (value ? { [key]: value === 'none' ? null : value } : {}) as { [key in K]?: string | null }
}
