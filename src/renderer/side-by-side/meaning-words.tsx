import { Fragment, type ReactNode } from 'react'
import type { BaselineMeaningRun, MeaningKind, MeaningRun } from '../../shared/compare/meaning.ts'
import { needsSpace } from '../marks/compared-words.tsx'
import { kindName } from './compared-statement.ts'
import './meaning-words.css'

/** The words of one statement, with what they add to the baseline and leave out of it. What changes meaning is framed. */
export function MeaningWords({ runs }: { runs: MeaningRun[] }): ReactNode {
  return runs.map(({ text, kind, meaning }, at) => {
    if (kind === 'same') return <Fragment key={at}>{text}</Fragment>
    if (kind === 'added') return <ins key={at} className={`${classFor('ins', meaning)} ${withinWord(runs, at)}`} {...titleFor('Added', meaning)}>{text}</ins>
    return (
      <Fragment key={at}>
        {!runs[at]!.isPart && needsSpace(runs[at - 1]?.text, text) && ' '}
        <del className={`${classFor('del', meaning)} ${runs[at]!.isPart ? 'joins-before' : ''}`} {...titleFor('Left out', meaning)}>{text}</del>
        {needsSpace(text, runs[at + 1]?.text) && ' '}
      </Fragment>
    )
  })
}

/** The baseline's words, with what any of the others leaves out. */
export function BaselineMeaningWords({ runs }: { runs: BaselineMeaningRun[] }): ReactNode {
  return runs.map(({ text, kind, meaning }, at) => (
    kind === 'same' ? <Fragment key={at}>{text}</Fragment> : <span key={at} className={`${classFor('lost', meaning)} ${withinWord(runs, at)}`} {...titleFor('Left out elsewhere', meaning)}>{text}</span>
  ))
}

export function Legend(): ReactNode {
  return (
    <ul className="meaning-legend" aria-label="Legend">
      <li className="meaning-ins">added</li>
      <li className="meaning-del">left out</li>
      <li className="meaning-lost">left out elsewhere</li>
      <li><span className="meaning-ins changes-meaning">framed</span> changes meaning</li>
    </ul>
  )
}

/** "cannot" is one word, of which "not" is framed: no gap parts them. */
function withinWord(runs: { text: string; kind: string }[], at: number): string {
  const shown = runs.map(({ text, kind }) => (kind === 'left-out' ? '' : text))
  const own = shown[at]!
  const joins = (before: string, after: string): boolean => /\p{L}$/u.test(before) && /^\p{L}/u.test(after)
  return [joins(shown[at - 1] ?? '', own) && 'joins-before', joins(own, shown[at + 1] ?? '') && 'joins-after'].filter(Boolean).join(' ')
}

function classFor(what: 'ins' | 'del' | 'lost', meaning: MeaningKind | null): string {
  return `meaning-${what} ${meaning ? 'changes-meaning' : ''}`
}

function titleFor(what: string, meaning: MeaningKind | null): { title?: string } {
  return meaning ? { title: `${what}: ${kindName(meaning)}` } : {}
}
