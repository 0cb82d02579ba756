import { useEffect, useRef, type ReactNode } from 'react'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import type { Highlight } from '../../shared/highlight.ts'
import { SubjectNote } from '../editor/subject-note.tsx'
import { IconButton } from '../ui/button.tsx'
import { HighlightInspector } from './highlight-inspector.tsx'
import { isPlaced, useReader, type Chosen } from './reader-context.ts'
import { StatementsHere } from './statement-list.tsx'

/** What is known of the chosen highlight, and where it is set. */
export function Inspector({ onClose }: { onClose: () => void }): ReactNode {
  const { highlights, chosen, wish, takeWish } = useReader()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (wish !== 'inspector') return
    panel.current?.querySelector<HTMLElement>('.props input, .inspector-add button')?.focus()
    takeWish()
  }, [wish, takeWish])
  const highlight = highlights.find((one) => one.id === chosen?.highlightId)
  const statement = highlight && (highlight.statements.find((one) => one.id === chosen?.statementId) ?? highlight.statements[0])
  return (
    <aside ref={panel} className="inspector" aria-label="Inspector">
      <header className="inspector-head">
        <h2>{statement ? 'Statement' : highlight ? 'Highlight' : 'Inspector'}</h2>
        {highlight && <Stepper highlight={highlight} statementId={statement?.id} />}
        <IconButton small className="inspector-close" label="Close inspector" icon={X} onClick={onClose} />
      </header>
      {highlight
        ? <HighlightInspector key={highlight.id} highlight={highlight} statement={statement} />
        : <div className="inspector-body"><p className="m inspector-empty">Select a passage to mark it.</p><ArticleNote /><StatementsHere /></div>}
    </aside>
  )
}

function ArticleNote(): ReactNode {
  const { article } = useReader()
  return <div className="inspector-block"><SubjectNote key={article.id} subject={{ type: 'article', id: article.id }} title="Note on this article" /></div>
}

/** Through all that is marked in this article, in the order of the text. */
function Stepper({ highlight, statementId }: { highlight: Highlight; statementId: string | undefined }): ReactNode {
  const { article, highlights, choose } = useReader()
  const steps = highlights.filter((one) => isPlaced(one, article)).flatMap((one): Chosen[] => (
    one.statements.length === 0 ? [{ highlightId: one.id }] : one.statements.map((statement) => ({ highlightId: one.id, statementId: statement.id }))
  ))
  const at = steps.findIndex((step) => step.highlightId === highlight.id && step.statementId === statementId)
  const go = (step: Chosen | undefined): void => { if (step) choose(step, { reveal: true }) }
  if (at < 0) return <span className="spacer" />
  return (
    <>
      <span className="inspector-count m tnum">{at + 1} of {steps.length}</span>
      <IconButton small label="Previous mark" icon={ChevronUp} keys="K" disabled={at === 0} onClick={() => go(steps[at - 1])} />
      <IconButton small label="Next mark" icon={ChevronDown} keys="J" disabled={at === steps.length - 1} onClick={() => go(steps[at + 1])} />
    </>
  )
}
