import { useMemo, type ReactNode } from 'react'
import { balanceOf } from '../../shared/compare/balance.ts'
import type { Matrix } from '../../shared/compare/matrix.ts'
import './balance-lists.css'

/** As many entries of a list as are shown before it is opened. */
const FEW = 3

/** Which issue lacks which speaker, who is only paraphrased, and what rests on one source. */
export function BalanceLists({ matrix }: { matrix: Matrix }): ReactNode {
  const { lacking, onlyParaphrased, oneSource } = useMemo(() => balanceOf(matrix), [matrix])
  const lists = [
    { title: 'Who has no statement', entries: lacking.map(({ issue, speakers, looked }) => ({ head: issue.proposition, words: speakers.map((speaker) => `${speaker.name}${looked.includes(speaker) ? ' (looked, none found)' : ''}`).join(', ') })) },
    { title: 'Only paraphrased', entries: onlyParaphrased.map(({ speaker, isGuessed }) => ({ head: speaker.name, words: isGuessed ? 'guessed' : '' })) },
    { title: 'Resting on one source', entries: oneSource.map(({ issue, speaker, source }) => ({ head: `${speaker.name}: ${issue.proposition}`, words: source })) },
  ].filter(({ entries }) => entries.length > 0)
  if (lists.length === 0) return <p className="m">Every speaker has a statement on every issue, in words of their own, from more than one source.</p>
  return (
    <div className="balance">
      {lists.map(({ title, entries }) => (
        <details key={title} open={entries.length <= FEW}>
          <summary>{title} <span className="m">{entries.length}</span></summary>
          <ul>{entries.map(({ head, words }) => <li key={head}>{head}{words && <span className="m">{words}</span>}</li>)}</ul>
        </details>
      ))}
    </div>
  )
}
