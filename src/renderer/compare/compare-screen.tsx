import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import type { Matrix } from '../../shared/compare/matrix.ts'
import { isFiltered } from '../../shared/compare/choose.ts'
import { noFilter } from '../../shared/comparison.ts'
import { client } from '../api.ts'
import { togglePick, usePicks } from '../compare-picks.ts'
import { CompareBar } from '../comparing/compare-bar.tsx'
import { useComparison, type ComparisonView } from '../comparing/use-comparison.ts'
import { PickTray } from '../marks/pick-tray.tsx'
import { positionAt } from '../marks/position-at.ts'
import { addressOf, navigate } from '../route.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/button.tsx'
import { Keys } from '../ui/keys.tsx'
import { toastError } from '../ui/toast.tsx'
import { CellView } from './cell-view.tsx'
import { MatrixGrid } from './matrix-grid.tsx'
import { countOf, idOf, linesOf, nameOf, type Cell, type Line } from './matrix-lines.ts'
import './compare-screen.css'

/** The matrix: issues down, speakers across (or turned), positions where they meet. */
export function CompareScreen({ comparisonId, cell }: { comparisonId?: string; cell?: string[] }): ReactNode {
  const { view, error } = useComparison(comparisonId)
  return (
    <main className="compare">
      {view && <CompareBar view={view} current="compare" />}
      {error && <p className="compare-empty" role="alert">{error.message}</p>}
      {view && !error && <MatrixView view={view} comparisonId={comparisonId} cell={cell} />}
      <PickTray {...(comparisonId ? { comparisonId } : {})} />
    </main>
  )
}

function MatrixView({ view, comparisonId, cell }: { view: ComparisonView; comparisonId: string | undefined; cell: string[] | undefined }): ReactNode {
  const { matrix, choice } = view
  const lines = useMemo(() => linesOf(matrix, choice.turned), [matrix, choice.turned])
  const at = { screen: 'compare' as const, ...(comparisonId ? { comparisonId } : {}) }
  const openCell = ({ issueId, speakerId }: Cell): void => navigate({ ...at, cell: [issueId, speakerId] }, 'replace')
  const opened = cell && openedCell(matrix, cell)

  if (matrix.placed === 0 && !choice.issueIds) return <NothingYet view={view} />
  if (!lines.rows.length || !lines.columns.length) return <NothingChosen view={view} />
  return (
    <>
      {matrix.statements === 0 && isFiltered(choice.filter) && <NothingPasses view={view} />}
      <MatrixGrid
        key={`${comparisonId} ${choice.turned}`} lines={lines} comparisonId={comparisonId} onOpen={openCell}
        onCellKey={(event, one) => handleCellKey(event, one, comparisonId, openCell)}
        onMove={(line, to) => moveLine(view, lines.rows.includes(line) ? lines.rows : lines.columns, line, to)}
        onFold={(line) => view.change({ foldedIds: choice.foldedIds.includes(idOf(line)) ? choice.foldedIds.filter((id) => id !== idOf(line)) : [...choice.foldedIds, idOf(line)] })}
        onHide={(line) => hideLine(view, lines.rows.includes(line) ? lines.rows : lines.columns, line)}
      />
      <Status matrix={matrix} />
      {opened && <CellView view={view} cell={opened} onClose={() => navigate(at, 'replace')} />}
    </>
  )
}

function openedCell(matrix: Matrix, [issueId = '', speakerId = '']: string[]): Cell | undefined {
  if (!matrix.issues.some(({ issue }) => issue.id === issueId) || !matrix.speakers.some(({ speaker }) => speaker.id === speakerId)) return undefined
  return { issueId, speakerId, position: matrix.position(issueId, speakerId), look: matrix.look(issueId, speakerId) }
}

/** Enter and Space open the cell, X picks, Shift Enter goes side by side. */
function handleCellKey(event: KeyboardEvent, cell: Cell, comparisonId: string | undefined, openCell: (cell: Cell) => void): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const { ids } = usePicks.getState()
  if (event.key === 'Enter' && event.shiftKey) {
    if (ids.length > 1) navigate({ screen: 'side-by-side', statementIds: ids, ...(comparisonId ? { comparisonId } : {}) })
    else announce('Pick two statements first')
  } else if (event.key === 'Enter' || event.key === ' ') openCell(cell)
  else if (event.key.toLowerCase() === 'x' && cell.position) togglePick(cell.position.shown[0]!.id)
  else return false
  return true
}

