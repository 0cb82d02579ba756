import type { ReactNode } from 'react'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import { $getNodeByKey } from 'lexical'
import { ArrowUpRight, X } from 'lucide-react'
import { useOperation } from '../api.ts'
import { IconButton } from '../ui/button.tsx'
import { openTarget } from './link-target.ts'
import type { Quotation } from './quote-in-hand.ts'
import { useOpenOnEnter } from './use-open-on-enter.ts'

/** The words as they were when they were taken, whatever became of the highlight. */
export function QuotationBlock({ nodeKey, quotation }: { nodeKey: string; quotation: Quotation }): ReactNode {
  const [editor] = useLexicalComposerContext()
  const [selected, setSelected, clearSelected] = useLexicalNodeSelection(nodeKey)
  const { data: target } = useOperation('notes.resolve', { type: 'highlight', id: quotation.subjectId })

  useOpenOnEnter(selected, target)

  const handleRemove = (): void => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey)
      node?.selectNext()
      node?.remove()
    })
    editor.focus()
  }
  return (
    <figure className={`note-quotation ${selected ? 'is-selected' : ''}`} aria-label="Quotation" onClick={() => { clearSelected(); setSelected(true) }}>
      <blockquote dir="auto">{quotation.text}</blockquote>
      <figcaption>
        <span>{quotation.source}{target === null && <em> Not in the library any more.</em>}</span>
        {target && <IconButton small label="Open the quotation’s source" icon={ArrowUpRight} onClick={(event) => { event.stopPropagation(); openTarget(target) }} />}
        <IconButton small label="Remove quotation" icon={X} onClick={(event) => { event.stopPropagation(); handleRemove() }} />
      </figcaption>
    </figure>
  )
}
