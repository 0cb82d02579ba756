import { useLayoutEffect, useMemo, type ReactNode } from 'react'
import { ChevronDown, PanelRight } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import type { FilteredMark } from '../../shared/compare/statement-columns.ts'
import { addressOf, navigate, type Route } from '../route.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Keys } from '../ui/keys.tsx'
import { Menu } from '../ui/menu.tsx'
import { groupKeyOf } from './arrange-rows.ts'
import { BulkBar } from './bulk-bar.tsx'
import { FilterBar, type Chosen } from './filter-bar.tsx'
import { StatementsTable } from './statements-table.tsx'
import { changeFilter, groupBy, groupings, lookFor, noFilter, scrolling, useTableLook, type Grouping } from './table-look.ts'
import { TriageButtons } from './triage-buttons.tsx'
import { TriagePanel } from './triage-panel.tsx'
import { useTable, type Table } from './use-table.ts'
import './statements-screen.css'

export interface StatementsScreenProps {
  /** An id; 'none' for statements that have none yet; absent for all. */
  speakerId?: string
  issueId?: string
}

/** All statements as a table. Beside it the current one, where what it lacks is set. */
export function StatementsScreen({ speakerId, issueId }: StatementsScreenProps): ReactNode {
  useLayoutEffect(() => lookFor(routeKey({ speakerId, issueId })), [speakerId, issueId])
  const { table, error } = useTable(speakerId, issueId)
  const filter = useTableLook((look) => look.filter)
  const isFiltered = Boolean(speakerId ?? issueId) || filter !== noFilter && Object.values(filter).some(Boolean)
  return (
    <main className="statements">
      <StatementsBar table={table} isFiltered={isFiltered} names={namesRoute(speakerId, issueId)} />
      {error && <p className="statements-empty" role="alert">{error.message}</p>}
      {table?.all === 0 && <NoStatements />}
      {table && table.all > 0 && (
        <>
          <FilterBar table={table} speakerId={speakerId} issueId={issueId} onChoose={choose} onClear={isFiltered ? clear : undefined} />
          <Parts table={table} />
          <Status table={table} />
        </>
      )}
    </main>
  )
}

function choose(next: Chosen): void {
  scrolling.top = 0
  useTableLook.setState({ for: routeKey(next) })
  navigate({ screen: 'statements', ...(next.speakerId ? { speakerId: next.speakerId } : {}), ...(next.issueId ? { issueId: next.issueId } : {}) }, 'replace')
}

function clear(): void {
  changeFilter(noFilter)
  choose({})
}

function Parts({ table }: { table: Table }): ReactNode {
  const { picked, current, grouping, panelShown } = useTableLook(useShallow(({ picked, current, grouping, panelShown }) => ({ picked, current, grouping, panelShown })))
  const pickedHere = useMemo(() => (picked.size > 0 ? table.marks.filter(({ id }) => picked.has(id)).map(({ id }) => id) : []), [table.marks, picked])
  const mark = useMemo(() => (panelShown ? markAt(table, current, grouping) : undefined), [panelShown, table, current, grouping])
  return (
    <div className={mark ? 'statements-parts has-panel' : 'statements-parts'}>
      <div className="statements-main">
        {table.marks.length > 0 ? <StatementsTable table={table} /> : <p className="statements-empty">No statements match these filters. <Button variant="quiet" onClick={clear}>Clear filters</Button></p>}
        {pickedHere.length > 0 && <BulkBar table={table} ids={pickedHere} />}
      </div>
      {mark && <TriagePanel mark={mark} table={table} onLeave={focusTable} />}
    </div>
  )
}

/** The statement of the current row; of a group's head, the group's first one. */
function markAt({ marks }: Table, current: string | null, grouping: Grouping): FilteredMark | undefined {
  return marks.find((mark) => mark.id === current) ?? marks.find((mark) => groupKeyOf(mark, grouping) === current) ?? marks[0]
}

interface StatementsBarProps {
  table: Table | undefined
  isFiltered: boolean
  names: Route
}

function StatementsBar({ table, isFiltered, names }: StatementsBarProps): ReactNode {
  const panelShown = useTableLook((look) => look.panelShown)
  return (
    <header className="statements-bar">
      <h1>Statements</h1>
      {table && <span className="m tnum" role="status">{isFiltered ? `${count(table.marks.length)} of ${count(table.all)}` : count(table.all)}</span>}
      {table && table.all > 0 && <TriageButtons marks={table.marks} onNone={focusTable} />}
      <span className="spacer" />
      {table && table.all > 0 && <GroupMenu />}
      <a className="btn quiet" href={addressOf(names)}>Speakers and issues</a>
      {table && table.all > 0 && <IconButton label={panelShown ? 'Hide statement' : 'Show statement'} icon={PanelRight} pressed={panelShown} onClick={() => useTableLook.setState({ panelShown: !panelShown })} />}
    </header>
  )
}

/** Back to the cell that keys move from. */
function focusTable(): void {
  document.querySelector<HTMLElement>('.tb [data-row][tabindex="0"]')?.focus()
}

function GroupMenu(): ReactNode {
  const grouping = useTableLook((look) => look.grouping)
  return (
    <Menu
      align="end"
      trigger={<Button aria-label={`Group by: ${groupings[grouping]}`}>{grouping === 'none' ? 'Group' : `Grouped by ${groupings[grouping].toLowerCase()}`}<ChevronDown className="i" size={14} strokeWidth={1.5} aria-hidden /></Button>}
      items={(Object.keys(groupings) as Grouping[]).map((key) => ({ label: groupings[key], onChoose: () => groupBy(key) }))}
    />
  )
}

function NoStatements(): ReactNode {
  return (
    <div className="statements-empty">
      <h2>No statements yet</h2>
      <p>Mark one in an article: select the words and press <Keys keys="S" /><span className="sr">S</span>.</p>
      <a className="btn" href={addressOf({ screen: 'library' })}>Go to the library</a>
    </div>
  )
}

function Status({ table: { marks } }: { table: Table }): ReactNode {
  const articles = new Set(marks.map(({ articleId }) => articleId)).size
  return (
    <footer className="statusbar statements-status">
      <span>{count(marks.length)} {marks.length === 1 ? 'statement' : 'statements'} from {count(articles)} {articles === 1 ? 'article' : 'articles'}</span>
      <span className="spacer" />
      <span className="statements-keys" aria-hidden>
        <span><Keys keys="↑ ↓" /> move</span>
        <span><Keys keys="Space" /> pick</span>
        <span><Keys keys="1 – 5" /> stance</span>
        <span><Keys keys="↵" /> fields, or the passage</span>
      </span>
    </footer>
  )
}

function count(number: number): string {
  return number.toLocaleString('en')
}

function routeKey({ speakerId, issueId }: Chosen): string {
  return `${speakerId ?? ''} ${issueId ?? ''}`
}

/** The chosen speaker or issue, else all speakers. */
function namesRoute(speakerId: string | undefined, issueId: string | undefined): Route {
  if (speakerId && speakerId !== 'none') return { screen: 'names', kind: 'speakers', id: speakerId }
  return issueId && issueId !== 'none' ? { screen: 'names', kind: 'issues', id: issueId } : { screen: 'names' }
}
