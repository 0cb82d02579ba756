import type { ReactNode } from 'react'
import { CUT, type Span } from '../../shared/anchor/selectors.ts'
import { sentencesIn } from '../../shared/sentences.ts'
import type { StatementSurroundings } from '../../shared/statement.ts'
import './passage-in-text.css'

/** A passage within its sentences, or within its whole paragraphs. What is left out at an end or between is […]. */
export function PassageInText({ surroundings: { paragraphs, language }, isWide = false }: { surroundings: StatementSurroundings; isWide?: boolean }): ReactNode {
  return paragraphs.map(({ number, text, marked }) => (
    <span key={number} className="passage-paragraph" {...(language ? { lang: language } : {})}>
      {(isWide ? [{ start: 0, end: text.length }] : stretchesAround(text, marked, language)).map((stretch, at, all) => (
        <span key={stretch.start}>
          {at === 0 ? stretch.start > 0 && `${CUT} ` : ` ${CUT} `}
          <Marked text={text} within={stretch} marked={marked} />
          {at === all.length - 1 && stretch.end < text.trimEnd().length && ` ${CUT}`}
        </span>
      ))}
    </span>
  ))
}

/** The sentences that the passage touches; those that follow each other are one stretch. In UTF-16 code units. */
function stretchesAround(text: string, marked: Span[], language: string): Span[] {
  const stretches: Span[] = []
  let isOpen = false
  for (const sentence of sentencesIn(text, language)) {
    const isTouched = marked.some((one) => one.start < sentence.end && one.end > sentence.start)
    if (isTouched && isOpen) stretches.at(-1)!.end = sentence.end
    else if (isTouched) stretches.push({ ...sentence })
    isOpen = isTouched
  }
  return stretches
}

function Marked({ text, within, marked }: { text: string; within: Span; marked: Span[] }): ReactNode {
  const parts: ReactNode[] = []
  let written = within.start
  for (const one of marked.filter(({ start, end }) => start < within.end && end > within.start)) {
    parts.push(text.slice(written, one.start), <mark key={one.start} className="passage">{text.slice(one.start, one.end)}</mark>)
    written = one.end
  }
  return [...parts, text.slice(written, within.end)]
}
