import { Fragment, type ReactNode } from 'react'
import { framedPieces, shownAround, type Framed, type Piece } from './framed-pieces.ts'

export interface FramedTextProps extends Framed {
  /** What the changed words are: struck out, or underlined. */
  kind: 'left-out' | 'added'
  /** Of the highlight's speaker. */
  colour: number | null
  /** BCP 47, '' for unknown. */
  language: string
  isWhole: boolean
}

/** A highlight within the sentences that say who says it. */
export function FramedText({ kind, colour, language, isWhole, ...framed }: FramedTextProps): ReactNode {
  const pieces = framedPieces(framed, shownAround(framed.text, framed.frame, language, isWhole))
  return (
    <p className="framed" dir="auto" {...(language ? { lang: language } : {})}>
      {pieces.map((piece) => <Fragment key={piece.start}>{show(piece, kind, colour)}</Fragment>)}
    </p>
  )
}

function show({ text, isMarked, isChanged, isAside }: Piece, kind: FramedTextProps['kind'], colour: number | null): ReactNode {
  const Changed = kind === 'added' ? 'ins' : 'del'
  const words = isChanged ? <Changed className="framed-change">{text}</Changed> : text
  if (isMarked) return <mark className={`hl sp${colour ?? 0}`}>{words}</mark>
  return isAside ? <span className="framed-aside">{words}</span> : words
}
