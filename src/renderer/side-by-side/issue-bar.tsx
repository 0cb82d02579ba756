import type { ReactNode } from 'react'
import { ChevronDown, ChevronUp, Copy, Plus } from 'lucide-react'
import { detailsShown } from '../../shared/guessed-details.ts'
import { sourceOf, type StatementInContext } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'
import { MOST_PICKS } from '../compare-picks.ts'
import type { ComparisonView } from '../comparing/use-comparison.ts'
import { shortDate } from '../marks/citation.ts'
import { GuessMark } from '../marks/guess-mark.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { issuesAround } from './statements-on-issue.ts'

export interface IssueBarProps {
  view: ComparisonView
  statements: StatementInContext[]
  onIssue: (by: number) => void
  onAdd: (id: string) => void
  onCopy: (format: 'markdown' | 'html') => void
}

/** The issue that all are on, the way to the one before and after, and what can be done with all columns. */
export function IssueBar({ view, statements, onIssue, onAdd, onCopy }: IssueBarProps): ReactNode {
  const [issueId = null, ...otherIssues] = new Set(statements.map((statement) => statement.issueId))
  const isShared = otherIssues.length === 0
  const issue = isShared ? view.issues.find(({ id }) => id === issueId) : undefined
  const { ids, at } = issuesAround(view.matrix, issue?.id ?? null)
  return (
    <div className="sbs-issue">
      {at >= 0 && ids.length > 1 && (
        <>
          <IconButton small label="Previous issue" icon={ChevronUp} keys="[" disabled={at === 0} onClick={() => onIssue(-1)} />
          <IconButton small label="Next issue" icon={ChevronDown} keys="]" disabled={at === ids.length - 1} onClick={() => onIssue(1)} />
          <span className="m tnum nowrap">Issue {at + 1} of {ids.length}</span>
        </>
      )}
      <h1 dir="auto">{issue?.proposition ?? (isShared ? 'No issue yet' : 'On different issues')}</h1>
      <span className="spacer" />
      {statements.length < MOST_PICKS && isShared && <AddStatement view={view} statements={statements} issueId={issueId} onAdd={onAdd} />}
      <Menu
        align="end"
        trigger={<Button variant="quiet" icon={Copy}>Copy</Button>}
        items={[{ label: 'Copy as Markdown', onChoose: () => onCopy('markdown') }, { label: 'Copy as HTML', onChoose: () => onCopy('html') }]}
      />
    </div>
  )
}

function AddStatement({ view, statements, issueId, onAdd }: { view: ComparisonView; statements: StatementInContext[]; issueId: string | null; onAdd: (id: string) => void }): ReactNode {
  const onIssue = useOperation('statements.list', { issueId })
  const shown = new Set(statements.map(({ id }) => id))
  const others = onIssue.data?.filter(({ id }) => !shown.has(id)) ?? []
  if (others.length === 0) return null
  return (
    <>
      <span className="m tnum nowrap sbs-count">{shown.size + others.length} statements, {shown.size} shown</span>
      <Popover title="Add a statement" width={420} align="end" trigger={<Button variant="quiet" icon={Plus}>Add statement</Button>}>
        <ul className="sbs-others">
          {others.map((statement) => {
            const speaker = view.speakers.find(({ id }) => id === statement.speakerId)
            return (
              <li key={statement.id}>
                <button type="button" onClick={() => onAdd(statement.id)}>
                  <span className="sbs-other-top"><Swatch colour={speaker?.colour ?? null} /><b dir="auto">{speaker?.name ?? 'No speaker yet'}</b><StanceWord stance={statement.stance} /></span>
                  <span className="sbs-other-quote" dir="auto">{statement.quote}</span>
                  <span className="m">{[sourceOf(statement), shortDate(statement.date), statement.caveat].filter(Boolean).join(', ')}<GuessMark guessed={statement.guessed} shown={detailsShown({ ...statement, isDateSaid: statement.dateSaid !== null })} /></span>
                </button>
              </li>
            )
          })}
        </ul>
      </Popover>
    </>
  )
}
