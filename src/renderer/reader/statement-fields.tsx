import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { stanceNames, wordingNames, type Statement } from '../../shared/statement.ts'
import { client } from '../api.ts'
import { SpeakerPicker } from '../marks/speaker-picker.tsx'
import { StanceField, WordingField } from '../marks/stance-field.tsx'
import { announce } from '../ui/announce.ts'
import { Picker } from '../ui/picker.tsx'
import { DateSaid } from './date-said.tsx'
import { NameMenu } from './name-menu.tsx'
import { useReader } from './reader-context.ts'
import type { Saving } from '../editor/use-saving.ts'

export function StatementFields({ statement, run }: { statement: Statement; run: Saving['run'] }): ReactNode {
  const update = async (fields: Partial<Omit<Statement, 'id' | 'highlightId' | 'createdAt'>>, said: string): Promise<void> => {
    if (await run(client.call('statements.update', { id: statement.id, ...fields }))) announce(said)
  }
  return (
    <>
      <div className="props">
        <span className="lab">Speaker</span>
        <SpeakerField statement={statement} run={run} />
        <span className="lab">Reported by</span>
        <ReportedByField statement={statement} run={run} />
        <span className="lab">Issue</span>
        <IssueField statement={statement} run={run} />
        <span className="lab">Wording</span>
        <WordingField value={statement.wording} isGuessed={statement.wordingGuessed} onChange={(wording) => { void update({ wording }, `Wording: ${wordingNames[wording]}.`) }} />
        <span className="lab">Date said</span>
        <div><DateSaid value={statement.dateSaid} onChange={(dateSaid) => { void update({ dateSaid }, 'Date said is set.') }} /></div>
      </div>
      <div className="inspector-block">
        <div className="lab">Stance on the issue</div>
        <StanceField value={statement.stance} onChange={(stance) => { void update({ stance }, `Stance: ${stanceNames[stance]}.`) }} />
      </div>
    </>
  )
}

/** Says the name as it is stored: a speaker may have been made a moment ago. */
async function setSpeaker(id: string, field: 'speakerId' | 'reportedById', speakerId: string | null, run: Saving['run']): Promise<void> {
  if (!await run(client.call('statements.update', { id, [field]: speakerId }))) return
  const speaker = (await client.call('speakers.list', {})).find((one) => one.id === speakerId)
  announce(`${field === 'speakerId' ? 'Speaker' : 'Reported by'}: ${speaker?.name ?? (field === 'speakerId' ? 'none' : 'the article itself')}.`)
}

function SpeakerField({ statement, run }: { statement: Statement; run: Saving['run'] }): ReactNode {
  const { article, speakers, wish, takeWish } = useReader()
  const box = useRef<HTMLDivElement>(null)
  const chosen = speakers.find((speaker) => speaker.id === statement.speakerId)

  useEffect(() => {
    if (wish !== 'speaker') return
    box.current?.querySelector('input')?.focus()
    takeWish()
  }, [wish, takeWish])

  return (
    <div className="with-menu" ref={box}>
      <SpeakerPicker
        label="Speaker" speakers={speakers} articleId={article.id} value={statement.speakerId} placeholder="Who says this?"
        onPick={(speakerId) => { void setSpeaker(statement.id, 'speakerId', speakerId, run) }}
      />
      {chosen && <NameMenu noun="speaker" id={chosen.id} name={chosen.name} statements={chosen.statements} />}
    </div>
  )
}

/** "According to TASS": who relays the words, if not the article. */
function ReportedByField({ statement, run }: { statement: Statement; run: Saving['run'] }): ReactNode {
  const { article, speakers } = useReader()
  const others = useMemo(() => speakers.filter((speaker) => speaker.id !== statement.speakerId || speaker.id === statement.reportedById), [speakers, statement])
  return (
    <SpeakerPicker
      label="Reported by" speakers={others} articleId={article.id} value={statement.reportedById} placeholder="The article itself"
      onPick={(reportedById) => { void setSpeaker(statement.id, 'reportedById', reportedById, run) }}
    />
  )
}

function IssueField({ statement, run }: { statement: Statement; run: Saving['run'] }): ReactNode {
  const { issues } = useReader()
  const items = useMemo(() => issues.map((issue) => ({ id: issue.id, name: issue.proposition })), [issues])
  const chosen = issues.find((issue) => issue.id === statement.issueId)
  const set = async (issueId: string | null, proposition: string | undefined): Promise<void> => {
    if (await run(client.call('statements.update', { id: statement.id, issueId }))) announce(`Issue: ${proposition ?? 'none'}.`)
  }
  const handleAdd = async (proposition: string): Promise<void> => {
    const issue = await run(client.call('issues.create', { proposition }))
    if (issue) await set(issue.id, proposition)
  }
  return (
    <div className="with-menu">
      <Picker
        label="Issue" long items={items} value={statement.issueId} placeholder="What is in dispute?"
        onPick={(issueId) => { void set(issueId, issues.find((issue) => issue.id === issueId)?.proposition) }}
        onAdd={(proposition) => { void handleAdd(proposition) }}
      />
      {chosen && <NameMenu noun="issue" id={chosen.id} name={chosen.proposition} statements={chosen.statements} />}
    </div>
  )
}
