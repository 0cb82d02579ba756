import { useState, type ReactNode } from 'react'
import { countWords, leftOutElsewhere, wordDifference } from '../../shared/compare/word-difference.ts'
import { wordingNames, type StatementInContext } from '../../shared/statement.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { useOperation } from '../api.ts'
import { citation, longDate } from '../marks/citation.ts'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { addressOf } from '../route.ts'
import { BaselineQuote, ComparedQuote } from '../marks/compared-words.tsx'

const LETTERS = ['A', 'B', 'C', 'D']
/** The least, in CSS pixels: narrower windows scroll. */
const [HEAD_WIDTH, COLUMN_WIDTH] = [104, 248]

export interface SideBySideTableProps {
  /** Two to four. */
  statements: StatementInContext[]
  marked: boolean
}

export function SideBySideTable({ statements, marked }: SideBySideTableProps): ReactNode {
  const speakers = useOperation('speakers.list', {})
  const issues = useOperation('issues.list', {})
  const [chosenId, setBaseline] = useState<string | null>(null)
  const baseline = statements.find(({ id }) => id === chosenId) ?? statements[0]!
  const others = statements.filter(({ id }) => id !== baseline.id).map(({ quote }) => quote)
  const speakerOf = (id: string | null): Speaker | undefined => speakers.data?.find((speaker) => speaker.id === id)

  const row = (label: string, show: (statement: StatementInContext) => ReactNode, className = ''): ReactNode => (
    <tr className={className}>
      <th scope="row">{label}</th>
      {statements.map((statement) => <td key={statement.id}>{show(statement)}</td>)}
    </tr>
  )

  return (
    <table className="sbs" style={{ minWidth: HEAD_WIDTH + statements.length * COLUMN_WIDTH }}>
      <thead>
        <tr>
          <td className="sbs-corner" />
          {statements.map((statement, at) => (
            <ColumnHead key={statement.id} letter={LETTERS[at]!} speaker={speakerOf(statement.speakerId)} isBaseline={statement.id === baseline.id} onBaseline={() => setBaseline(statement.id)} />
          ))}
        </tr>
      </thead>
      <tbody>
        {row('Statement', ({ id, quote }) => {
          if (!marked) return quote
          return id === baseline.id ? <BaselineQuote runs={leftOutElsewhere(quote, others)} /> : <ComparedQuote runs={wordDifference(baseline.quote, quote).runs} />
        }, 'sbs-quote')}
        {new Set(statements.map(({ issueId }) => issueId)).size > 1 && row('Issue', ({ issueId }) => issues.data?.find(({ id }) => id === issueId)?.proposition ?? <small>No issue yet</small>)}
        {row('Words', ({ id, quote }) => id === baseline.id ? <><b>{countWords(quote)}</b> <small>in the baseline</small></> : <WordCounts {...wordDifference(baseline.quote, quote)} />)}
        {row('Stance', ({ stance }) => <StanceWord stance={stance} />)}
        {row('Wording', ({ wording, reportedById }) => <>{wordingNames[wording]} {speakerOf(reportedById) && <small>according to {speakerOf(reportedById)!.name}</small>}</>)}
        {row('Said', (statement) => <DateSaid statement={statement} />)}
        {row('Your note', ({ note }) => note ? <span className="sbs-note">{note}</span> : <small>No note</small>)}
        {row('Source', (statement) => (
          <a href={addressOf({ screen: 'article', articleId: statement.articleId, highlightId: statement.highlightId, statementId: statement.id })}>{citation({ ...statement, date: '' })}</a>
        ))}
      </tbody>
    </table>
  )
}

interface ColumnHeadProps {
  letter: string
  speaker: Speaker | undefined
  isBaseline: boolean
  onBaseline: () => void
}

function ColumnHead({ letter, speaker, isBaseline, onBaseline }: ColumnHeadProps): ReactNode {
  return (
    <th scope="col" className={`sp${speaker?.colour ?? 0}`}>
      <div className="sbs-head">
        <Swatch colour={speaker?.colour ?? null} />
        <span className="sbs-letter">{letter}</span>
        <span className="sbs-speaker" title={speaker?.name}>{speaker?.name ?? 'No speaker yet'}</span>
        <button type="button" className="sbs-baseline" aria-pressed={isBaseline} aria-label={`Baseline ${letter}`} onClick={onBaseline}>Baseline</button>
      </div>
    </th>
  )
}

function WordCounts({ added, leftOut }: { added: number; leftOut: number }): ReactNode {
  if (!added && !leftOut) return <small>The same words</small>
  return <><b>{added}</b> <small>added,</small> <b>{leftOut}</b> <small>left out</small></>
}

function DateSaid({ statement: { dateSaid, date } }: { statement: StatementInContext }): ReactNode {
  if (dateSaid) return longDate(dateSaid)
  return <small>{date ? `Not known; printed ${longDate(date)}` : 'Not known'}</small>
}
