import { useMemo, type ReactNode } from 'react'
import type { FilteredMark } from '../../shared/compare/statement-columns.ts'
import { Keys } from '../ui/keys.tsx'
import { beginTriage, lacking, triageKinds, useTriage } from './triage.ts'

/** "Next without speaker": to the next row that lacks it, and into its field. */
export function TriageButtons({ marks, onNone }: { marks: FilteredMark[]; onNone: () => void }): ReactNode {
  const active = useTriage((triage) => triage.wanted)
  const counts = useMemo(() => triageKinds.map(({ wanted }) => marks.filter((mark) => lacking(mark, wanted)).length), [marks])
  return (
    <div className="triage-buttons" role="group" aria-label="Next without">
      <span className="m" aria-hidden>Next without</span>
      {triageKinds.map(({ wanted, name, keys, without }, at) => (
        <button
          key={name} type="button" className={active === wanted ? 'btn is-on' : 'btn'} disabled={counts[at] === 0} aria-label={`Next without ${name}, ${counts[at]}`} aria-keyshortcuts={keys.replace(' ', '+')}
          title={`Next statement without ${without}`} onClick={() => { if (!beginTriage(wanted, marks)) onNone() }}
        >
          {name} <span className="m tnum">{counts[at]!.toLocaleString('en')}</span><Keys keys={keys} />
        </button>
      ))}
    </div>
  )
}
