import { Fragment, type ReactNode } from 'react'
import type { BaselineRun, DifferenceRun } from '../../shared/compare/word-difference.ts'
import './compared-words.css'

/** The words of one statement, with what they add to the baseline and leave out of it. */
export function ComparedQuote({ runs }: { runs: DifferenceRun[] }): ReactNode {
  return runs.map(({ text, kind }, at) => {
    if (kind === 'same') return <Fragment key={at}>{text}</Fragment>
    if (kind === 'added') return <ins key={at} className="word-ins">{text}</ins>
    return (
      <Fragment key={at}>
        {needsSpace(runs[at - 1]?.text, text) && ' '}
        <del className="word-del">{text}</del>
        {needsSpace(text, runs[at + 1]?.text) && ' '}
      </Fragment>
    )
  })
}

/** The baseline's words, with what any of the others leaves out. */
export function BaselineQuote({ runs }: { runs: BaselineRun[] }): ReactNode {
  return runs.map(({ text, kind }, at) => kind === 'same' ? <Fragment key={at}>{text}</Fragment> : <span key={at} className="word-lost">{text}</span>)
}

const spaceless = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]\\p{M}*'
const [endsSpaceless, beginsSpaceless] = [new RegExp(`${spaceless}$`, 'u'), new RegExp(`^${spaceless}`, 'u')]

/** Words left out come from another text, so the spaces around them are not in this one. */
export function needsSpace(before: string | undefined, after: string | undefined): boolean {
  if (!before || !after || (endsSpaceless.test(before) && beginsSpaceless.test(after))) return false
  return /[\p{L}\p{N}.,;:!?…)\]]$/u.test(before) && /^[\p{L}\p{N}([“"‘«„]/u.test(after)
}
