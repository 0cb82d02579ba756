import { useMemo, type ReactNode } from 'react'
import type { FilteredMark } from '../../shared/compare/statement-columns.ts'
import { Keys } from '../ui/keys.tsx'
import { aOf, beginTriage, lacking, lacks, type Lack } from './triage.ts'

const choices: { wanted: readonly Lack[]; shown: string; name: string; keys: string }[] = [
  { wanted: ['speaker'], shown: 'speaker', name: 'speaker', keys: 'Shift S' },
  { wanted: ['issue'], shown: 'issue', name: 'issue', keys: 'Shift I' },
  { wanted: ['stance'], shown: 'stance', name: 'stance', keys: 'Shift T' },
  { wanted: lacks, shown: 'any of them', name: 'any of them', keys: 'Shift A' },
]

/** "Next without speaker": to the next row that lacks it, and into its field. */
export function TriageButtons({ marks, onNone }: { marks: FilteredMark[]; onNone: () => void }): ReactNode {
  const counts = useMemo(() => choices.map(({ wanted }) => marks.filter((mark) => lacking(mark, wanted)).length), [marks])
  return (
    <div className="triage-buttons" role="group" aria-label="Next without">
      <span className="m" aria-hidden>Next without</span>
      {choices.map(({ wanted, shown, name, keys }, at) => (
        <button
          key={name} type="button" className="btn" disabled={counts[at] === 0} aria-label={`Next without ${name}, ${counts[at]}`} aria-keyshortcuts={keys.replace(' ', '+')}
          title={`Next statement without ${wanted.length > 1 ? 'a speaker, issue or stance' : aOf[wanted[0]!]}`} onClick={() => { if (!beginTriage(wanted, marks)) onNone() }}
        >
          {shown} <span className="m tnum">{counts[at]!.toLocaleString('en')}</span><Keys keys={keys} />
        </button>
      ))}
    </div>
  )
}
