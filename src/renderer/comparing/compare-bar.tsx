import type { ReactNode } from 'react'
import { ArrowRightLeft, ChartNoAxesGantt, Columns2, Grid3x3, type LucideIcon } from 'lucide-react'
import { isFiltered } from '../../shared/compare/choose.ts'
import { noFilter } from '../../shared/comparison.ts'
import { usePicks } from '../compare-picks.ts'
import { addressOf, type Route } from '../route.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { ChooseIssues, ChooseSpeakers } from './choose-names.tsx'
import { ChooseStatements } from './choose-statements.tsx'
import { ComparisonMenu } from './comparison-menu.tsx'
import { ComparisonMore } from './comparison-more.tsx'
import type { ComparisonView } from './use-comparison.ts'
import './compare-bar.css'

export type CompareScreenName = 'compare' | 'side-by-side' | 'timeline'

/** Which comparison it is, how it is shown, and what is in it. */
export function CompareBar({ view, current }: { view: ComparisonView; current: CompareScreenName }): ReactNode {
  const { choice, change } = view
  return (
    <header className="compare-bar">
      <ComparisonMenu view={view} />
      <Tabs view={view} current={current} />
      {current !== 'side-by-side' && (
        <div className="compare-choices" role="group" aria-label="What is compared">
          <ChooseSpeakers view={view} />
          <ChooseIssues view={view} />
          <ChooseStatements view={view} />
          {isFiltered(choice.filter) && <Button variant="quiet" onClick={() => change({ filter: noFilter })}>Clear filters</Button>}
        </div>
      )}
      <span className="spacer" />
      {current === 'compare' && <IconButton icon={ArrowRightLeft} label="Swap rows and columns" pressed={choice.turned} onClick={() => change({ turned: !choice.turned })} />}
      <ComparisonMore view={view} />
    </header>
  )
}

function Tabs({ view, current }: { view: ComparisonView; current: CompareScreenName }): ReactNode {
  const statementIds = usePicks(({ ids }) => ids)
  const comparisonId = view.comparison?.title ? { comparisonId: view.comparison.id } : {}
  return (
    <nav className="seg compare-tabs" aria-label="Views">
      <Tab icon={Grid3x3} name="Matrix" to={{ screen: 'compare', ...comparisonId }} isCurrent={current === 'compare'} />
      {(statementIds.length > 1 || current === 'side-by-side')
        ? <Tab icon={Columns2} name="Side by side" to={{ screen: 'side-by-side', statementIds, ...comparisonId }} isCurrent={current === 'side-by-side'} />
        : <span className="compare-tab-off" title="Pick two to four statements first">{<Columns2 size={14} strokeWidth={1.5} aria-hidden />}Side by side<span className="sr">: pick two to four statements first</span></span>}
      <Tab icon={ChartNoAxesGantt} name="Timeline" to={{ screen: 'timeline', ...comparisonId }} isCurrent={current === 'timeline'} />
    </nav>
  )
}

function Tab({ icon: Icon, name, to, isCurrent }: { icon: LucideIcon; name: string; to: Route; isCurrent: boolean }): ReactNode {
  return <a href={addressOf(to)} {...(isCurrent ? { 'aria-current': 'page' as const } : {})}><Icon size={14} strokeWidth={1.5} aria-hidden />{name}</a>
}
