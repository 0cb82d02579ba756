import type { ReactNode } from 'react'
import type { Span } from '../../shared/anchor/selectors.ts'
import type { StatementInContext, StatementSurroundings } from '../../shared/statement.ts'
import { citation } from '../marks/citation.ts'
import { addressOf } from '../route.ts'

export interface SourceCellProps {
  statement: StatementInContext
  letter: string
  published: string
  colour: number | null
  surroundings: StatementSurroundings | undefined
}

/** The passage in its paragraph, between the one before and the one after. */
export function SourceCell({ statement, letter, published, colour, surroundings }: SourceCellProps): ReactNode {
  const { publisher, articleTitle, guessed, articleId, highlightId, id, paragraph } = statement
  const [first, last] = [surroundings?.paragraphs[0]?.number ?? paragraph, surroundings?.paragraphs.at(-1)?.number ?? paragraph]
  return (
    <div className={`sbs-context sp${colour ?? 0}`}>
      <div className="sbs-context-head">
        <span dir="auto">{citation({ publisher, articleTitle, date: published, guessed })}</span>
        <a href={addressOf({ screen: 'article', articleId, highlightId, statementId: id })} aria-label={`Open ${letter} in its article, paragraph ${paragraph}`}>Open ¶ {paragraph}</a>
      </div>
      {surroundings && (
        <div {...(surroundings.language ? { lang: surroundings.language } : {})}>
          {surroundings.before && <p className="is-far" dir="auto"><Number of={first - 1} />{surroundings.before}</p>}
          {surroundings.paragraphs.map(({ number, text, marked }) => <p key={number} dir="auto"><Number of={number} /><Marked text={text} marked={marked} isPlain={colour === null} /></p>)}
          {surroundings.after && <p className="is-far" dir="auto"><Number of={last + 1} />{surroundings.after}</p>}
        </div>
      )}
    </div>
  )
}

function Number({ of }: { of: number }): ReactNode {
  return <span className="sbs-paragraph">{of}</span>
}

function Marked({ text, marked, isPlain }: { text: string; marked: Span[]; isPlain: boolean }): ReactNode {
  const parts: ReactNode[] = []
  let written = 0
  for (const { start, end } of marked) {
    parts.push(text.slice(written, start), <mark key={start} className={`hl is-active ${isPlain ? 'plain' : ''}`}>{text.slice(start, end)}</mark>)
    written = end
  }
  return [...parts, text.slice(written)]
}
