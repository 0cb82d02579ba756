import type { ReactNode } from 'react'
import './caveat.css'

/** What must be said beside a quote: "said by another?", "wording of revision 2". Nothing for ''. */
export function Caveat({ words }: { words: string | undefined }): ReactNode {
  return words ? <><span className="caveat" dir="ltr">{words}</span>{' '}</> : null
}
