import type { ReactNode } from 'react'
import './caveat.css'

/** What must be said beside a quote: "wording of revision 2", or "said by another?", a question that waits for the reader. Nothing for ''. */
export function Caveat({ words }: { words: string | undefined }): ReactNode {
  return words ? <><span className={`caveat ${words.endsWith('?') ? 'is-open' : ''}`} dir="ltr">{words}</span>{' '}</> : null
}
