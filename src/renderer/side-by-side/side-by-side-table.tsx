import type { ReactNode } from 'react'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { countWords, type BaselineMeaningRun } from '../../shared/compare/meaning.ts'
import { wordingName, type StatementInContext, type StatementSurroundings } from '../../shared/statement.ts'
import { Caveat } from '../marks/caveat.tsx'
import { longDate } from '../marks/citation.ts'
import { StanceWord } from '../marks/stance-word.tsx'
import { Keys } from '../ui/keys.tsx'
import { ColumnHead } from './column-head.tsx'
import { differenceInWords, kindName, tellingChanges, type ComparedStatement, type TellingChange } from './compared-statement.ts'
import { BaselineMeaningWords, MeaningWords } from './meaning-words.tsx'
import { SourceCell } from './source-cell.tsx'

/** The least, in CSS pixels: narrower windows scroll. */
const [HEAD_WIDTH, COLUMN_WIDTH] = [104, 248]

export interface SideBySideTableProps {
  /** One to four; one of them is the baseline. */
  compared: ComparedStatement[]
  /** The baseline's words. */
  baselineRuns: BaselineMeaningRun[]
  surroundings: Map<string, StatementSurroundings>
  marked: boolean
  sourceShown: boolean
  onSource: () => void
  onBaseline: (at: number) => void
  onMove: (at: number, by: number) => void
  onOpen: (statement: StatementInContext) => void
  onRemove: (at: number) => void
}

export function SideBySideTable({ compared, baselineRuns, surroundings, marked, sourceShown, onSource, onBaseline, onMove, onOpen, onRemove }: SideBySideTableProps): ReactNode {
  const languageOf = (id: string): { lang?: string } => {
    const language = surroundings.get(id)?.language
    return language ? { lang: language } : {}
  }
  const isLong = Math.max(...compared.map(({ statement }) => statement.quote.length)) > 420
  const row = (label: string, show: (one: ComparedStatement) => ReactNode, className = ''): ReactNode => (
    <tr className={className}>
      <th scope="row">{label}</th>
      {compared.map((one) => <td key={one.statement.id} data-column={one.statement.id}>{show(one)}</td>)}
    </tr>
  )

  return (
    <table className="sbs" aria-label="Statements side by side" style={{ minWidth: HEAD_WIDTH + compared.length * COLUMN_WIDTH }}>
      <thead>
        <tr>
          <td className="sbs-corner" />
          {compared.map((one, at) => (
            <ColumnHead
              key={one.statement.id} compared={one} isFirst={at === 0} isLast={at === compared.length - 1}
              onBaseline={() => onBaseline(at)} onMove={(by) => onMove(at, by)} onOpen={() => onOpen(one.statement)} onRemove={() => onRemove(at)}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {row('Statement', ({ statement: { id, quote, caveat }, difference }) => (
          <>
            <Caveat words={caveat} />
            <blockquote dir="auto" {...languageOf(id)}>
              {!marked ? quote : difference ? <MeaningWords runs={difference.runs} /> : <BaselineMeaningWords runs={baselineRuns} />}
            </blockquote>
          </>
        ), `sbs-quote ${isLong ? 'is-long' : ''}`)}
        {new Set(compared.map(({ proposition }) => proposition)).size > 1 && row('Issue', ({ proposition }) => proposition ? <span dir="auto">{proposition}</span> : <small>No issue yet</small>)}
        {compared.length > 1 && row('Words', ({ statement: { quote }, difference }) => difference ? <span className="tnum">{differenceInWords(difference).split(';')[0]}</span> : <><b>{countWords(quote)}</b> <small>in the baseline</small></>)}
        {compared.length > 1 && row('Meaning', ({ difference }) => difference ? <TellingChanges changes={tellingChanges(difference)} /> : <small>Baseline</small>)}
        {row('Stance', ({ statement: { stance } }) => <StanceWord stance={stance} />)}
        {row('Wording', ({ statement }) => wordingName(statement))}
        {row('Reported by', ({ reportedBy }) => reportedBy ? <span dir="auto">{reportedBy.name}</span> : <small>The article itself</small>)}
        {row('Said', (one) => <DateSaid compared={one} />)}
        {row('Your note', ({ statement: { note } }) => note ? <span className="sbs-note" dir="auto">{note}</span> : <small>No note</small>)}
        <tr className="sbs-source-bar">
          <td colSpan={compared.length + 1}>
            <button type="button" aria-expanded={sourceShown} onClick={onSource}>
              {sourceShown ? <ChevronDown size={16} strokeWidth={1.5} aria-hidden /> : <ChevronRight size={16} strokeWidth={1.5} aria-hidden />}
              <b>In the source</b> <span className="m">the passage and the paragraphs around it</span> <Keys keys="S" />
            </button>
          </td>
        </tr>
        {row('Source', ({ statement, letter, speaker, published }) => (
          <SourceCell statement={statement} letter={letter} published={published} colour={speaker?.colour ?? null} surroundings={sourceShown ? surroundings.get(statement.id) : undefined} />
        ), 'sbs-source-row')}
      </tbody>
    </table>
  )
}

function TellingChanges({ changes }: { changes: TellingChange[] }): ReactNode {
  if (changes.length === 0) return <small>No negation, hedge, number or name differs</small>
  return (
    <ul className="sbs-changes">
      {changes.map(({ kind, leftOut, added, times }) => (
        <li key={[kind, leftOut, added].join('\n')}><span className="sbs-kind">{kindName(kind)}</span> <Words leftOut={leftOut} added={added} />{times > 1 && <small>, {times} times</small>}</li>
      ))}
    </ul>
  )
}

/** "may" for "will"; "not" added; "not" left out. */
function Words({ leftOut, added }: { leftOut: string; added: string }): ReactNode {
  if (leftOut && added) return <>“<bdi>{added}</bdi>” <small>for</small> “<bdi>{leftOut}</bdi>”</>
  return added ? <>“<bdi>{added}</bdi>” <small>added</small></> : <>“<bdi>{leftOut}</bdi>” <small>left out</small></>
}

function DateSaid({ compared: { statement: { dateSaid }, published } }: { compared: ComparedStatement }): ReactNode {
  const printed = published && published !== dateSaid && `printed ${longDate(published)}`
  if (dateSaid) return <>{longDate(dateSaid)} <small>{printed}</small></>
  return <small>{['Not known', printed].filter(Boolean).join('; ')}</small>
}