/** Without a choice of its own the order is the library's, and moving a row there is moving it in the library. */
function moveLine({ choice, change }: ComparisonView, along: Line[], line: Line, to: number): void {
  const from = along.findIndex((one) => idOf(one) === idOf(line))
  if (to === from || to < 0 || to >= along.length) return
  const which = line.kind === 'issue' ? 'issueIds' : 'speakerIds'
  announce(`${nameOf(line)}: ${to + 1} of ${along.length}`)
  if (choice[which]) {
    const others = along.map(idOf).toSpliced(from, 1)
    change({ [which]: others.toSpliced(to, 0, idOf(line)) })
    return
  }
  const position = positionAt(along.map((one) => (one.kind === 'issue' ? one.issue : one.speaker)), from, to)
  const act = line.kind === 'issue' ? client.call('issues.update', { id: idOf(line), position }) : client.call('speakers.update', { id: idOf(line), position })
  act.catch(toastError)
}

function hideLine({ change }: ComparisonView, along: Line[], line: Line): void {
  change({ [line.kind === 'issue' ? 'issueIds' : 'speakerIds']: along.map(idOf).filter((id) => id !== idOf(line)) })
  announce(`${nameOf(line)} left out`)
}

function NothingYet({ view }: { view: ComparisonView }): ReactNode {
  return (
    <div className="compare-empty">
      <h2>Nothing to compare yet</h2>
      <p>Mark statements in an article and give them a speaker and an issue. They meet here: issues down, speakers across.</p>
      {view.marks.length > 0 && <a className="btn" href={addressOf({ screen: 'statements' })}>{countOf(view.marks.length, 'statement')} to sort</a>}
      <a className="btn" href={addressOf({ screen: 'library' })}>Go to the library</a>
    </div>
  )
}

function NothingChosen({ view: { choice, change } }: { view: ComparisonView }): ReactNode {
  return (
    <div className="compare-empty">
      <h2>No {choice.speakerIds?.length === 0 ? 'speakers' : 'issues'} chosen</h2>
      <p>A matrix needs at least one issue and one speaker.</p>
      <Button onClick={() => change({ issueIds: null, speakerIds: null })}>Show all</Button>
    </div>
  )
}

function NothingPasses({ view: { change } }: { view: ComparisonView }): ReactNode {
  return <p className="compare-notice" role="status">No statements match these filters. <button type="button" className="link" onClick={() => change({ filter: noFilter })}>Clear filters</button></p>
}

function Status({ matrix }: { matrix: Matrix }): ReactNode {
  const { articles, looked, empty } = useMemo(() => statusOf(matrix), [matrix])
  return (
    <footer className="statusbar compare-status">
      <span>{countOf(matrix.statements, 'statement')} by {countOf(matrix.speakers.length, 'speaker')} on {countOf(matrix.issues.length, 'issue')}, from {countOf(articles, 'article')}</span>
      <span>{countOf(empty, 'cell')} not looked at{looked > 0 && `, ${looked} looked, none found`}</span>
      <span className="spacer" />
      <span className="compare-keys" aria-hidden>
        <span><Keys keys="← → ↑ ↓" /> move</span>
        <span><Keys keys="X" /> pick</span>
        <span><Keys keys="↵" /> open the cell</span>
        <span><Keys keys="Alt ← →" /> on a head: move it</span>
      </span>
    </footer>
  )
}

function statusOf({ issues, speakers, position, look }: Matrix): { articles: number; looked: number; empty: number } {
  const articles = new Set<string>()
  let [looked, empty] = [0, 0]
  for (const { issue } of issues) {
    for (const { speaker } of speakers) {
      const here = position(issue.id, speaker.id)
      if (here) for (const { articleId } of here.statements) articles.add(articleId)
      else if (look(issue.id, speaker.id)) looked += 1
      else empty += 1
    }
  }
  return { articles: articles.size, looked, empty }
}
