import type { ReactNode } from 'react'
import type { Issue } from '../../shared/issue.ts'
import type { Speaker } from '../../shared/speaker.ts'
import type { StatementInContext } from '../../shared/statement.ts'
import { togglePick, usePicks } from '../compare-picks.ts'
import { citation } from '../marks/citation.ts'
import { ReportedBy } from '../marks/reported-by.tsx'
import { SpeakerName } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { addressOf } from '../route.ts'

export interface StatementRowProps {
  statement: StatementInContext
  speaker: Speaker | undefined
  issue: Issue | undefined
  speakers: Speaker[] | undefined
}

export function StatementRow({ statement, speaker, issue, speakers }: StatementRowProps): ReactNode {
  const isPicked = usePicks(({ ids }) => ids.includes(statement.id))
  const { id, articleId, highlightId, quote, note, stance } = statement
  const firstLine = note.trim().split('\n', 1)[0]
  return (
    <li className={`listed-row ${isPicked ? 'is-picked' : ''}`}>
      <label className="listed-pick"><input type="checkbox" aria-label={`Pick ${quote}`} checked={isPicked} onChange={() => togglePick(id)} /></label>
      <div className="listed-who">
        {speaker ? <SpeakerName name={speaker.name} colour={speaker.colour} /> : <span className="m"><SpeakerName name="No speaker yet" colour={null} /></span>}
        <StanceWord stance={stance} />
        <ReportedBy reportedById={statement.reportedById} speakers={speakers} />
      </div>
      <div className="listed-what">
        <div className={issue ? 'listed-issue' : 'listed-issue m'}>{issue?.proposition ?? 'No issue yet'}</div>
        <a className="listed-quote" href={addressOf({ screen: 'article', articleId, highlightId, statementId: id })}>{quote}</a>
        <div className="listed-source">{citation(statement)}</div>
        {firstLine && <div className="listed-note">{firstLine}</div>}
      </div>
    </li>
  )
}
