import { useId, useMemo, useState, type ReactNode } from 'react'
import { UnfoldVertical } from 'lucide-react'
import { blockText, fromLexical, type LexicalDocument } from '../../shared/body.ts'
import { wordDifference } from '../../shared/compare/word-difference.ts'
import { ComparedQuote } from '../marks/compared-words.tsx'
import { Button } from '../ui/button.tsx'
import { bodyDifference, type BodyRow } from './body-difference.ts'

export interface BodyDifferenceProps {
  before: LexicalDocument
  after: LexicalDocument
  /** What the two are called: "Revision 1", "The newer version". */
  names: [before: string, after: string]
  language: string
}

/** Two bodies, paragraph by paragraph and word by word; what is the same is folded. */
export function BodyDifferenceView({ before, after, names, language }: BodyDifferenceProps): ReactNode {
  const rows = useMemo(() => bodyDifference(textsOf(before), textsOf(after)), [before, after])
  const changes = rows.filter((row) => row.kind !== 'same').length
  const summary = useId()
  return (
    <section className="difference" aria-labelledby={summary} tabIndex={0}>
      <p className="difference-summary" id={summary}>
        {changes === 0 ? 'The words are the same.' : changes === 1 ? '1 paragraph differs.' : `${changes} paragraphs differ.`}
        {changes > 0 && <span className="difference-legend"><ins className="word-ins">only in {lower(names[1])}</ins><del className="word-del">only in {lower(names[0])}</del></span>}
      </p>
      <div className="difference-text" dir="auto" {...(language ? { lang: language } : {})}>
        {rows.map((row, index) => <Row key={index} row={row} first={index === 0} last={index === rows.length - 1} />)}
      </div>
    </section>
  )
}

function textsOf(document: LexicalDocument): string[] {
  return fromLexical(document).map(blockText).filter((text) => text.trim() !== '')
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

function Row({ row, first, last }: { row: BodyRow; first: boolean; last: boolean }): ReactNode {
  switch (row.kind) {
    case 'same': return <Same texts={row.texts} first={first} last={last} />
    case 'changed': return <p className="difference-changed"><ComparedQuote runs={wordDifference(row.before, row.after).runs} /></p>
    case 'added': return <p className="difference-changed"><ins className="word-ins">{row.text}</ins></p>
    case 'left-out': return <p className="difference-changed"><del className="word-del">{row.text}</del></p>
  }
}

/** The paragraphs next to a change stay in view; the rest unfolds. */
function Same({ texts, first, last }: { texts: string[]; first: boolean; last: boolean }): ReactNode {
  const [open, setOpen] = useState(false)
  const head = first ? 0 : 1
  const tail = last ? 0 : 1
  const folded = texts.length - head - tail
  if (open || folded <= 1) return texts.map((text, index) => <p key={index}>{text}</p>)
  return (
    <>
      {texts.slice(0, head).map((text) => <p key={text}>{text}</p>)}
      <div className="difference-fold"><Button variant="quiet" icon={UnfoldVertical} onClick={() => setOpen(true)}>{folded} paragraphs are the same</Button></div>
      {texts.slice(texts.length - tail).map((text) => <p key={text}>{text}</p>)}
    </>
  )
}
