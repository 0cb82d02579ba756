import type { ReactNode } from 'react'
import { ChevronDown, ChevronUp, Columns2, Lock, LockOpen } from 'lucide-react'
import { onlyIn, type OnlyInOne, type SharedIssue } from '../../../shared/compare/shared-issues.ts'
import { navigate } from '../../route.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Swatch } from '../../marks/speaker-name.tsx'
import type { Reader } from '../reader-context.ts'
import { saidIn } from './said-in.ts'
import type { SideName } from './split-screen.tsx'

export interface SharedBarProps {
  left: Reader | undefined
  right: Reader | undefined
  shared: SharedIssue[]
  /** Which of the shared issues is looked at. */
  current: number | null
  onGoTo: (index: number) => void
  onShow: (side: SideName, highlightId: string) => void
  locked: boolean
  onLock: (locked: boolean) => void
}

/** The issues that both articles have statements on, one after the other; and what only one of them has. */
export function SharedBar({ left, right, shared, current, onGoTo, onShow, locked, onLock }: SharedBarProps): ReactNode {
  const issue = current === null ? undefined : left?.issues.find(({ id }) => id === shared[current]!.issueId)
  const statementIds = current === null || !left || !right ? [] : [firstOn(left, shared[current]!), firstOn(right, shared[current]!)].flatMap((id) => id ?? [])
  return (
    <header className="split-bar">
      <IconButton small icon={ChevronUp} label="Previous shared issue" keys="[" disabled={shared.length === 0 || current === 0} onClick={() => onGoTo((current ?? shared.length) - 1)} />
      <IconButton small icon={ChevronDown} label="Next shared issue" keys="]" disabled={shared.length === 0 || current === shared.length - 1} onClick={() => onGoTo((current ?? -1) + 1)} />
      <span className="m tnum nowrap">{current === null ? sharedWords(shared.length) : `Shared issue ${current + 1} of ${shared.length}`}</span>
      {issue && <h2>{issue.proposition}</h2>}
      <span className="spacer" />
      {left && right && <Popover title="Only in one" align="end" width={380} trigger={<Button variant="quiet">Only in one</Button>}><OnlyLists left={left} right={right} onShow={onShow} /></Popover>}
      <Button variant="quiet" icon={locked ? Lock : LockOpen} aria-pressed={locked} keys="Y" onClick={() => onLock(!locked)}>Scroll together</Button>
      <Button icon={Columns2} disabled={statementIds.length < 2} onClick={() => navigate({ screen: 'side-by-side', statementIds })}>Compare these two</Button>
    </header>
  )
}

function sharedWords(count: number): string {
  if (count === 0) return 'No shared issue yet'
  return count === 1 ? '1 shared issue' : `${count} shared issues`
}

/** The statement on the issue that is chosen, else the first. */
function firstOn({ highlights, chosen }: Reader, { issueId }: SharedIssue): string | undefined {
  const statements = highlights.flatMap((highlight) => highlight.statements.filter((one) => one.issueId === issueId).map(({ id }) => ({ id, highlightId: highlight.id })))
  return (statements.find(({ highlightId }) => highlightId === chosen?.highlightId) ?? statements[0])?.id
}

function OnlyLists({ left, right, onShow }: { left: Reader; right: Reader; onShow: SharedBarProps['onShow'] }): ReactNode {
  return (
    <>
      <OnlyList title={left.article.title} only={onlyIn(saidIn(left), saidIn(right))} reader={left} onShow={(id) => onShow('left', id)} />
      <OnlyList title={right.article.title} only={onlyIn(saidIn(right), saidIn(left))} reader={right} onShow={(id) => onShow('right', id)} />
    </>
  )
}

function OnlyList({ title, only: { issues, speakers }, reader, onShow }: { title: string; only: OnlyInOne; reader: Reader; onShow: (highlightId: string) => void }): ReactNode {
  const entries = [
    ...issues.map(({ id, highlightId }) => ({ id, highlightId, name: reader.issues.find((one) => one.id === id)?.proposition, colour: undefined })),
    ...speakers.map(({ id, highlightId }) => ({ id, highlightId, name: reader.speakers.find((one) => one.id === id)?.name, colour: reader.speakers.find((one) => one.id === id)?.colour })),
  ]
  return (
    <section className="split-only" aria-label={`Only in “${title}”`}>
      <h3>Only in “{title}”</h3>
      {entries.length === 0 && <p className="m">Nothing: the other article has all its issues and speakers too.</p>}
      <ul>{entries.map(({ id, name, colour, highlightId }) => <li key={id}><button type="button" onClick={() => onShow(highlightId)}>{colour !== undefined && <Swatch colour={colour} />}<span dir="auto">{name}</span></button></li>)}</ul>
    </section>
  )
}
