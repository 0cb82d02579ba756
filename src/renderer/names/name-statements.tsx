import { useState, type ReactNode } from 'react'
import { Split } from 'lucide-react'
import type { Issue } from '../../shared/issue.ts'
import type { Speaker } from '../../shared/speaker.ts'
import type { StatementInContext } from '../../shared/statement.ts'
import { client, useOperation } from '../api.ts'
import { Caveat } from '../marks/caveat.tsx'
import { countOf } from '../marks/name-acts.ts'
import { SourceName } from '../marks/guess-mark.tsx'
import { ReportedBy } from '../marks/reported-by.tsx'
import { SpeakerName } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { toastDone } from '../marks/toast-done.ts'
import { addressOf, navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { NameDialog } from '../ui/name-dialog.tsx'
import type { Named } from './named.ts'

export interface NameStatementsProps {
  thing: Named
  statements: StatementInContext[]
  speakers: Speaker[]
}

/** What was said by the speaker or on the issue. What is selected can become a name of its own. */
export function NameStatements({ thing, statements, speakers }: NameStatementsProps): ReactNode {
  const { noun, id } = thing
  const issues = useOperation('issues.list', {}).data ?? []
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [splitting, setSplitting] = useState(false)
  const chosen = statements.filter((one) => picked.has(one.id))
  const toggle = (statementId: string): void => setPicked(new Set(picked.has(statementId) ? [...picked].filter((one) => one !== statementId) : [...picked, statementId]))

  const handleSplit = async (name: string): Promise<void> => {
    const statementIds = chosen.map((one) => one.id)
    const made = await (noun === 'speaker' ? client.call('speakers.split', { id, name, statementIds }) : client.call('issues.split', { id, proposition: name, statementIds }))
    toastDone(`${countOf(statementIds.length, 'statement')} split off to “${name}”`, made)
    navigate({ screen: 'names', kind: `${noun}s`, id: made.id })
  }
  return (
    <section className="names-statements" aria-label="Statements">
      <div className="names-sec">
        <span>Statements <span className="tnum">{statements.length}</span></span>
        {chosen.length > 0 && (
          <span className="names-picked">
            <span role="status" className="tnum">{chosen.length} selected</span>
            <Button variant="quiet" onClick={() => setPicked(new Set())}>Clear</Button>
            <Button icon={Split} onClick={() => setSplitting(true)}>Split off as a new {noun}…</Button>
          </span>
        )}
        {chosen.length === 0 && noun === 'speaker' && statements.length > 1 && <a href={addressOf({ screen: 'same-words', speakerId: id })}>Same words in several sources</a>}
        {chosen.length === 0 && statements.length > 0 && <a href={addressOf(noun === 'speaker' ? { screen: 'statements', speakerId: id } : { screen: 'statements', issueId: id })}>Show in Statements</a>}
      </div>
      {statements.length === 0 && <p className="m names-empty">No statement yet</p>}
      <ul>
        {statements.map((one) => (
          <li key={one.id} className={`names-statement ${picked.has(one.id) ? 'is-picked' : ''}`}>
            <label><input type="checkbox" aria-label={`Select ${one.quote}`} checked={picked.has(one.id)} onChange={() => toggle(one.id)} /></label>
            <Said noun={noun} statement={one} speakers={speakers} issues={issues} />
          </li>
        ))}
      </ul>
      {splitting && (
        <NameDialog title={`Split off as a new ${noun}`} action="Split off" onSave={handleSplit} onClose={() => setSplitting(false)}>
          <p className="names-dialog-text">{countOf(chosen.length, 'statement')} of “{thing.name}” {chosen.length === 1 ? 'goes' : 'go'} to a new {noun}.</p>
        </NameDialog>
      )}
    </section>
  )
}

/** What others said and this speaker passes on. */
export function RelayedStatements({ speaker, speakers }: { speaker: Speaker; speakers: Speaker[] }): ReactNode {
  const issues = useOperation('issues.list', {}).data ?? []
  const relayed = useOperation('statements.list', {}).data?.filter((one) => one.reportedById === speaker.id) ?? []
  if (relayed.length === 0) return null
  return (
    <section className="names-statements names-relayed" aria-label="Statements that it relays">
      <div className="names-sec"><span>According to {speaker.name} <span className="tnum">{relayed.length}</span></span></div>
      <ul>{relayed.map((one) => <li key={one.id} className="names-statement"><Said noun="issue" statement={one} speakers={speakers} issues={issues} isRelayed /></li>)}</ul>
    </section>
  )
}

interface SaidProps {
  /** Whose page it is: the other of speaker and issue is told. */
  noun: Named['noun']
  statement: StatementInContext
  speakers: Speaker[]
  issues: Issue[]
  isRelayed?: boolean
}

function Said({ noun, statement, speakers, issues, isRelayed = false }: SaidProps): ReactNode {
  const { id, articleId, highlightId, speakerId, issueId, reportedById, stance, quote, caveat, paragraph } = statement
  const speaker = speakers.find((one) => one.id === speakerId)
  const proposition = issues.find((one) => one.id === issueId)?.proposition ?? 'No issue yet'
  return (
    <>
      <StanceWord stance={stance} />
      <div className="names-said">
        <div className="names-about">
          {noun === 'speaker' ? <span>{proposition}</span> : <SpeakerName name={speaker?.name ?? 'No speaker yet'} colour={speaker?.colour ?? null} />}
          <Caveat words={caveat} />
          {!isRelayed && <ReportedBy reportedById={reportedById} speakers={speakers} />}
        </div>
        <a className="names-quote" href={addressOf({ screen: 'article', articleId, highlightId, statementId: id })}>{quote}</a>
      </div>
      <span className="names-place"><SourceName of={statement} /> <span className="nowrap">¶ {paragraph}</span></span>
    </>
  )
}
