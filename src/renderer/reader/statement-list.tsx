import type { MouseEvent, ReactNode } from 'react'
import type { StatementInContext } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'
import { Caveat } from '../marks/caveat.tsx'
import { SourceName } from '../marks/guess-mark.tsx'
import { ReportedBy } from '../marks/reported-by.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { addressOf } from '../route.ts'
import { firstWords } from './highlight-name.ts'
import { useReader } from './reader-context.ts'

/** Statements by other speakers, and other statements by this one, on the same issue. */
export function OthersOnIssue({ issueId, statementId }: { issueId: string; statementId: string }): ReactNode {
  const others = useOperation('statements.list', { issueId }).data?.filter((one) => one.id !== statementId) ?? []
  return (
    <div className="inspector-block">
      <div className="lab"><span>Others on this issue</span><a href={addressOf({ screen: 'compare' })}>Compare</a></div>
      {others.length === 0 ? <p className="m">No other statement yet.</p> : (
        <ul className="statement-rows">{others.map((one) => <StatementRow key={one.id} statement={one} withQuote={false} />)}</ul>
      )}
    </div>
  )
}

export function StatementsHere(): ReactNode {
  const { article } = useReader()
  const statements = useOperation('statements.list', { articleId: article.id }).data ?? []
  if (statements.length === 0) return null
  const ordered = [...statements].sort((a, b) => a.paragraph - b.paragraph || a.createdAt.localeCompare(b.createdAt))
  return (
    <div className="inspector-block">
      <div className="lab">Statements in this article</div>
      <ul className="statement-rows">{ordered.map((one) => <StatementRow key={one.id} statement={one} withQuote />)}</ul>
    </div>
  )
}

function StatementRow({ statement, withQuote }: { statement: StatementInContext; withQuote: boolean }): ReactNode {
  const { article, speakers, choose } = useReader()
  const speaker = speakers.find((one) => one.id === statement.speakerId)
  const here = statement.articleId === article.id

  const handleClick = (event: MouseEvent): void => {
    if (!here || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    choose({ highlightId: statement.highlightId, statementId: statement.id }, { reveal: true })
  }
  return (
    <li>
      <a className="statement-row" href={addressOf({ screen: 'article', articleId: statement.articleId, highlightId: statement.highlightId, statementId: statement.id })} onClick={handleClick}>
        <Swatch colour={speaker?.colour ?? null} />
        <span className="statement-row-name">{speaker?.name ?? 'No speaker yet'}</span>
        <StanceWord stance={statement.stance} />
        <span className="statement-row-place">{here ? `¶ ${statement.paragraph}` : <SourceName of={statement} />}</span>
        <ReportedBy reportedById={statement.reportedById} speakers={speakers} />
        <Caveat words={statement.caveat} />
        {withQuote && <span className="statement-row-quote">{firstWords(statement.quote)}</span>}
      </a>
    </li>
  )
}
