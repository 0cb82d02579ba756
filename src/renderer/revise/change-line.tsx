import type { ReactNode } from 'react'
import { ArrowRight } from 'lucide-react'
import type { WordChange } from '../../shared/anchor/word-changes.ts'

/** "Petra Vance said → Edda Roy denied saying". */
export function ChangeLine({ changes }: { changes: WordChange[] }): ReactNode {
  const [before, after] = [changes.map((one) => one.before), changes.map((one) => one.after)].map((words) => words.filter(Boolean).join(' '))
  if (!before && !after) return 'Only marks or the order differ'
  return (
    <>
      {before && <bdi><s>{before}</s></bdi>}
      {before && after ? <><ArrowRight size={12} strokeWidth={1.5} aria-hidden /><span className="sr"> became </span></> : before ? ' left out' : 'added '}
      {after && <bdi><u>{after}</u></bdi>}
    </>
  )
}
